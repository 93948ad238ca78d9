"""Staged parts without what was taken down."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from readout import parquet, staging
from readout.home import Home
from readout.staging import DOCUMENTS, Kind
from readout.tombstones import Tombstones

_NAMES = ("address", "url", "document_id", "article_id")
_COLUMNS = (*_NAMES, "content_hash")


def addresses_of(home: Home, names: AbstractSet[str]) -> set[str]:
    """The addresses of staged rows that go by one of these names: an address, a URL or an id."""
    return {
        row["address"]
        for kind in staging.KINDS
        for path in _parts(home, kind)
        for row in _ids(path)
        if row["address"] and any(row[column] in names for column in _NAMES)
    }


def purge(home: Home, stones: Tombstones) -> None:
    """Takes what was taken down out of every staged part. Only for who holds the lock."""
    staging.sweep(home)
    gone = [row for path in _parts(home, DOCUMENTS) for row in _ids(path) if _covers(stones, row)]
    everywhere = replace(
        stones,
        documents=stones.documents | _given(gone, "document_id"),
        articles=stones.articles | _given(gone, "article_id"),
    )
    for kind in staging.KINDS:
        for path in _parts(home, kind):
            stays = [not _covers(everywhere, row) for row in _ids(path)]
            if not all(stays):
                rows = parquet.table(path).filter(pa.array(stays, pa.bool_()))
                staging.write_whole(path, rows)


def _given(rows: list[Mapping[str, str | None]], column: str) -> set[str]:
    return {cell for row in rows if (cell := row[column]) is not None}


def _parts(home: Home, kind: Kind[Any]) -> Iterator[Path]:
    for part in staging.parts(home, kind):
        yield staging.part_path(home, kind, part)


def _ids(path: Path) -> list[Mapping[str, str | None]]:
    """By what the rows of a part are known; None for what the part has no column for."""
    table = parquet.table(path)
    given = table.select([name for name in _COLUMNS if name in table.column_names])
    return [dict.fromkeys(_COLUMNS) | row for row in given.to_pylist()]


def _covers(stones: Tombstones, row: Mapping[str, str | None]) -> bool:
    return (
        stones.covers(row["address"], row["url"])
        or row["document_id"] in stones.documents
        or row["article_id"] in stones.articles
        or row["content_hash"] in stones.texts
    )
