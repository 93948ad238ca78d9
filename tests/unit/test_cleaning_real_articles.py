"""Cleaning of real articles, where they are at hand."""

import json
import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import pytest

from readout.cleaning import clean
from readout.records import Article, Document

SHARED = Path(os.environ.get("READOUT_SHARED", Path(__file__).parents[3] / "shared"))
ARTICLES = SHARED / "articles" / "articles.jsonl"
SEEDS = SHARED / "seeds"
NOW = datetime(2025, 6, 1, tzinfo=UTC)
MOST_LOST = 0.002

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not ARTICLES.is_file(), reason=f"no {ARTICLES}"),
]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in ARTICLES.read_text("utf-8").splitlines()]


def _document(
    row: dict[str, Any], field: str, media_type: Literal["text/plain", "text/html"]
) -> Document:
    article = Article(
        row["source"], row["url"], media_type, row[field], NOW, title=row["title"],
        published=row["published"],
    )  # fmt: skip
    found = clean(article, NOW)
    assert isinstance(found, Document), found
    return found


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


def test_hardly_a_line_of_a_real_article_is_dropped(rows: list[dict[str, Any]]) -> None:
    lines = lost = 0
    for row in rows:
        kept = _letters(_document(row, "text", "text/plain").text)
        words = [letters for letters in map(_letters, row["text"].split("\n")) if letters]
        lines += len(words)
        lost += sum(letters not in kept for letters in words)
    assert lines > 10_000
    assert lost / lines < MOST_LOST


def test_html_and_text_of_an_article_give_the_same_words(rows: list[dict[str, Any]]) -> None:
    both = [row for row in rows if row.get("html")]
    different = 0
    for row in both:
        of_text = _document(row, "text", "text/plain")
        of_html = _document(row, "html", "text/html")
        different += _letters(of_text.text) != _letters(of_html.text)
        assert of_html.published_at == of_text.published_at is not None
    # In a handful the title is repeated as the first line, which belongs to the text alone.
    assert different <= len(both) / 50


def test_teasers_and_cookie_notices_are_gone_from_the_ends() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        found = clean(Article("seeds", path.name, "text/plain", path.read_bytes(), NOW), NOW)
        assert isinstance(found, Document)
        assert not found.text.endswith(("…", "cookies."))
