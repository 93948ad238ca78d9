"""A made-up archive of any size, as a warehouse with its snapshot, for `scale` and for queries.

    python -m benchmarks.archive FOLDER 1000000

    from benchmarks.archive import build
    build(Home(Path("/tmp/archive")), mentions=1_000_000)

What is in it: `benchmarks.pages`. The same number of mentions gives the same archive everywhere.
"""

import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.pages import A_DAY, MENTIONS, Page, page
from readout import staging, warehouse
from readout.cleaning import fingerprint
from readout.home import Home
from readout.identity import article_id, hash_id
from readout.records import Article, Document, Extraction

VERSIONS = {"cleaning": "made up", "extractor": "made up"}

_PART = 500
_LOADED_AT_ONCE = 10_000
_SOURCES = 40


def build(home: Home, mentions: int) -> None:
    """Loads and links an archive of so many mentions into an empty home, and publishes it.

    A million takes some ten minutes on one core.
    """
    documents = mentions // MENTIONS
    reports = [(number, number // A_DAY) for number in range(documents)]
    for first in range(0, documents, _LOADED_AT_ONCE):
        stage(home, reports[first : first + _LOADED_AT_ONCE])
        load(home, f"documents from {first}")


def stage(home: Home, reports: Sequence[tuple[int, int]]) -> None:
    """Stages reports, by number and day, as if they had come all the way to loading."""
    for first in range(0, len(reports), _PART):
        written = [_written(number, day) for number, day in reports[first : first + _PART]]
        articles, documents, extractions = zip(*written, strict=True)
        part = staging.write(home, staging.ARTICLES, articles)
        staging.write(home, staging.DOCUMENTS, documents, part, VERSIONS["cleaning"])
        staging.write(home, staging.EXTRACTIONS, extractions, part, VERSIONS["extractor"])


def load(home: Home, run_id: str) -> float:
    """Loads what is staged, and publishes; the processor seconds of the load itself."""
    now = datetime.now(UTC)
    with home.lock(), warehouse.open(home) as con:
        warehouse.start_run(con, run_id, VERSIONS, now)
        started = time.process_time()
        warehouse.load(con, home, run_id, VERSIONS, now)
        seconds = time.process_time() - started
        warehouse.finish_run(con, run_id, "completed", now)
        warehouse.publish(con, home)
    return seconds


def _written(number: int, day: int) -> tuple[Article, Document, Extraction]:
    made, published = page(number, day)
    source = f"paper{number % _SOURCES}"
    address = f"https://{source}.example/{number}"
    found = published + timedelta(hours=1)
    article = Article(source, address, "text/plain", made.text, found, url=address)
    document = _document(article, made, published)
    return article, document, Extraction(document.document_id, tuple(made.mentions), ())


def _document(article: Article, made: Page, published: datetime) -> Document:
    return Document(
        hash_id(article.address, None, made.text),
        article_id(article),
        article.address,
        article.source,
        made.text,
        article.url,
        None,
        published,
        article.fetched_at,
        content_hash=fingerprint.content_hash(made.text),
        signature=fingerprint.signature(made.text),
    )


if __name__ == "__main__":
    build(Home(Path(sys.argv[1])), int(sys.argv[2]))
