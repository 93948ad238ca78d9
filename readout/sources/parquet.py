"""Parquet: one article a row, read a few rows at a time."""

from collections.abc import Iterator
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from readout.records import Article, Rejected
from readout.sources.errors import IngestError
from readout.sources.origin import Origin
from readout.sources.rows import CONTENT_FIELDS, FIELDS, article_of_row

_ROWS_AT_A_TIME = 256


def articles(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    """Each row's article, or its reject with the row's number, counted from 1.

    Raises IngestError "corrupt" when the file is cut or damaged, "no text" when it has no column
    of articles and "empty" when it has no row.
    """
    try:
        table = pq.ParquetFile(stream)
        columns = [name for name in FIELDS if name in table.schema_arrow.names]
        if not set(columns) & set(CONTENT_FIELDS):
            raise IngestError("no text", "it has no column text, html or content")
        if not table.metadata.num_rows:
            raise IngestError("empty", "it has no row")
        rows = _rows(table, columns)
        for number, row in enumerate(rows, start=1):
            yield _outcome(row, number, origin)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise IngestError("corrupt", f"it is not a whole Parquet file: {error}") from error


def _rows(table: pq.ParquetFile, columns: list[str]) -> Iterator[dict[str, object]]:
    for batch in table.iter_batches(batch_size=_ROWS_AT_A_TIME, columns=columns):
        yield from batch.to_pylist()


def _outcome(row: dict[str, object], number: int, origin: Origin) -> Article | Rejected:
    try:
        return article_of_row(row, origin, f"row {number}")
    except IngestError as problem:
        return origin.reject(problem, address=f"{origin.address}#row-{number}")
