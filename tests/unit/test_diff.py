"""Two versions of the extractors, compared in the documents that both have read."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from readout import warehouse
from readout.cli import app
from readout.records import Mention
from readout.warehouse import UnknownVersionError
from tests.newsroom import NOW, Newsroom, Story, told
from tests.unit.test_forget import forget

TEXT = "Anna Berg met Carl Dahl in Oslo. Eva Falk will sign a treaty. Jo Ruiz said no."
MET = told(TEXT, "meeting", "met", ["Anna Berg", "Carl Dahl"])
SIGNS = told(TEXT, "deal_signing", "sign", ["Eva Falk"])
SAID = told(TEXT, "statement", "said", ["Jo Ruiz"])
OTHER = Story("Li Wei met Max Roth.", (), "https://news.example/other")


def story(*mentions: Mention) -> Story:
    return replace(Story(TEXT, (), "https://news.example/1"), mentions=mentions)


FIRST = story(MET, told(TEXT, "deal_signing", "sign", ["Eva Falk"]))
SECOND = story(MET, told(TEXT, "deal_signing", "sign", ["Eva Falk"], "planned"), SAID)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """Read by the first version, and then by the second: one document, and one only by it."""
    newsroom = Newsroom(tmp_path / "home", {"cleaning": "c1", "extractor": "1 (small)"})
    newsroom.run(FIRST, run_id="1")
    later = Newsroom(newsroom.path, {"cleaning": "c1", "extractor": "2 (small)"})
    later.run(SECOND, OTHER, run_id="2", now=NOW.replace(day=6))
    return later


def changes(newsroom: Newsroom) -> list[tuple[str, str, list[str]]]:
    rows = warehouse.compare(newsroom.home).mentions.to_pylist()
    return sorted((row["change"], row["trigger_text"], row["differs"]) for row in rows)


def test_the_views_show_the_newer_version_and_both_can_be_compared(newsroom: Newsroom) -> None:
    assert newsroom.rows("select distinct extractor_version from mentions_v1") == [("2 (small)",)]
    compared = warehouse.compare(newsroom.home)
    assert (compared.earlier, compared.later) == ("1 (small)", "2 (small)")
    assert compared.documents == 1, "the other document was read by one version only"
    assert changes(newsroom) == [
        ("changed", "sign", ["status"]),
        ("gained", "said", []),
        ("kept", "met", []),
    ]


def test_what_was_gained_is_lost_when_they_are_compared_the_other_way(newsroom: Newsroom) -> None:
    back = warehouse.compare(newsroom.home, "2", "1").mentions.to_pylist()
    assert sorted((row["change"], row["trigger_text"]) for row in back) == [
        ("changed", "sign"),
        ("kept", "met"),
        ("lost", "said"),
    ]


def test_reading_twice_with_one_version_changes_nothing(newsroom: Newsroom) -> None:
    before = changes(newsroom)
    newsroom.run(SECOND, run_id="3")
    assert changes(newsroom) == before


def test_going_back_to_an_older_version_keeps_both(newsroom: Newsroom) -> None:
    older = Newsroom(newsroom.path, {"cleaning": "c1", "extractor": "1 (small)"})
    older.run(FIRST, run_id="3", now=NOW.replace(day=7))
    compared = warehouse.compare(older.home)
    assert (compared.earlier, compared.later) == ("2 (small)", "1 (small)")
    assert older.rows("select distinct extractor_version from store.earlier_mentions") == [
        ("2 (small)",)
    ]


def test_a_third_version_can_be_compared_with_the_first(newsroom: Newsroom) -> None:
    third = Newsroom(newsroom.path, {"cleaning": "c1", "extractor": "3 (large)"})
    third.run(story(SAID), run_id="3", now=NOW.replace(day=7))
    rows = warehouse.compare(third.home, "1", "3").mentions.to_pylist()
    assert sorted((row["change"], row["trigger_text"]) for row in rows) == [
        ("gained", "said"),
        ("lost", "met"),
        ("lost", "sign"),
    ]


def test_another_list_of_actors_is_no_change_of_the_version(newsroom: Newsroom) -> None:
    line = "test.anna,Anna Berg,person,NO,,,,Anna Berg\n"
    newsroom.home.actors.write_text(
        f"actor_id,name,kind,country,office,start,end,aliases\n{line}", "utf-8"
    )
    newsroom.load("3")
    assert ("kept", "met", []) in changes(newsroom)


def test_what_is_taken_down_is_gone_from_the_older_version_too(newsroom: Newsroom) -> None:
    forget(newsroom, "https://news.example/1")
    assert newsroom.rows("from store.earlier_mentions") == []
    assert newsroom.rows("from store.earlier_extractions") == []


def test_a_version_that_is_not_there_is_named_with_those_that_are(newsroom: Newsroom) -> None:
    with pytest.raises(UnknownVersionError, match=r"'9'; have read here: 2 \(small\); 1 \(small\)"):
        warehouse.compare(newsroom.home, None, "9")
    with pytest.raises(UnknownVersionError, match="no other version begins with '2'"):
        warehouse.compare(newsroom.home, "2", "2")


def diff(newsroom: Newsroom, *arguments: str) -> str:
    done = CliRunner(env={"COLUMNS": "200"}).invoke(
        app, ["diff", *arguments, "--home", str(newsroom.path)]
    )
    assert done.exit_code == 0, done.output
    return done.output


def test_the_command_counts_by_kind_and_shows_the_words(newsroom: Newsroom) -> None:
    shown = diff(newsroom)
    assert "1 (small) → 2 (small): 1 documents read by both" in shown
    assert "changed (status) deal_signing, occurred → planned: “sign”" in shown
    assert "gained statement, occurred: “said” in: Anna Berg met" in shown
    counts = {line.split()[1]: line.split()[3:10:2] for line in shown.splitlines() if "│" in line}
    assert counts == {
        "deal_signing": ["0", "1", "0", "0"],
        "meeting": ["1", "0", "0", "0"],
        "statement": ["0", "0", "1", "0"],
    }
    rows = [*csv.DictReader(io.StringIO(diff(newsroom, "1", "2", "--format", "csv")))]
    assert {row["change"] for row in rows} == {"kept", "changed", "gained"}


def test_with_one_version_the_command_says_so(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path / "home")
    newsroom.run(FIRST)
    done = CliRunner().invoke(app, ["diff", "--home", str(newsroom.path)])
    assert done.exit_code == 1
    assert "nothing to compare: one version has read here (e1)" in done.output
