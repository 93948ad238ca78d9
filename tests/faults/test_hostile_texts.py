"""Texts and pages that are hard to read: each ends in rows or in a reject, in bounded time."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

import extractors
from readout import cleaning
from readout.cleaning import as_given
from readout.records import Article, Document, Extraction, Rejected
from tests.faults.conftest import Keep
from tests.faults.hostile_texts import PAGES, TEXTS

pytestmark = pytest.mark.promise(6)

NOW = datetime(2025, 3, 5, 12, tzinfo=UTC)
SIZE = 200_000
LONGEST_S = 10.0  # of processor time, for texts of this size
LITTLE = 8_000
PROSE = "The prime minister met the president of the council in Lisbon on Tuesday, and they spoke. "


# Far beyond ten seconds, or near them: rules look around in a paragraph for each of its words.
FAR = frozenset({
    "lone surrogates", "quoted in quoted", "quoted again and again", "deals", "dates", "commas",
    "lines of one letter", "bars",
})  # fmt: skip
NEAR = frozenset({"one sentence", "one sentence of names", "meetings", "money", "headings"})


def text(content: str) -> Article:
    return Article("hostile", "test:text", "text/plain", PROSE + content, NOW)


def page(content: str) -> Article:
    whole = f"<!DOCTYPE html><html><body><p>{PROSE * 8}</p>{content}"
    return Article("hostile", "test:page", "text/html", whole, NOW)


def read(article: Article) -> Document | Rejected:
    """Cleans it, and extracts from its text: of a page the clean one, else the one as it came."""
    outcome = cleaning.clean(article, NOW)
    given = [outcome] if isinstance(outcome, Document) else []
    if article.media_type == "text/plain":
        given = [as_given("given", str(article.content), None, None)]
    for document, found in zip(given, extractors.extract(given), strict=True):
        assert isinstance(found, Extraction), found
        assert found.document_id == document.document_id
        for mention in found.mentions:
            assert 0 <= mention.trigger.start < mention.trigger.end <= len(document.text)
    return outcome


def check(article: Article, longest_s: float) -> Document | Rejected:
    started = time.process_time()
    outcome = read(article)
    took = time.process_time() - started
    assert took < longest_s
    if isinstance(outcome, Rejected):
        assert outcome.reason != "failed", outcome.error
    return outcome


@pytest.mark.parametrize(
    ("make", "content"),
    [
        *((text, TEXTS[name](LITTLE)) for name in ("brackets", "marks out of order", "deals")),
        *((page, PAGES[name](LITTLE)) for name in ("nested tags", "open comments", "NULs")),
    ],
    ids=["brackets", "marks out of order", "deals", "nested tags", "open comments", "NULs"],
)
def test_a_hard_text_is_read_or_rejected_in_little_time(
    make: Callable[[str], Article], content: str
) -> None:
    check(make(content), LONGEST_S / 2)


def gap(name: str) -> object:
    """A text of which extraction takes the square of its length, as an expected failure."""
    reason = "known gap: longer than ten seconds, ended by the limits of its process"
    return pytest.param(name, marks=pytest.mark.xfail(reason=reason, run=name not in FAR))


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", [gap(name) if name in FAR | NEAR else name for name in TEXTS])
def test_200_kb_of_any_characters_end_within_ten_seconds(name: str, keep: Keep) -> None:
    extractors.version()
    check(text(TEXTS[name](SIZE)), LONGEST_S)
    keep(6, "hard texts of 200 KB", len(TEXTS) - len(FAR | NEAR))


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_to_be_hard_ends_within_ten_seconds(name: str, keep: Keep) -> None:
    extractors.version()
    check(page(PAGES[name](500_000)), 2.5 * LONGEST_S)
    keep(6, "hard pages of 500 KB", len(PAGES))
