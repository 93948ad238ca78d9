"""Where batches run and where staged parts are: the rows are the same."""

from pathlib import Path

import pytest

from flows.pipeline import pipeline
from readout import staging
from readout.home import Home
from readout.settings import DASK, HERE, PROCESSES
from tests.flows.counts import everything

pytestmark = [pytest.mark.xdist_group("runners"), pytest.mark.usefixtures("prefect_api")]
SEEDS = Path(__file__).parents[2] / "seeds" / "articles"


def run(folder: Path, settings: str, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The seed articles read under these settings, in parts small enough for two workers."""
    monkeypatch.setattr("readout.intake.PART_ARTICLES", 12)
    folder.mkdir(exist_ok=True)
    (folder / "settings.toml").write_text(settings, "utf-8")
    assert pipeline([str(SEEDS)], folder, None, 2).loaded
    return Home.configured(folder)


@pytest.fixture(scope="module")
def in_this_process(prefect_api: None, tmp_path_factory: pytest.TempPathFactory) -> Home:  # noqa: ARG001  it must run
    with pytest.MonkeyPatch.context() as patch:
        return run(tmp_path_factory.mktemp("here"), f'runner = "{HERE}"', patch)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("where", [PROCESSES, DASK])
def test_processes_and_a_local_dask_cluster_find_the_same_rows_as_one_process(
    in_this_process: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    home = run(tmp_path / "home", f'runner = "{where}"', monkeypatch)
    assert everything(home) == everything(in_this_process)


@pytest.mark.timeout(300)
def test_parts_staged_in_an_object_store_give_the_same_rows_and_are_removed(
    in_this_process: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bucket: str
) -> None:
    home = run(tmp_path / "home", f'staging = "{bucket}/seeds"', monkeypatch)
    assert not (home.path / "staging").exists()
    assert [part for kind in staging.KINDS for part in staging.parts(home, kind)] == []
    assert everything(home) == everything(in_this_process)
