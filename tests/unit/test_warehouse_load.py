"""What is loaded, and in which state each input ends."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from readout import staging, warehouse
from readout.identity import article_id
from readout.records import Argument, Extent, Fetched, Rejected, Unchanged
from tests.newsroom import NOW, VERSIONS, Newsroom, Story, day, place, told, words

MET = "Anna Berg met Carl Dahl in Oslo on 3 March 2025."
MEETING = told(
    MET,
    "meeting",
    "met",
    ["Anna Berg", "Carl Dahl"],
    when=day(MET, "3 March 2025", "2025-03-03"),
    where=place(MET, "Oslo", "NO"),
)
STORY = Story(MET, (MEETING,), "https://news.example/1")
QUIET = Story("The harbour was quiet all day.", address="https://news.example/2")


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "home")


def test_a_meeting_is_shown_with_the_words_that_prove_it(newsroom: Newsroom) -> None:
    newsroom.run(STORY)
    (row,) = warehouse.query(newsroom.home, "from meetings_v1").to_pylist()
    assert row["participants"] == ["Anna Berg", "Carl Dahl"]
    assert row["status"] == "occurred"
    assert row["date_start"].date().isoformat() == "2025-03-03"
    assert (row["place"], row["country"]) == ("Oslo", "NO")
    assert row["evidence"] == MET
    assert (row["n_mentions"], row["n_sources"]) == (1, 1)
    assert newsroom.rows("select trigger_text, date_text from mentions_v1") == [
        ("met", "3 March 2025")
    ]


def test_words_are_counted_in_code_points_whatever_the_characters(newsroom: Newsroom) -> None:
    text = "👩‍👩‍👧 e\u0301 \u0000 ｔ𝒽𝑒 Anna Berg met Carl Dahl 🇳🇴."
    newsroom.run(Story(text, (told(text, "meeting", "met", ["Anna Berg", "Carl Dahl"]),)))
    assert newsroom.rows("select trigger_text, evidence from mentions_v1") == [("met", text)]
    assert newsroom.rows("select text from arguments_v1 order by position") == [
        ("Anna Berg",),
        ("Carl Dahl",),
    ]


def test_every_input_ends_in_one_state_and_all_add_up(newsroom: Newsroom) -> None:
    long = " ".join(f"The word number {place} of this report is its own." for place in range(12))
    newsroom.run(replace(STORY, address="https://news.example/old", text=MET + " It was late."))
    known = newsroom.rows("select article_id from store.articles")[0][0]
    newsroom.stage([STORY, QUIET, Story(long, address="test:a"), Story(long, address="test:b")])
    refused = Rejected("wire", "https://news.example/gone", "ingest", "http 404", "gone", NOW)
    staging.write_rejects(newsroom.home, "ingest", [refused])
    old = Unchanged("wire", "https://news.example/old", NOW, known)
    feed = Unchanged("wire", "https://news.example/feed", NOW)
    staging.write(newsroom.home, staging.UNCHANGED, [old, feed])
    balance = newsroom.load("second")
    assert balance.loaded == 1
    assert balance.nothing_found == 2
    assert balance.duplicate == 1
    assert balance.unchanged == 2
    assert balance.rejected == 1
    assert balance.inputs == 7
    assert newsroom.rows("select n_inputs, n_rejected from runs_v1 where run_id = 'second'") == [
        (7, 1)
    ]


def test_a_second_run_over_the_same_input_changes_nothing(newsroom: Newsroom) -> None:
    newsroom.run(STORY, QUIET, run_id="first")
    before = newsroom.contents()
    balance = newsroom.run(STORY, QUIET, run_id="second")
    assert (balance.unchanged, balance.inputs) == (2, 2)
    assert newsroom.contents() == before


def test_an_article_that_cleaning_says_nothing_of_is_a_reject(newsroom: Newsroom) -> None:
    part = newsroom.stage([STORY])
    staging.write(newsroom.home, staging.DOCUMENTS, [], part, "c1")
    staging.write(newsroom.home, staging.EXTRACTIONS, [], part, "e1")
    assert newsroom.load().rejected == 1
    assert newsroom.rows("select stage, reason from rejects_v1") == [("load", "not cleaned")]


def test_a_document_that_extraction_cannot_stand_is_a_reject_and_is_tried_again(
    newsroom: Newsroom,
) -> None:
    part = newsroom.stage([STORY, QUIET])
    staging.write(newsroom.home, staging.EXTRACTIONS, [QUIET.extraction], part, "e1")
    poison = Rejected("wire", STORY.address, "extract", "crash", "it crashed", NOW)
    staging.write_rejects(newsroom.home, "extract", [poison], part)
    balance = newsroom.load()
    assert (balance.rejected, balance.nothing_found, balance.inputs) == (1, 1, 2)
    assert newsroom.rows("select stage, reason, attempts from rejects_v1") == [
        ("extract", "crash", 1)
    ]
    con = warehouse.open(newsroom.home)
    assert warehouse.known_articles(con, "c1") == {QUIET.document.article_id}
    con.close()
    assert newsroom.run(STORY, run_id="second").loaded == 1
    assert newsroom.rows("from rejects_v1") == []


def test_a_reject_is_one_row_however_often_it_is_tried(newsroom: Newsroom) -> None:
    for attempt in range(3):
        at = NOW + timedelta(hours=attempt)
        refused = Rejected("wire", "https://news.example/x", "ingest", "empty", "no text", at)
        staging.write_rejects(newsroom.home, "ingest", [refused])
        newsroom.load(f"run {attempt}")
    assert newsroom.rows(
        "select attempts, date_diff('hour', first_at, \"at\") from rejects_v1"
    ) == [(3, 2)]


def test_an_extractor_that_points_outside_the_text_costs_that_document_alone(
    newsroom: Newsroom,
) -> None:
    beyond = Argument("participant", Extent(3, len(MET) + 1), "Nobody")
    wrong = Story(MET, (replace(MEETING, arguments=(beyond,)),), "https://news.example/wrong")
    balance = newsroom.run(wrong, STORY)
    assert (balance.loaded, balance.rejected) == (1, 1)
    assert newsroom.rows("select stage, reason from rejects_v1") == [
        ("load", "extent outside text")
    ]


def test_a_part_waits_until_it_has_come_all_the_way(newsroom: Newsroom) -> None:
    part = newsroom.stage([STORY])
    staging.part_path(newsroom.home, staging.EXTRACTIONS, part).unlink()
    late = Rejected("wire", "test:late", "clean", "language", "it is French", NOW)
    staging.write_rejects(newsroom.home, "clean", [late], part)
    assert newsroom.load().inputs == 0
    assert staging.to_extract(newsroom.home) == [part]
    newsroom.stage([STORY])
    assert newsroom.load("second").inputs == 2
    assert not any(staging.parts(newsroom.home, kind) for kind in staging.KINDS)


def test_what_makes_the_next_request_conditional_is_the_last_answer(newsroom: Newsroom) -> None:
    url = "https://news.example/feed"
    for hour, etag in enumerate(['"a"', '"b"', None]):
        at = NOW + timedelta(hours=hour)
        staging.write(newsroom.home, staging.FETCHES, [Fetched("wire", url, 200, at, etag)])
        newsroom.load(f"run {hour}")
        con = warehouse.open(newsroom.home)
        found = warehouse.validators(con)
        con.close()
        assert (found[url].etag if url in found else None) == etag


def test_a_new_extractor_reads_the_kept_documents_by_the_same_path(newsroom: Newsroom) -> None:
    newsroom.run(replace(STORY, mentions=()), QUIET)
    newer = Newsroom(newsroom.path, {**VERSIONS, "extractor": "e2"})
    con = warehouse.open(newer.home)
    (part,) = warehouse.stage_outdated(con, newer.home, "e2")
    con.close()
    found = list(staging.read(newer.home, staging.DOCUMENTS, part))
    assert sorted(found, key=lambda one: one.text) == [STORY.document, QUIET.document]
    extractions = [STORY.extraction, QUIET.extraction]
    staging.write(newer.home, staging.EXTRACTIONS, extractions, part, "e2")
    balance = newer.load("backfill")
    assert (balance.loaded, balance.nothing_found) == (1, 1)
    assert newer.rows("select extractor_version from mentions_v1") == [("e2",)]
    con = warehouse.open(newer.home)
    assert warehouse.stage_outdated(con, newer.home, "e2") == []
    con.close()


def test_better_cleaning_replaces_what_older_cleaning_made(newsroom: Newsroom) -> None:
    newsroom.run(replace(STORY, text=MET + " Share this.", mentions=()))
    newer = Newsroom(newsroom.path, {**VERSIONS, "cleaning": "c2"})
    con = warehouse.open(newer.home)
    (part,) = warehouse.stage_uncleaned(con, newer.home, "c2")
    con.close()
    (article,) = staging.read(newer.home, staging.ARTICLES, part)
    assert article.content == MET + " Share this."
    document = replace(STORY.document, article_id=article_id(article))
    staging.write(newer.home, staging.DOCUMENTS, [document], part, "c2")
    staging.write(newer.home, staging.EXTRACTIONS, [STORY.extraction], part, "e1")
    assert newer.load("again").loaded == 1
    assert newer.rows("select text from store.documents") == [(MET,)]
    assert newer.rows("select count(*) from store.revisions") == [(1,)]


def test_a_broken_check_stops_the_load_and_keeps_everything_as_it_was(newsroom: Newsroom) -> None:
    newsroom.run(QUIET)
    before = newsroom.contents()
    odd = replace(MEETING, kind="eclipse")
    with pytest.raises(warehouse.ChecksFailedError, match="values are known"):
        newsroom.run(replace(STORY, mentions=(odd,)), run_id="second")
    assert newsroom.contents() == before
    assert words(MET, "met") == Extent(10, 13)
