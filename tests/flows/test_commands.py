"""The commands, as a person or a script uses them."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from prefect.settings import PREFECT_API_URL

from readout.home import Home

pytestmark = [pytest.mark.xdist_group("more flows"), pytest.mark.usefixtures("prefect_api")]
READOUT = Path(sys.executable).with_name("readout")
REPORT = (
    "LISBON, March 4 (Harbour News) - Portuguese Prime Minister Ana Silva met Spanish President "
    "Jorge Ruiz in Lisbon on Tuesday. “=We agreed; <b>yes</b>,” Silva said after the meeting.\n"
)


def readout(*arguments: str | Path, given: str = "") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PREFECT_API_URL": str(PREFECT_API_URL.value()), "COLUMNS": "200"}
    return subprocess.run(
        [READOUT, *map(str, arguments)],
        env=environment, input=given.encode(), capture_output=True, timeout=120, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def home(prefect_api: None, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001  it must run
    folder = tmp_path_factory.mktemp("commands")
    (folder / "a.txt").write_text(f"---\npublished: 2025-03-05\n---\n{REPORT}", "utf-8")
    done = readout("run", folder / "a.txt", folder / "none.txt", "--home", folder / "home")
    assert done.returncode == 0, done.stderr.decode()
    assert b"none.txt is neither a file, a folder, a URL nor a name" in done.stdout
    assert b"ingest: " in done.stdout
    assert b"leaked" not in done.stderr, "DuckDB is held by a thread that outlives the run"
    assert b"\x1b[" not in done.stdout
    return folder / "home"


def test_a_run_without_any_readable_input_says_so_and_ends_with_one(tmp_path: Path) -> None:
    done = readout("run", tmp_path / "none.txt", "--home", tmp_path / "home")
    assert done.returncode == 1
    assert b"rejected: ingest, missing" in done.stdout


def test_a_query_comes_as_a_table_csv_json_or_parquet(home: Path) -> None:
    query = "select participants, place from meetings"
    table = readout("sql", query, "--home", home).stdout.decode()
    rows = [
        *csv.DictReader(
            io.StringIO(readout("sql", query, "--format", "csv", "--home", home).stdout.decode())
        )
    ]
    objects = json.loads(readout("sql", query, "--format", "json", "--home", home).stdout)
    parquet = pq.read_table(
        io.BytesIO(readout("sql", query, "--format", "parquet", "--home", home).stdout)
    )
    assert "Ana Silva, Jorge Ruiz" in table
    assert json.loads(rows[0]["participants"]) == ["Ana Silva", "Jorge Ruiz"]
    assert objects == [{"participants": ["Ana Silva", "Jorge Ruiz"], "place": "Lisbon"}]
    assert parquet.to_pylist() == objects


@pytest.mark.promise(9)
def test_a_query_can_neither_write_nor_read_other_files(home: Path, tmp_path: Path) -> None:
    written = readout("sql", f"copy (select 1) to '{tmp_path / 'x.csv'}'", "--home", home)
    read = readout("sql", "select * from read_text('pyproject.toml')", "--home", home)
    changed = readout("sql", "drop view meetings", "--home", home)
    assert written.returncode == read.returncode == changed.returncode == 1
    assert not (tmp_path / "x.csv").exists()


def test_the_prompt_takes_queries_over_several_lines_and_goes_on_after_a_mistake(
    home: Path,
) -> None:
    done = readout(
        "sql", "--home", home, given="select\n40 + 2 as n;\nwrong;\nselect 'on' as still;\n"
    )
    assert b"42" in done.stdout
    assert b"wrong" in done.stderr
    assert b"still" in done.stdout


def test_without_a_snapshot_a_query_says_how_to_get_one(tmp_path: Path) -> None:
    done = readout("sql", "select 1", "--home", tmp_path)
    assert done.returncode == 1
    assert b"`readout run` makes it" in done.stderr


def test_without_a_snapshot_there_is_nothing_to_check(tmp_path: Path) -> None:
    done = readout("check", "--home", tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(b"no ")
    assert b"`readout run` makes it" in done.stderr


def test_an_event_is_explained_by_its_words_rule_and_date(home: Path) -> None:
    (row,) = json.loads(
        readout("sql", "select event_id from meetings", "--format", "json", "--home", home).stdout
    )
    shown = readout("explain", row["event_id"], "--home", home).stdout.decode()
    for words in (
        "meeting, occurred",
        "met",
        "Ana Silva",
        "Lisbon, PT",
        "2025-03-04",
        "“Tuesday”",
        "rule",
    ):
        assert words in shown


def test_an_unknown_id_is_an_error_that_names_it(home: Path) -> None:
    done = readout("explain", "feedfeedfeedfeed", "--home", home)
    assert done.returncode == 1
    assert b"feedfeedfeedfeed" in done.stderr


def test_words_that_look_like_markup_are_shown_as_words(home: Path) -> None:
    query = "select content from statements"
    assert "=We agreed; <b>yes</b>" in readout("sql", query, "--home", home).stdout.decode()


def test_annotate_reads_and_writes_standard_streams() -> None:
    line = json.dumps({"id": "a", "text": REPORT, "published": "2025-03-05"})
    done = readout("annotate", "-", "-", given=f"{line}\nnot json\n")
    first, second = (json.loads(one) for one in done.stdout.splitlines())
    assert done.returncode == 1
    assert {mention["kind"] for mention in first["mentions"]} == {"meeting", "statement"}
    assert "line 2" in second["error"]


@pytest.mark.promise(4)
def test_a_second_run_waits_for_the_first_and_then_says_who_writes(
    tmp_path: Path,
) -> None:
    with Home(tmp_path).lock():
        done = readout("run", tmp_path / "none.txt", "--home", tmp_path, "--wait", "0.2")
    assert done.returncode == 1
    assert f"process {os.getpid()}".encode() in done.stderr
