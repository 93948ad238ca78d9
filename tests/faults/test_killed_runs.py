"""A run that is killed, wherever it is, is simply run again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from prefect.settings import PREFECT_API_URL

from flows.pipeline import pipeline
from readout.home import Home
from tests.flows.counts import everything

pytestmark = [pytest.mark.xdist_group("more flows"), pytest.mark.usefixtures("prefect_api")]
SEEDS = Path(__file__).parents[2] / "seeds" / "articles"
RUN = "from pathlib import Path; from flows.pipeline import pipeline; import sys; "
RUN += "pipeline([sys.argv[1]], Path(sys.argv[2]), None, 1)"
STAGES = ("articles", "documents", "extractions")


def start(home: Home) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PREFECT_API_URL": str(PREFECT_API_URL.value())}
    return subprocess.Popen(
        [sys.executable, "-c", RUN, str(SEEDS), str(home.path)],
        env={**environment, "PREFECT_LOGGING_LEVEL": "CRITICAL"},
        start_new_session=True,
    )


def kill(run: subprocess.Popen[bytes]) -> None:
    os.killpg(run.pid, signal.SIGKILL)
    run.wait(30)


@pytest.fixture(scope="module")
def undisturbed(prefect_api: None, tmp_path_factory: pytest.TempPathFactory) -> Home:  # noqa: ARG001  it must run
    home = Home(tmp_path_factory.mktemp("undisturbed"))
    pipeline([str(SEEDS)], home.path, None, 1)
    return home


@pytest.mark.promise(2)
@pytest.mark.timeout(300)
@pytest.mark.parametrize("stage", STAGES)
def test_a_run_killed_after_a_step_is_finished_by_the_next(
    undisturbed: Home, tmp_path: Path, stage: str
) -> None:
    home = Home(tmp_path)
    run = start(home)
    while not [*(home.staging / stage).glob("*.parquet")]:
        assert run.poll() is None, "it ended before it could be killed"
        time.sleep(0.005)
    kill(run)
    pipeline([str(SEEDS)], home.path, None, 1)
    assert everything(home) == everything(undisturbed)
    assert not [*home.staging.rglob("*.parquet")]


@pytest.mark.slow
@pytest.mark.promise(2)
@pytest.mark.timeout(300)
def test_a_run_killed_again_and_again_ends_as_if_it_never_was(
    undisturbed: Home, tmp_path: Path
) -> None:
    home = Home(tmp_path)
    for seconds in (2.5, 3.0, 3.5, 4.0, 5.0, 6.0):
        run = start(home)
        time.sleep(seconds)
        kill(run)
    pipeline([str(SEEDS)], home.path, None, 1)
    assert everything(home) == everything(undisturbed)
