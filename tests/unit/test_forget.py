"""What is taken down is gone, byte by byte, and stays away."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from readout import intake, staging, warehouse
from readout.cleaning import fingerprint
from readout.home import Home
from readout.records import Extraction, Rejected
from readout.warehouse import NothingToForgetError, Takedown
from tests.newsroom import NOW, Newsroom, Story, day, told

MARKER = "Quixlebrand Vostrikhov"
HOUR = timedelta(hours=1)


def meeting(one: str, other: str, address: str, **more: object) -> Story:
    filler = " ".join(f"{other} says {number * len(one)} of {address}." for number in range(20))
    text = f"{one} met {other} in Oslo on 3 March 2025, the ministry said. {filler}"
    when = day(text, "3 March 2025", "2025-03-03")
    mention = told(text, "meeting", "met", [one, other], when=when)
    story = Story(text, (mention,), address, title=f"{one} meets {other}")
    return replace(story, **more)  # type: ignore[arg-type]  # the fields of a story


ADDRESS = "https://news.example/taken-down"
UNWANTED = meeting(MARKER, "Carl Dahl", ADDRESS)
EARLIER = meeting(MARKER, "Carl Dahl the Elder", ADDRESS, fetched_at=NOW - HOUR)
COPY = replace(UNWANTED, address="https://copy.example/1", source="copier")
OTHER = meeting("Anna Berg", "Carl Dahl", "https://news.example/other")


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "home")


def forget(
    newsroom: Newsroom, *names: str, why: str = "", run_id: str = "takedown"
) -> warehouse.Forgotten:
    with newsroom.home.lock():
        con = warehouse.open(newsroom.home)
        try:
            asked = Takedown(frozenset(names), why)
            forgotten = warehouse.forget(con, newsroom.home, asked, run_id, NOW)
            warehouse.publish(con, newsroom.home)
        finally:
            con.close()
    return forgotten


def holding(home: Home, marker: str) -> Iterator[Path]:
    """The files of the home in which the bytes of a string are."""
    for path in home.path.rglob("*"):
        if path.is_file() and marker.encode() in path.read_bytes():
            yield path


def test_the_marker_is_in_the_files_before(newsroom: Newsroom) -> None:
    newsroom.run(UNWANTED, OTHER)
    assert {path.name for path in holding(newsroom.home, MARKER)} == {
        "warehouse.duckdb",
        "readout.duckdb",
    }


@pytest.mark.promise(11)
@pytest.mark.parametrize("name", [ADDRESS, UNWANTED.document.document_id])
def test_no_file_of_the_home_holds_a_byte_of_what_was_taken_down(
    newsroom: Newsroom, name: str
) -> None:
    newsroom.run(EARLIER, OTHER, run_id="first")
    newsroom.run(UNWANTED, COPY, run_id="second", now=NOW + HOUR)
    newsroom.stage([UNWANTED, meeting(MARKER, "Eva Falk", ADDRESS)])
    reject = Rejected("wire", ADDRESS, "ingest", "http 500", f"{ADDRESS}: {MARKER}", NOW)
    staging.write_rejects(newsroom.home, "ingest", [reject])
    forgotten = forget(newsroom, name, why="asked by the court")
    assert (forgotten.addresses, forgotten.texts, forgotten.copies) == (1, 3, 1)
    for marker in (MARKER, "Quixlebrand", ADDRESS, "taken-down"):
        assert [*holding(newsroom.home, marker)] == []
    assert newsroom.rows("select participants from meetings_v1") == [(["Anna Berg", "Carl Dahl"],)]
    assert newsroom.rows("select distinct kind from store.tombstones order by 1") == [
        ("address",),
        ("article",),
        ("content",),
        ("document",),
    ]
    assert newsroom.rows("select distinct why from store.tombstones") == [("asked by the court",)]


def test_the_rest_is_as_if_the_document_had_never_come(tmp_path: Path) -> None:
    both, one = Newsroom(tmp_path / "both"), Newsroom(tmp_path / "one")
    both.run(UNWANTED, OTHER, COPY)
    one.run(OTHER)
    forget(both, ADDRESS)
    assert both.contents() == one.contents()


def test_the_balance_of_earlier_runs_stays_as_it_was(newsroom: Newsroom) -> None:
    newsroom.run(UNWANTED, OTHER, run_id="first")
    counts = "select n_inputs, n_loaded from runs_v1 where run_id = 'first'"
    before = newsroom.rows(counts)
    forget(newsroom, ADDRESS)
    assert newsroom.rows(counts) == before == [(2, 2)]


@pytest.mark.promise(11)
@pytest.mark.parametrize(
    "again",
    [
        UNWANTED,
        replace(UNWANTED, fetched_at=NOW + HOUR),
        meeting(MARKER, "Eva Falk", ADDRESS),
        replace(UNWANTED, address="https://elsewhere.example/7"),
    ],
    ids=["as it was", "fetched later", "edited", "under another address"],
)
def test_what_was_taken_down_does_not_come_back(newsroom: Newsroom, again: Story) -> None:
    newsroom.run(UNWANTED, OTHER, run_id="first")
    forget(newsroom, ADDRESS)
    balance = newsroom.run(again, run_id="again")
    assert (balance.inputs, balance.rejected) == (1, 1)
    assert [(why.stage, why.reason) for why in balance.refusals] == [("load", "forgotten")]
    assert [*holding(newsroom.home, MARKER)] == []
    assert [*holding(newsroom.home, ADDRESS)] == []
    assert newsroom.rows("select count(*) from documents_v1") == [(1,)]


@pytest.mark.promise(11)
def test_it_is_turned_away_before_a_byte_is_written(newsroom: Newsroom) -> None:
    newsroom.run(UNWANTED, run_id="first")
    forget(newsroom, ADDRESS)
    with warehouse.open(newsroom.home) as con:
        stones = warehouse.tombstones(con)
    articles = [UNWANTED.article, COPY.article, OTHER.article]
    tally = intake.stage(articles, newsroom.home, set(), NOW, stones)
    assert tally == {"articles": 2, "rejected": 1}
    (part,) = staging.parts(newsroom.home, staging.REJECTS)
    (reject,) = staging.read(newsroom.home, staging.REJECTS, part)
    assert reject.reason == "forgotten"
    assert "news.example" not in repr(reject)


def test_a_staged_document_is_turned_away_even_when_it_was_never_loaded(
    newsroom: Newsroom,
) -> None:
    newsroom.run(OTHER, run_id="first")
    newsroom.stage([UNWANTED, meeting("Ida Juul", "Kai Lund", "https://news.example/3")])
    forget(newsroom, ADDRESS)
    newsroom.load("second")
    assert newsroom.rows("select count(*) from documents_v1") == [(2,)]
    assert newsroom.rows(f"from store.arguments where name = '{MARKER}'") == []


def test_an_earlier_text_of_the_same_address_goes_too(newsroom: Newsroom) -> None:
    newsroom.run(EARLIER, run_id="first")
    newsroom.run(UNWANTED, run_id="second", now=NOW + HOUR)
    forget(newsroom, UNWANTED.document.document_id)
    assert newsroom.rows("select count(*) from store.revisions") == [(0,)]


def test_a_near_copy_stays_and_is_named(newsroom: Newsroom) -> None:
    near = replace(
        UNWANTED,
        text=UNWANTED.text + " More follows.",
        address="https://near.example/1",
        mentions=(),
    )
    newsroom.run(UNWANTED, near)
    (alike,) = forget(newsroom, ADDRESS).alike
    assert (alike.document_id, alike.address) == (near.document.document_id, near.address)
    assert newsroom.rows("select duplicate_of from documents_v1") == [(None,)]


def test_what_nobody_knows_cannot_be_taken_down(newsroom: Newsroom) -> None:
    newsroom.run(OTHER)
    before = newsroom.contents()
    with pytest.raises(NothingToForgetError, match=r"nowhere\.example"):
        forget(newsroom, "https://nowhere.example/1")
    assert newsroom.contents() == before


def test_the_changes_say_that_it_was_withdrawn(newsroom: Newsroom) -> None:
    newsroom.run(UNWANTED)
    forget(newsroom, ADDRESS)
    changes = "select subject, what from store.changes where run_id = 'takedown' order by all"
    assert newsroom.rows(changes) == [
        ("document", "withdrawn"),
        ("event", "withdrawn"),
        ("mention", "withdrawn"),
    ]


@pytest.mark.promise(11)
def test_a_takedown_that_was_cut_short_is_finished_by_the_next_publication(
    newsroom: Newsroom,
) -> None:
    newsroom.run(UNWANTED, OTHER, run_id="first")
    newsroom.stage([UNWANTED])
    con = warehouse.open(newsroom.home)
    warehouse.forget(con, newsroom.home, Takedown(frozenset({ADDRESS})), "cut short", NOW)
    con.close()
    assert [*holding(newsroom.home, MARKER)]
    newsroom.load("next")
    assert [*holding(newsroom.home, MARKER)] == []


def test_taking_down_again_finishes_what_was_cut_short(newsroom: Newsroom) -> None:
    newsroom.run(UNWANTED, OTHER, run_id="first")
    con = warehouse.open(newsroom.home)
    warehouse.forget(con, newsroom.home, Takedown(frozenset({ADDRESS})), "cut short", NOW)
    con.close()
    for name in (ADDRESS, UNWANTED.document.document_id):
        forgotten = forget(newsroom, name, run_id=f"again with {name}")
        assert forgotten.was_known
        assert forgotten.texts == 0
        assert [*holding(newsroom.home, MARKER)] == []


def test_the_warehouse_goes_on_working_after_it_was_written_anew(newsroom: Newsroom) -> None:
    newsroom.run(UNWANTED, run_id="first")
    forget(newsroom, ADDRESS)
    balance = newsroom.run(OTHER, run_id="second")
    assert balance.loaded == 1
    assert newsroom.rows("select comment from duckdb_views() where view_name = 'meetings_v1'")[0][0]


def test_a_part_without_what_was_taken_down_is_as_it_was(newsroom: Newsroom) -> None:
    newsroom.run(UNWANTED, run_id="first")
    part = newsroom.stage([OTHER, UNWANTED])
    forget(newsroom, ADDRESS)
    assert [*staging.read(newsroom.home, staging.DOCUMENTS, part)] == [OTHER.document]
    assert [*staging.read(newsroom.home, staging.ARTICLES, part)] == [OTHER.article]
    (extraction,) = staging.read(newsroom.home, staging.EXTRACTIONS, part)
    assert extraction == Extraction(OTHER.document.document_id, OTHER.mentions, ())
    assert fingerprint.content_hash(OTHER.text) == OTHER.document.content_hash
