"""Every input ends in one state, whatever is the matter with it; a source that worsens is named."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from readout import cleaning, staging
from readout.records import Article, Rejected
from readout.warehouse import Balance
from tests.faults import steps
from tests.faults.hostile_texts import PAGES, TEXTS
from tests.newsroom import NOW, Newsroom, Story, told

pytestmark = pytest.mark.promise(5)

CHECK = "no_source_fails_twice_as_often"
PROSE = "The prime minister met the president of the council in Lisbon on Tuesday, and they spoke. "


def stories(number: int, run: int) -> list[Story]:
    texts = [f"Anna Berg met Carl Dahl, says report {n} of day {run}." for n in range(number)]
    return [
        Story(text, (told(text, "meeting", "met", ["Anna Berg", "Carl Dahl"]),), f"test:{text}")
        for text in texts
    ]


def load(newsroom: Newsroom, run: int, good: int, bad: int) -> Balance:
    at = NOW + timedelta(hours=run)
    newsroom.stage([replace(one, fetched_at=at) for one in stories(good, run)])
    rejects = [
        Rejected("wire", f"test:{run}/{n}", "ingest", "http 500", "the server failed", at)
        for n in range(bad)
    ]
    staging.write_rejects(newsroom.home, "ingest", rejects)
    return newsroom.load(str(run), at)


def test_a_source_whose_share_of_rejects_doubles_is_flagged_and_one_as_bad_as_ever_is_not(
    tmp_path: Path,
) -> None:
    newsroom = Newsroom(tmp_path)
    flagged = [
        CHECK in {warned.check for warned in load(newsroom, run, good, bad).warnings}
        for run, (good, bad) in enumerate([(36, 4), (36, 4), (35, 5), (30, 10), (39, 1)])
    ]
    assert flagged == [False, False, False, True, False]


def test_bytes_that_give_no_text_are_a_reject_and_no_empty_document() -> None:
    for name, make in PAGES.items():
        page = f"<!DOCTYPE html><html><body>{make(3_000)}"
        outcome = cleaning.clean(Article("h", f"test:{name}", "text/html", page, NOW), NOW)
        assert isinstance(outcome, Rejected) or outcome.text.strip(), name
    for content in (
        b"",
        b" \n ",
        b"\0" * 99,
        b"\xff\xfe",
        b"\x1f\x8b",
        b"<html></html>",
        b"<!---->",
    ):
        outcome = cleaning.clean(Article("h", "test:bytes", "text/html", content, NOW), NOW)
        assert isinstance(outcome, Rejected), content


def test_every_hard_text_and_page_of_a_folder_is_accounted_for(tmp_path: Path) -> None:
    given = tmp_path / "in"
    given.mkdir()
    for number, (name, make) in enumerate([*TEXTS.items(), *PAGES.items()]):
        ending = "txt" if name in TEXTS else "html"
        content = (PROSE + make(400)).encode("utf-8", "surrogatepass")
        (given / f"{number}.{ending}").write_bytes(content)
    balance = steps.run(Newsroom(tmp_path / "home").home, given, now=datetime.now(UTC))
    assert balance.inputs == len(TEXTS) + len(PAGES)
    assert balance.inputs == (
        balance.loaded + balance.nothing_found + balance.duplicate + balance.rejected
    )
