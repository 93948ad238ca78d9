"""What the warehouse already holds, and what of it has to be made again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from duckdb import DuckDBPyConnection, DuckDBPyRelation

from readout import parquet, staging
from readout.home import Home
from readout.identity import hash_id
from readout.records import Validators
from readout.staging import ARTICLES, DOCUMENTS, Kind
from readout.warehouse.scripts import script

Record = TypeVar("Record")

PART_SIZE = 500  # documents to a part: some seconds of reading each


@dataclass(frozen=True, slots=True)
class Range:
    """Some documents: of one source, published from a day on, before another; or all."""

    source: str | None = None
    start: date | None = None
    end: date | None = None


def known_articles(con: DuckDBPyConnection, cleaning_version: str) -> set[str]:
    """Ids of the articles that this cleaning has been applied to and whose document is kept."""
    rows = con.execute(script("queries/known_articles").text, [cleaning_version]).fetchall()
    return {article_id for (article_id,) in rows}


def validators(con: DuckDBPyConnection) -> dict[str, Validators]:
    """What makes the next request for each URL conditional."""
    rows = con.execute(script("queries/validators").text).fetchall()
    return {
        url: Validators(etag, last_modified, _aware(at)) for url, etag, last_modified, at in rows
    }


def _aware(at: datetime) -> datetime:
    return at.replace(tzinfo=UTC)


def stage_outdated(
    con: DuckDBPyConnection, home: Home, extractor_version: str, size: int = PART_SIZE
) -> list[str]:
    """Stages the documents in which this extractor has not looked; returns the parts' names."""
    found = con.sql(script("queries/outdated_documents").text, params=[extractor_version])
    return _stage(home, DOCUMENTS, extractor_version, _batches(found, size))


def outdated(
    con: DuckDBPyConnection, extractor_version: str, within: Range | None = None
) -> list[str]:
    """The ids of the documents in which this extractor has not looked, in a lasting order."""
    chosen = within or Range()
    parameters = [extractor_version, chosen.source, chosen.start, chosen.end]
    rows = con.execute(script("queries/outdated_ids").text, parameters).fetchall()
    return [document_id for (document_id,) in rows]


def stage_documents(
    con: DuckDBPyConnection,
    home: Home,
    extractor_version: str,
    document_ids: Sequence[str],
    size: int = PART_SIZE,
) -> list[str]:
    """Stages these documents to be read by this extractor; returns the parts' names."""
    found = con.sql(script("queries/documents_of_ids").text, params=[[*document_ids]])
    return _stage(home, DOCUMENTS, extractor_version, _batches(found, size))


def stage_uncleaned(
    con: DuckDBPyConnection, home: Home, cleaning_version: str, size: int = PART_SIZE
) -> list[str]:
    """Stages the articles to which this cleaning was not applied; returns the parts' names."""
    found = con.sql(script("queries/outdated_articles").text, params=[cleaning_version])
    return _stage(home, ARTICLES, cleaning_version, _batches(found, size))


def _stage(
    home: Home, kind: Kind[Any], version: str, batches: Iterator[list[dict[str, Any]]]
) -> list[str]:
    """A part of each batch."""
    decode = parquet.decoder(kind.record)
    return [
        staging.write(
            home,
            kind,
            [decode(row) for row in rows],
            hash_id("outdated", kind.folder, version, *(row["id"] for row in rows)),
            rows[0]["version"],
        )
        for rows in batches
    ]


def _batches(found: DuckDBPyRelation, size: int) -> Iterator[list[dict[str, Any]]]:
    """Up to `size` rows each, of one version of cleaning, in the order given."""
    batch: list[dict[str, Any]] = []
    reader: Any = found.to_arrow_reader(size)  # pyarrow carries no types
    for arrow in reader:
        for row in arrow.to_pylist():
            if batch and (len(batch) == size or batch[0]["version"] != row["version"]):
                yield batch
                batch = []
            batch.append(row)
    if batch:
        yield batch
