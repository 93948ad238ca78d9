"""The same documents again, clocks that jump, and runs that meet."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from readout import warehouse
from readout.home import Home
from readout.warehouse import TakenOverError
from tests.faults import steps
from tests.faults.test_killed_anywhere import NAMES, REPORT
from tests.newsroom import NOW, Newsroom, Story, day, told

pytestmark = pytest.mark.promise(4)

HOUR = timedelta(hours=1)
PARIS = ZoneInfo("Europe/Paris")


def story(one: str = "Anna Berg", date: str = "3 March 2025", iso: str = "2025-03-03") -> Story:
    text = f"{one} met Carl Dahl in Oslo on {date}, the ministry said."
    when = day(text, date, iso)
    mention = told(text, "meeting", "met", [one, "Carl Dahl"], when=when)
    return Story(text, (mention,), "https://news.example/1", title="Talks")


def current(newsroom: Newsroom) -> list[tuple[object, ...]]:
    return newsroom.rows("select text from documents_v1 order by text")


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "home")


def test_a_document_again_and_again_is_one(newsroom: Newsroom) -> None:
    for number in range(4):
        newsroom.run(story(), run_id=str(number), now=NOW + number * HOUR)
    assert len(current(newsroom)) == 1
    assert newsroom.rows("select count(*) from events_v1") == [(1,)]


def test_a_document_at_another_url_is_a_duplicate_and_one_report(newsroom: Newsroom) -> None:
    copy = replace(story(), address="https://copy.example/1", source="copier")
    newsroom.run(story(), run_id="first")
    balance = newsroom.run(copy, run_id="second", now=NOW + HOUR)
    assert balance.duplicate == balance.inputs == 1
    assert newsroom.rows("select n_reports from meetings_v1") == [(1,)]


def test_corrected_and_corrected_back_gives_the_first_again(newsroom: Newsroom) -> None:
    first, second = story(), story("Eva Falk")
    for number, one in enumerate((first, second, first)):
        at = NOW + number * HOUR
        newsroom.run(replace(one, fetched_at=at), run_id=str(number), now=at)
        assert current(newsroom) == [(one.text,)]
    assert newsroom.rows("select count(*) from store.revisions where is_current") == [(1,)]


@pytest.mark.parametrize("jump", [timedelta(), -HOUR, timedelta(days=-400)], ids=str)
def test_a_correction_is_the_current_document_though_the_clock_was_set_back(
    tmp_path: Path, jump: timedelta
) -> None:
    home = Home(tmp_path / "home")
    given = tmp_path / "in"
    given.mkdir()
    texts = [REPORT.format(who=who, n=2) for who in NAMES[:2]]
    for number, text in enumerate([texts[0], texts[1], texts[0]]):
        (given / "1.txt").write_text(f"---\npublished: 2023-03-05\n---\n{text}", "utf-8")
        steps.run(home, given, str(number), NOW + number * jump)
        assert current(Newsroom(home.path)) == [(text.strip(),)]


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2025, 3, 30, 2, 30, tzinfo=PARIS),  # an hour that there is not
        datetime(2025, 10, 26, 2, 30, tzinfo=PARIS),  # an hour that there is twice
        datetime(2025, 10, 26, 2, 30, fold=1, tzinfo=PARIS),
        datetime(2025, 3, 5, 23, 30, tzinfo=timezone(-timedelta(hours=11))),
    ],
    ids=str,
)
def test_moments_are_kept_in_utc_whatever_clocks_are_set_to(
    newsroom: Newsroom, moment: datetime
) -> None:
    newsroom.run(replace(story(), published_at=moment, fetched_at=moment), now=moment)
    expected = moment.astimezone(UTC).replace(tzinfo=None)
    assert newsroom.rows("select published_at from documents_v1") == [(expected,)]
    assert newsroom.rows("select started_at from runs_v1") == [(expected,)]


def test_the_hour_that_comes_twice_keeps_its_order(newsroom: Newsroom) -> None:
    once = datetime(2025, 10, 26, 2, 30, tzinfo=PARIS)
    newsroom.run(replace(story(), fetched_at=once), run_id="first", now=once)
    twice = once.replace(fold=1)
    newsroom.run(replace(story("Eva Falk"), fetched_at=twice), run_id="second", now=twice)
    assert current(newsroom) == [(story("Eva Falk").text,)]


def test_a_run_whose_lease_was_taken_over_can_no_longer_commit(newsroom: Newsroom) -> None:
    newsroom.run(story(), run_id="before")
    before = newsroom.contents()
    with newsroom.home.lock():
        with warehouse.open(newsroom.home) as con:
            warehouse.start_run(con, "first", newsroom.versions, NOW)
        newsroom.stage([replace(story("Eva Falk"), address="https://news.example/2")])
        (newsroom.home.path / "lock").unlink()  # as by who thinks that it is stale
        with newsroom.home.lock(), warehouse.open(newsroom.home) as con:
            warehouse.start_run(con, "second", newsroom.versions, NOW)
        with (
            warehouse.open(newsroom.home) as con,
            pytest.raises(TakenOverError, match="run first"),
        ):
            warehouse.load(con, newsroom.home, "first", newsroom.versions, NOW)
    with warehouse.open(newsroom.home) as con:
        warehouse.publish(con, newsroom.home)
    assert newsroom.contents() == before
    assert newsroom.load("third").loaded == 1
