"""The whole way, from files to views."""

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey

from flows.pipeline import pipeline
from readout import staging, tabular, warehouse
from readout.home import Home
from readout.settings import DASK
from readout.warehouse import Balance
from readout.warehouse.scripts import scripts
from tests.flows import seed_expectations
from tests.flows.counts import everything, rows

pytestmark = [pytest.mark.xdist_group("flows"), pytest.mark.usefixtures("prefect_api")]
READOUT = Path(sys.executable).with_name("readout")
EXAMPLES = [*scripts("examples")]
SPREAD = re.DOTALL | re.MULTILINE
SEEDS = Path(__file__).parents[2] / "seeds" / "articles"
REPORT = (
    "LISBON, March 4 (Harbour News) - Portuguese Prime Minister Ana Silva met Spanish President "
    "Jorge Ruiz in Lisbon on Tuesday. “We agreed on the railway,” Silva said after the meeting. "
    "The two governments signed a railway agreement worth 2 billion euros in Lisbon on Tuesday.\n"
)


def read(home: Path, *inputs: Path, workers: int = 1) -> Balance:
    return pipeline([str(one) for one in inputs], home, None, workers)


def article(folder: Path, name: str, text: str = REPORT, published: str = "2025-03-05") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"---\ntitle: A report\npublished: {published}\n---\n{text}", "utf-8")
    return path


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(tmp_path_factory.mktemp("seeds"))


@pytest.fixture(scope="module")
def read_seeds(seeds: Home, prefect_api: None) -> tuple[Home, Balance]:  # noqa: ARG001  it must run
    return seeds, read(seeds.path, SEEDS)


def test_the_seed_articles_give_what_a_careful_reader_marks(
    read_seeds: tuple[Home, Balance],
) -> None:
    home, _ = read_seeds
    views = {
        view: tabular.rows(warehouse.query(home, f"select * from {view}"))  # noqa: S608  a constant
        for view in seed_expectations.VIEWS
    }
    expected = seed_expectations.read_expectations(SEEDS / "expected")
    report = seed_expectations.compare(expected, views)
    assert not report.differences, "\n".join(report.differences)


@pytest.mark.promise(5)
def test_every_seed_article_ends_in_the_state_it_should(read_seeds: tuple[Home, Balance]) -> None:
    _, balance = read_seeds
    expected = seed_expectations.balance(seed_expectations.read_expectations(SEEDS / "expected"))
    assert balance.loaded == expected["loaded"]
    assert balance.nothing_found == expected["nothing_found"]
    assert balance.duplicate == expected["duplicate"]
    assert balance.rejected == expected["rejected"]


@pytest.mark.promise(4)
def test_a_second_run_adds_and_changes_nothing(read_seeds: tuple[Home, Balance]) -> None:
    home, first = read_seeds
    before = everything(home)
    second = read(home.path, SEEDS)
    assert everything(home) == before
    assert second.unchanged == first.inputs - first.rejected
    assert second.loaded == second.duplicate == second.nothing_found == 0
    assert len(rows(home, "runs")) == 2


def test_the_balance_of_a_run_is_a_table_in_prefect(read_seeds: tuple[Home, Balance]) -> None:
    _, balance = read_seeds
    with get_client(sync_client=True) as client:
        artifacts = client.read_artifacts(
            artifact_filter=ArtifactFilter(key=ArtifactFilterKey(any_=["balance"]))
        )
    tables = [json.loads(str(artifact.data)) for artifact in artifacts]
    wanted = [{"state": state, "inputs": inputs} for state, inputs in balance.rows()]
    assert wanted in tables


def test_the_readme_shows_what_the_program_prints(read_seeds: tuple[Home, Balance]) -> None:
    home, _ = read_seeds
    readme = (SEEDS.parents[1] / "README.md").read_text("utf-8")
    shown = "".join(re.findall(r"^```console\n(.*?)^```", readme, re.DOTALL | re.MULTILINE))
    commands = re.findall(r"^\$ readout (\w+) (.*?)\n(?=[┏a-z])(.*?)(?=^\$ |\Z)", shown, SPREAD)
    assert {command for command, _, _ in commands} == {"sql", "explain"}
    for command, argument, output in commands:
        done = subprocess.run(
            [READOUT, command, argument.strip('"'), "--home", str(home.path)],
            env={**os.environ, "COLUMNS": "100"}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stdout.strip() == output.strip()


def test_every_question_in_the_examples_is_answered_from_the_seed_articles(
    read_seeds: tuple[Home, Balance],
) -> None:
    home, _ = read_seeds
    answered = {example: warehouse.query(home, example.text).num_rows for example in EXAMPLES}
    assert [example.stem for example, found in answered.items() if not found] == []


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that there is work for several."""
    monkeypatch.setattr("readout.intake.PART_ARTICLES", 12)


@pytest.mark.usefixtures("small_parts")
def test_two_processes_give_the_rows_of_one(
    read_seeds: tuple[Home, Balance], tmp_path: Path
) -> None:
    home, _ = read_seeds
    read(tmp_path, SEEDS, workers=2)
    assert everything(Home(tmp_path)) == everything(home)


@pytest.mark.timeout(900)
@pytest.mark.usefixtures("small_parts")
def test_a_dask_cluster_and_an_object_store_for_its_parts_give_the_rows_of_one_process(
    read_seeds: tuple[Home, Balance], tmp_path: Path, bucket: str
) -> None:
    home, _ = read_seeds
    elsewhere = f'runner = "{DASK}"\nstaging = "{bucket}/seeds"\n'
    (tmp_path / "settings.toml").write_text(elsewhere, "utf-8")
    read(tmp_path, SEEDS, workers=2)
    assert everything(Home(tmp_path)) == everything(home)
    assert not (tmp_path / "staging").exists()
    left = Home.configured(tmp_path)
    assert [part for kind in staging.KINDS for part in staging.parts(left, kind)] == []


@pytest.mark.promise(4)
def test_an_article_that_is_edited_is_a_revision_and_its_old_rows_leave_the_views(
    tmp_path: Path,
) -> None:
    article(tmp_path / "in", "a.txt")
    read(tmp_path / "home", tmp_path / "in")
    article(tmp_path / "in", "a.txt", REPORT.replace("2 billion", "3 billion"))
    balance = read(tmp_path / "home", tmp_path / "in")
    home = Home(tmp_path / "home")
    deals = warehouse.query(home, "select value from deal_signings").to_pylist()
    assert balance.loaded == 1
    assert [deal["value"] for deal in deals] == [3_000_000_000]
    assert len(rows(home, "documents")) == 1


@pytest.mark.promise(4)
def test_an_edit_taken_back_makes_the_first_version_current_again(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    for text in (REPORT, REPORT.replace("2 billion", "3 billion"), REPORT):
        article(tmp_path / "in", "a.txt", text)
        read(home.path, tmp_path / "in")
    deals = warehouse.query(home, "select value from deal_signings").to_pylist()
    assert [deal["value"] for deal in deals] == [2_000_000_000]


@pytest.mark.promise(6)
def test_a_bad_input_is_a_reject_with_its_reason_and_the_others_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    article(folder, "good.txt")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "one_line.txt").write_bytes(b"a " * 25_000_000)
    (folder / "nul.txt").write_bytes(b"The minister\0\0 said\0 nothing.\0" * 100)
    (folder / "cut.txt.gz").write_bytes(gzip.compress(REPORT.encode() * 50)[:-20])
    (folder / "deep.html").write_text(
        "<div>" * 100_000 + "The minister spoke." + "</div>" * 100_000
    )
    (folder / "feed.rss").write_text("<rss><chan")
    (tmp_path / "prose.txt").write_text(REPORT, "utf-8")
    catalogue = tmp_path / "sources.toml"
    catalogue.write_text('[sources.wrong]\nlocation = "prose.txt"\nformat = "feed"\n', "utf-8")
    missing = str(tmp_path / "missing.txt")
    balance = pipeline([str(folder), missing, "wrong"], tmp_path / "home", catalogue, 1)
    reasons = {
        Path(row["address"]).name: row["reason"]
        for row in warehouse.query(
            Home(tmp_path / "home"), "select address, reason from rejects"
        ).to_pylist()
    }
    assert balance.loaded == 1
    assert reasons["missing.txt"] == "missing"
    assert reasons["empty.txt"] == "empty"
    assert reasons["one_line.txt"] == "too large"
    assert reasons["nul.txt"] == "binary"
    assert reasons["cut.txt.gz"] == "truncated"
    assert reasons["deep.html"] == "too deep"
    assert reasons["feed.rss"] == "truncated"
    assert reasons["prose.txt"] == "not a feed"
    assert balance.inputs == balance.loaded + balance.rejected + balance.nothing_found


@pytest.mark.promise(6)
def test_invalid_utf8_is_read_and_not_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(REPORT.encode() + b"\xff\xfe The end.")
    balance = read(tmp_path / "home", path)
    assert balance.loaded == 1


@pytest.mark.promise(2)
def test_an_open_snapshot_does_not_disturb_a_run_and_the_next_open_sees_the_new_one(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path / "home")
    read(home.path, article(tmp_path / "in", "a.txt"))
    with warehouse.connect(home) as analyst:
        count = "select count(*) from documents"
        assert analyst.execute(count).fetchone() == (1,)
        read(home.path, article(tmp_path / "in", "b.txt", "It rained in Porto all day long. " * 5))
        assert analyst.execute(count).fetchone() == (1,)
    with warehouse.connect(home) as later:
        assert later.execute(count).fetchone() == (2,)


def test_what_a_killed_run_had_staged_is_loaded_by_the_next(tmp_path: Path) -> None:
    from flows.clean import clean  # noqa: PLC0415
    from flows.ingest import ingest  # noqa: PLC0415

    home = Home(tmp_path / "home")
    path = article(tmp_path / "in", "a.txt")
    ingest([str(path)], home.path)
    clean(home.path)
    path.unlink()
    balance = pipeline([], home.path, None, 1)
    assert balance.loaded == 1
    assert not [*home.staging.rglob("*.parquet")]


def test_better_cleaning_and_extraction_are_applied_to_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path / "home")
    path = article(tmp_path / "in", "a.txt")
    read(home.path, path)
    before = everything(home)
    for name in ("readout.cleaning.VERSION", "extractors.VERSION"):
        monkeypatch.setattr(name, "next")
        balance = read(home.path, path)
        assert balance.inputs == 1
    after = everything(home)
    assert {view: len(found) for view, found in after.items()} == {
        view: len(found) for view, found in before.items()
    }
    (version,) = {
        row["extractor_version"]
        for row in warehouse.query(home, "select extractor_version from mentions").to_pylist()
    }
    assert version.startswith("next ")


@pytest.mark.promise(5)
@pytest.mark.shared
def test_real_articles_are_all_accounted_for_and_nothing_changes_the_second_time(
    shared: Path, tmp_path: Path
) -> None:
    given = (shared / "articles" / "articles.jsonl").read_text("utf-8").splitlines(keepends=True)
    given = given[::20]
    (tmp_path / "some.jsonl").write_text("".join(given), "utf-8")
    assert all(json.loads(line) for line in given)
    home = Home(tmp_path / "home")
    first = read(home.path, tmp_path / "some.jsonl")
    before = everything(home)
    second = read(home.path, tmp_path / "some.jsonl")
    assert first.inputs == second.inputs == len(given)
    assert everything(home) == before
