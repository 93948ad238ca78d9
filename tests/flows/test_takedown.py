"""A document taken down, and an actor made known, in a home that is fed from the web."""

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from flows.pipeline import pipeline
from readout import warehouse
from readout.cli import app
from readout.home import Home
from tests.flows.test_feeds import RSS, catalogue, feed, item
from tests.web import page, serving

pytestmark = [pytest.mark.xdist_group("more flows"), pytest.mark.usefixtures("prefect_api")]
MARKER = "Quixlebrand"
URL = "https://news.example/unwanted"
LIST = (
    "actor_id,name,kind,country,office,start,end,aliases\n"
    "PRT-ana-silva,Ana Silva,person,PT,Prime Minister,2024-01-01,,\n"
)
VIEWS = (
    "actors", "arguments", "mentions", "events", "event_mentions", "meetings", "statements",
    "actor_names", "actor_offices",
)  # fmt: skip


def readout(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)], env={"COLUMNS": "200"})


def rows(home: Home, query: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = warehouse.query(home, query).to_pylist()
    return found


def holding(home: Home, marker: str) -> list[Path]:
    return [
        path
        for path in home.path.rglob("*")
        if path.is_file() and marker.encode() in path.read_bytes()
    ]


@pytest.mark.promise(11)
def test_what_was_taken_down_is_in_no_file_and_does_not_come_back_by_the_feed(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path / "home")
    with serving() as web:
        url = web.script(
            "/feed",
            page(feed(item("kept"), item("unwanted", MARKER)), RSS),
            page(feed(item("kept"), item("unwanted", f"{MARKER} and Faro"), item("new")), RSS),
        )
        known = catalogue(tmp_path, url)
        pipeline(["live"], home.path, known, 1)
        assert holding(home, MARKER)
        done = readout("forget", URL, "--why", "a court's order", "--home", home.path)
        assert done.exit_code == 0, done.output
        assert "taken down: 1 addresses with 1 texts" in done.output
        assert holding(home, MARKER) == []
        assert holding(home, "unwanted") == []
        again = pipeline(["live"], home.path, known, 1)
    assert [(why.reason, why.inputs) for why in again.refusals] == [("forgotten", 1)]
    assert again.inputs == 3
    assert holding(home, MARKER) == []
    assert holding(home, "unwanted") == []
    assert len(rows(home, "from documents")) == 2


def test_what_is_not_there_is_said_not_to_be(tmp_path: Path) -> None:
    none = readout("forget", URL, "--home", tmp_path)
    assert (none.exit_code, "`readout run` makes it" in none.output) == (1, True)
    assert readout("resolve", "--home", tmp_path).exit_code == 1
    with warehouse.open(Home(tmp_path)):
        pass
    unknown = readout("forget", URL, "--home", tmp_path)
    assert unknown.exit_code == 1
    assert f"nothing goes by the name of {URL}" in unknown.output


def test_a_line_added_later_gives_the_rows_of_one_that_was_there_from_the_start(
    tmp_path: Path,
) -> None:
    (tmp_path / "actors.csv").write_text(LIST, "utf-8")
    news = tmp_path / "news"
    news.mkdir()
    for number, place in enumerate(("Porto", "Faro")):
        text = (
            f"LISBON - Prime Minister Ana Silva met President Jorge Ruiz in {place} on Tuesday. "
            f"“We agreed on {place},” Silva said. She will visit Madrid next week."
        )
        (news / f"{number}.txt").write_text(f"---\npublished: 2025-03-05\n---\n{text}\n", "utf-8")
    late, early = Home(tmp_path / "late"), Home(tmp_path / "early")
    pipeline([str(news)], late.path, None, 1)
    assert rows(late, "from actors where actor_id = 'PRT-ana-silva'") == []
    done = readout("resolve", "--actors", tmp_path / "actors.csv", "--home", late.path)
    assert done.exit_code == 0, done.output
    assert "PRT-ana-silva" in done.output
    early.path.mkdir()
    early.actors.write_text(LIST, "utf-8")
    pipeline([str(news)], early.path, None, 1)
    for view in VIEWS:
        told = [sorted(map(repr, rows(home, f"from {view}"))) for home in (late, early)]
        assert told[0] == told[1], view
    (silva,) = rows(late, "from actors where actor_id = 'PRT-ana-silva'")
    assert silva["n_mentions"] >= 4


def test_a_list_that_cannot_be_used_is_refused_and_the_one_that_was_there_stays(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path / "home")
    with warehouse.open(home):
        pass
    home.actors.write_text(LIST, "utf-8")
    (tmp_path / "bad.csv").write_text(LIST.replace(",PT,", ",Portugal,"), "utf-8")
    done = readout("resolve", "--actors", tmp_path / "bad.csv", "--home", home.path)
    assert done.exit_code == 1
    assert "bad.csv, line 2: country is 'Portugal'" in done.output
    assert home.actors.read_text("utf-8") == LIST
    (tmp_path / "new.csv").write_text(LIST + "a,Bruno Dias,person,PT,,,,\n", "utf-8")
    done = readout("resolve", "--actors", tmp_path / "new.csv", "--home", home.path)
    assert done.exit_code == 0, done.output
    assert "no document names a" in done.output
    assert (home.path / "actors.before.csv").read_text("utf-8") == LIST
    assert "Bruno Dias" in home.actors.read_text("utf-8")
