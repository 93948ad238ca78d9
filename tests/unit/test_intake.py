"""What sources give is staged whole; what is known is only noted."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from readout import intake, staging
from readout.home import Home
from readout.identity import article_id
from readout.records import Article, Fetched, Rejected

NOW = datetime(2025, 3, 5, tzinfo=UTC)


def article(address: str, text: str = "They met.") -> Article:
    return Article("source", address, "text/plain", text, NOW)


def test_a_new_article_is_staged_as_it_came(tmp_path: Path) -> None:
    home = Home(tmp_path)
    tally = intake.stage([article("a")], home, set(), NOW)
    (part,) = staging.parts(home, staging.ARTICLES)
    assert [*staging.read(home, staging.ARTICLES, part)] == [article("a")]
    assert tally == {"articles": 1}


def test_an_article_that_the_warehouse_holds_is_only_noted(tmp_path: Path) -> None:
    home = Home(tmp_path)
    tally = intake.stage([article("a")], home, {article_id(article("a"))}, NOW)
    (part,) = staging.parts(home, staging.UNCHANGED)
    (noted,) = staging.read(home, staging.UNCHANGED, part)
    assert (noted.address, noted.article_id) == ("a", article_id(article("a")))
    assert staging.parts(home, staging.ARTICLES) == []
    assert tally == {"unchanged": 1}


def test_the_same_address_with_other_words_is_new(tmp_path: Path) -> None:
    known = {article_id(article("a"))}
    tally = intake.stage([article("a", "They never met.")], Home(tmp_path), known, NOW)
    assert tally == {"articles": 1}


def test_a_page_that_was_not_modified_counts_as_unchanged(tmp_path: Path) -> None:
    answers = [Fetched("source", "https://a.example/", 304, NOW, etag='"1"')]
    assert intake.stage(answers, Home(tmp_path), set(), NOW) == {"unchanged": 1}


def test_a_reject_is_staged_with_its_reason(tmp_path: Path) -> None:
    home = Home(tmp_path)
    reject = Rejected("source", "a", "ingest", "empty", "there is nothing in it", NOW)
    assert intake.stage([reject], home, set(), NOW) == {"rejected": 1}
    (part,) = staging.parts(home, staging.REJECTS)
    assert [*staging.read(home, staging.REJECTS, part)] == [reject]


def test_much_text_becomes_several_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "PART_CHARACTERS", 25)
    home = Home(tmp_path)
    articles = [article(str(number)) for number in range(7)]
    intake.stage(articles, home, set(), NOW)
    parts = [
        [one.address for one in staging.read(home, staging.ARTICLES, part)]
        for part in staging.parts(home, staging.ARTICLES)
    ]
    assert sorted(map(len, parts)) == [1, 3, 3]


def test_what_lets_a_url_be_skipped_is_written_after_its_articles(tmp_path: Path) -> None:
    home = Home(tmp_path)

    def outcomes() -> Iterator[intake.Outcome]:
        yield article("a")
        assert staging.parts(home, staging.FETCHES) == []
        yield Fetched("source", "https://a.example/", 200, NOW, etag='"1"')
        assert staging.parts(home, staging.FETCHES) == []

    intake.stage(outcomes(), home, set(), NOW)
    assert staging.parts(home, staging.ARTICLES)
    assert staging.parts(home, staging.FETCHES)
