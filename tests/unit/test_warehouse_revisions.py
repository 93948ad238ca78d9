"""Edited articles, copies of one report, and what they do to events."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from readout import staging, warehouse
from readout.identity import article_id
from readout.records import Unchanged
from tests.newsroom import NOW, Newsroom, Story, day, told

FIRST = "Anna Berg met Carl Dahl in Oslo on Monday."
EDITED = "Anna Berg met Eva Falk in Oslo on Monday."
HOUR = timedelta(hours=1)
FILLER = " ".join(
    f"Paragraph {place} says what number {place} of the list is." for place in range(30)
)


def story(text: str, *actors: str, **more: Any) -> Story:
    mention = told(text, "meeting", "met", actors)
    return replace(Story(text, (mention,), "https://news.example/1"), **more)


ONE = story(FIRST, "Anna Berg", "Carl Dahl")
TWO = story(EDITED, "Anna Berg", "Eva Falk", fetched_at=NOW + HOUR)
PARTICIPANTS = "select participants from meetings_v1 order by all"


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "home")


@pytest.mark.parametrize("order", [(ONE, TWO), (TWO, ONE)])
def test_an_edited_article_replaces_the_old_one_in_every_view(
    newsroom: Newsroom, order: tuple[Story, Story]
) -> None:
    for number, edition in enumerate(order):
        newsroom.run(edition, run_id=f"run {number}")
    assert newsroom.rows(PARTICIPANTS) == [(["Anna Berg", "Eva Falk"],)]
    assert newsroom.rows("select text from documents_v1") == [(EDITED,)]
    assert newsroom.rows("select count(*) from mentions_v1") == [(1,)]
    assert newsroom.rows("select count(*) from store.documents") == [(2,)]
    assert newsroom.rows("from store.duplicates") == []


def test_what_is_corrected_and_corrected_back_is_the_first_again(newsroom: Newsroom) -> None:
    newsroom.run(ONE, run_id="1")
    newsroom.run(TWO, run_id="2")
    seen = Unchanged("wire", ONE.address, NOW + 2 * HOUR, article_id(ONE.article))
    staging.write(newsroom.home, staging.UNCHANGED, [seen])
    assert newsroom.load("3").unchanged == 1
    assert newsroom.rows(PARTICIPANTS) == [(["Anna Berg", "Carl Dahl"],)]


def test_three_editions_in_one_part_end_with_the_one_seen_last(newsroom: Newsroom) -> None:
    newsroom.run(ONE, TWO, replace(ONE, fetched_at=NOW + 2 * HOUR))
    assert newsroom.rows(PARTICIPANTS) == [(["Anna Berg", "Carl Dahl"],)]


LONG = FIRST + " " + FILLER
ORIGINAL = story(LONG, "Anna Berg", "Carl Dahl", address="test:original")
COPY = replace(ORIGINAL, address="test:copy", published_at=NOW + HOUR)
CUT = story(
    LONG.replace(" Paragraph 29 says what number 29 of the list is.", ""),
    "Anna Berg",
    "Carl Dahl",
    address="test:cut",
    published_at=NOW + 2 * HOUR,
)


@pytest.mark.parametrize(
    "order", [(ORIGINAL, COPY, CUT), (CUT, COPY, ORIGINAL), (COPY, CUT, ORIGINAL)]
)
def test_copies_point_at_the_first_whatever_order_they_come_in(
    newsroom: Newsroom, order: Sequence[Story]
) -> None:
    for number, one in enumerate(order):
        newsroom.run(one, run_id=f"run {number}")
    first = ORIGINAL.document.document_id
    assert newsroom.rows(
        "select address, duplicate_of, duplicate_kind from documents_v1 order by address"
    ) == [
        ("test:copy", first, "exact"),
        ("test:cut", first, "near"),
        ("test:original", None, None),
    ]
    assert newsroom.rows("select n_mentions, n_sources from meetings_v1") == [(2, 1)]


def test_when_the_first_telling_is_edited_its_copy_speaks_for_itself(newsroom: Newsroom) -> None:
    newsroom.run(ORIGINAL, COPY, run_id="1")
    edited = story("Nobody met Anna Berg.", "Anna Berg", address="test:original")
    newsroom.run(replace(edited, fetched_at=NOW + HOUR), run_id="2")
    assert newsroom.rows("select duplicate_of from documents_v1") == [(None,), (None,)]
    assert newsroom.rows("select document_ids from meetings_v1 order by len(participants)") == [
        ([edited.document.document_id],),
        ([COPY.document.document_id],),
    ]


PLAN = "Anna Berg and Carl Dahl will meet in Oslo on Monday."
HELD = "Anna Berg met Carl Dahl in Oslo on Monday, a spokesman said."
AGAIN = "Anna Berg and Carl Dahl are to meet again next Monday."
PAIR = ["Anna Berg", "Carl Dahl"]
ON_MONDAY = day(PLAN, "Monday", "2025-03-10")
THREAD = [
    Story(PLAN, (told(PLAN, "meeting", "meet", PAIR, "planned", when=ON_MONDAY),), "test:plan"),
    Story(
        HELD,
        (told(HELD, "meeting", "met", PAIR, when=day(HELD, "Monday", "2025-03-10")),),
        "test:held",
        published_at=NOW + timedelta(days=6),
    ),
    Story(
        AGAIN,
        (
            told(
                AGAIN,
                "meeting",
                "meet",
                PAIR,
                "planned",
                when=day(AGAIN, "next Monday", "2025-03-17"),
            ),
        ),
        "test:again",
        published_at=NOW + timedelta(days=6),
    ),
]


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    newsroom = Newsroom(tmp_path_factory.mktemp("thread") / "home")
    newsroom.run(*THREAD)
    return newsroom


@pytest.mark.parametrize("order", [THREAD, THREAD[::-1], THREAD[1:] + THREAD[:1]])
def test_a_plan_becomes_the_meeting_that_was_held_and_the_next_plan_stays_one(
    newsroom: Newsroom, at_once: Newsroom, order: Sequence[Story]
) -> None:
    for number, one in enumerate(order):
        newsroom.run(one, run_id=f"run {number}")
    day_shown = "strftime(date_start, '%d %b')"
    shown = f"select event_id, status, {day_shown}, n_mentions from events_v1 order by 3"  # noqa: S608
    assert [row[1:] for row in newsroom.rows(shown)] == [
        ("occurred", "10 Mar", 2),
        ("planned", "17 Mar", 1),
    ]
    assert newsroom.rows(shown) == at_once.rows(shown)
    both = "from event_mentions_v1 order by mention_id"
    assert newsroom.rows(both) == at_once.rows(both)


def test_a_run_that_never_ended_is_called_interrupted_by_the_next(newsroom: Newsroom) -> None:
    con = warehouse.open(newsroom.home)
    warehouse.start_run(con, "killed", newsroom.versions, NOW)
    con.close()
    newsroom.run(ONE, run_id="next")
    assert newsroom.rows("select run_id, state from runs_v1 order by run_id") == [
        ("killed", "interrupted"),
        ("next", "completed"),
    ]
