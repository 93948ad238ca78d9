"""Staged parts: whole or not there, named by what is in them."""

from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from readout import staging
from readout.home import Home
from readout.records import Rejected
from tests.newsroom import NOW, Newsroom, Story

ONE, TWO = Story("One thing."), Story("Another thing.")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_the_same_articles_fetched_again_are_the_same_part(home: Home) -> None:
    first = staging.write(home, staging.ARTICLES, [ONE.article])
    later = replace(ONE.article, fetched_at=NOW.replace(hour=20))
    assert staging.write(home, staging.ARTICLES, [later]) == first
    assert staging.parts(home, staging.ARTICLES) == [first]


def test_a_part_that_was_not_finished_is_not_seen_and_is_swept_away(home: Home) -> None:
    staging.write(home, staging.ARTICLES, [ONE.article])
    half = home.staging / "articles" / ".abc.parquet.123"
    half.write_bytes(b"half a part")
    assert len(staging.parts(home, staging.ARTICLES)) == 1
    staging.sweep(home)
    assert not half.exists()
    assert len(staging.parts(home, staging.ARTICLES)) == 1


def test_each_step_sees_the_parts_it_has_yet_to_do(home: Home) -> None:
    one = staging.write(home, staging.ARTICLES, [ONE.article])
    two = staging.write(home, staging.ARTICLES, [TWO.article])
    assert staging.to_clean(home) == sorted([one, two])
    staging.write(home, staging.DOCUMENTS, [ONE.document], one, "c1")
    assert (staging.to_clean(home), staging.to_extract(home)) == ([two], [one])
    staging.write(home, staging.EXTRACTIONS, [], one, "e1")
    assert (staging.to_extract(home), staging.complete(home)) == ([], [one])


def test_a_lone_surrogate_becomes_one_other_character(home: Home) -> None:
    article = replace(ONE.article, content="a\ud800b😀")
    part = staging.write(home, staging.ARTICLES, [article])
    (read,) = staging.read(home, staging.ARTICLES, part)
    assert read.content == "a\ufffdb😀"


def test_content_is_text_or_bytes_as_it_was(home: Home) -> None:
    raw = replace(ONE.article, content=b"\xff\x00raw")
    part = staging.write(home, staging.ARTICLES, [ONE.article, raw])
    assert [one.content for one in staging.read(home, staging.ARTICLES, part)] == [
        "One thing.",
        b"\xff\x00raw",
    ]


def test_a_part_says_which_version_made_it(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path / "home")
    part = newsroom.stage([ONE])
    path = staging.part_path(newsroom.home, staging.EXTRACTIONS, part)
    assert pq.read_table(path)["version"].to_pylist() == ["e1"]


def test_rejects_of_a_step_wait_for_the_part_they_belong_to(home: Home) -> None:
    part = staging.write(home, staging.ARTICLES, [ONE.article])
    cleaning = Rejected("wire", ONE.article.address, "clean", "language", "French", NOW)
    ingest = Rejected("wire", "test:gone", "ingest", "http 404", "gone", NOW)
    staging.write_rejects(home, "clean", [cleaning], part)
    staging.write_rejects(home, "ingest", [ingest])
    staging.write_rejects(home, "extract", [], part)
    assert len(staging.parts(home, staging.REJECTS)) == 2
    (loadable,) = staging.loadable_rejects(home)
    assert loadable.endswith("-ingest")
