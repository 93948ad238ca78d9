"""Whether the warehouse is the same whatever the order of arrival, on real articles.

    python -m benchmarks.order ARTICLES.jsonl

Reads the articles once, loads them into one home at once and into another in several batches of a
shuffled order, and compares what linking keeps, row by row.
"""

import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import extractors
from readout import cleaning, sources, staging, warehouse
from readout.home import Home
from readout.records import Article, Document, Extraction

TABLES = ("events", "event_mentions", "links", "mention_keys", "duplicates", "revisions", "actors")

_VERSIONS = {"cleaning": "any", "extractor": "any"}
_NOW = datetime(2030, 1, 1, tzinfo=UTC)
_BATCHES = 5

Read = tuple[Article, Document, Extraction]


def read(inputs: Sequence[str]) -> list[Read]:
    """The articles of some inputs, less those that are refused, and what is found in them."""
    given = sources.resolve(inputs, sources.load_catalogue())
    fetcher = sources.Fetcher()
    outcomes = (one for source in given for one in sources.read(source, {}, fetcher, _NOW))
    articles = [one for one in outcomes if isinstance(one, Article)]
    cleaned = [(one, cleaning.clean(one, _NOW)) for one in articles]
    pairs = [(one, outcome) for one, outcome in cleaned if isinstance(outcome, Document)]
    found = extractors.extract(document for _, document in pairs)
    return [
        (article, document, outcome)
        for (article, document), outcome in zip(pairs, found, strict=True)
        if isinstance(outcome, Extraction)
    ]


def loaded(home: Home, batches: Iterable[Sequence[Read]]) -> dict[str, list[str]]:
    """What an empty home holds after loading the batches one after the other: rows by table."""
    for number, batch in enumerate(batches):
        _stage(home, batch)
        with home.lock(), warehouse.open(home) as con:
            warehouse.start_run(con, str(number), _VERSIONS, _NOW)
            warehouse.load(con, home, str(number), _VERSIONS, _NOW)
            warehouse.finish_run(con, str(number), "completed", _NOW)
            warehouse.publish(con, home)
    with warehouse.connect(home) as con:
        return {
            name: sorted(map(repr, con.execute(f"from store.{name}").fetchall())) for name in TABLES
        }


def _stage(home: Home, batch: Sequence[Read]) -> None:
    found = {document.document_id: extraction for _, document, extraction in batch}
    part = staging.write(home, staging.ARTICLES, [article for article, _, _ in batch])
    documents = [document for _, document, _ in batch]
    staging.write(home, staging.DOCUMENTS, documents, part, _VERSIONS["cleaning"])
    staging.write(home, staging.EXTRACTIONS, [*found.values()], part, _VERSIONS["extractor"])


def split(rows: Sequence[Read], count: int) -> list[Sequence[Read]]:
    """The rows in so many batches, none of them empty."""
    size = -(-len(rows) // count)
    return [rows[first : first + size] for first in range(0, len(rows), size)]


def main() -> None:
    """Prints the rows of each table and how many differ."""
    rows = read(sys.argv[1:])
    shuffled = Random(1).sample(rows, len(rows))  # noqa: S311 - not a secret
    with TemporaryDirectory() as folder:
        at_once = loaded(Home(Path(folder) / "at once"), [rows])
        in_parts = loaded(Home(Path(folder) / "in parts"), split(shuffled, _BATCHES))
    print(f"{len(rows)} articles, at once and shuffled in {_BATCHES} batches")
    for name in TABLES:
        differ = len({*at_once[name]} ^ {*in_parts[name]})
        print(f"{name:16}{len(at_once[name]):8,} rows{differ:8,} differ")


if __name__ == "__main__":
    main()
