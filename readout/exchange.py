"""Rows written for other programs: comma-separated, tab-separated, JSON lines, Parquet."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, BinaryIO, Literal

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from readout import cells

Form = Literal["csv", "xlsx-safe", "jsonl", "plover", "gdelt", "acled", "parquet"]
Row = dict[str, Any]

WRITTEN = "rows written"

_LEFT_OUT = "left_out"
_NOTED = "noted"
_REMARKS = (_LEFT_OUT, _NOTED)
_BYTE_ORDER_MARK = (
    "\ufeff"  # without it, a spreadsheet takes the text for the encoding of its country
)


def write(batches: pa.RecordBatchReader, form: Form, out: BinaryIO) -> Counter[str]:
    """Writes the rows; returns how many there are, as `WRITTEN`, and what was remarked of others.

    Rows with a reason in a column `left_out` are not written but counted by it; remarks in a
    column `noted` are counted. Neither column is written.
    """
    schema = pa.schema([field for field in batches.schema if field.name not in _REMARKS])
    counted: Counter[str] = Counter({WRITTEN: 0})
    kept = (_kept(batch, schema, counted) for batch in batches)
    if form == "parquet":
        with pq.ParquetWriter(out, schema) as writer:
            for batch in kept:
                writer.write_batch(batch)
    else:
        out.writelines(
            text.encode("utf-8", "surrogatepass") for text in _TEXTS[form](schema, kept, counted)
        )
    return counted


def _kept(batch: pa.RecordBatch, schema: pa.Schema, counted: Counter[str]) -> pa.RecordBatch:
    names = batch.schema.names
    if _LEFT_OUT in names:
        reasons = batch.column(_LEFT_OUT)
        counted.update(f"left out: {reason}" for reason in reasons.to_pylist() if reason)
        batch = batch.filter(pc.is_null(reasons))
    if _NOTED in names:
        counted.update(remark for remark in batch.column(_NOTED).to_pylist() if remark)
    counted[WRITTEN] += batch.num_rows
    return batch.select(schema.names)


def _csv(schema: pa.Schema, batches: Iterable[pa.RecordBatch], _: Counter[str]) -> Iterable[str]:
    """As RFC 4180 has it, with every text in quotes: an empty cell without them is no value."""
    yield ",".join(_cell(name, cells.guarded) for name in schema.names) + "\n"
    for row in _rows(batches):
        yield ",".join(_cell(value, cells.guarded) for value in row.values()) + "\n"


def _xlsx_safe(
    schema: pa.Schema, batches: Iterable[pa.RecordBatch], counted: Counter[str]
) -> Iterable[str]:
    def for_spreadsheet(text: str) -> str:
        cell = cells.for_spreadsheet(text)
        counted["cells cut, being longer than a spreadsheet takes"] += cell.endswith(cells.CUT)
        return cell

    header = (_cell(name, for_spreadsheet) for name in schema.names)
    yield _BYTE_ORDER_MARK + ",".join(header) + "\r\n"
    for row in _rows(batches):
        yield ",".join(_cell(value, for_spreadsheet) for value in row.values()) + "\r\n"


def _jsonl(_schema: pa.Schema, batches: Iterable[pa.RecordBatch], _: Counter[str]) -> Iterable[str]:
    for row in _rows(batches):
        yield _json(row) + "\n"


def _plover(
    _schema: pa.Schema, batches: Iterable[pa.RecordBatch], _: Counter[str]
) -> Iterable[str]:
    """Objects without what is unknown: PLOVER's fields are there or are not."""
    for row in _rows(batches):
        yield _json(_filled(row)) + "\n"


def _gdelt(_schema: pa.Schema, batches: Iterable[pa.RecordBatch], _: Counter[str]) -> Iterable[str]:
    """Cells without quotes and lines without a header, as GDELT's own files are."""
    for row in _rows(batches):
        yield "\t".join(map(_bare, row.values())) + "\n"


_Texts = Callable[[pa.Schema, Iterable[pa.RecordBatch], Counter[str]], Iterable[str]]
_TEXTS: Mapping[Form, _Texts] = {
    "csv": _csv,
    "acled": _csv,
    "xlsx-safe": _xlsx_safe,
    "jsonl": _jsonl,
    "plover": _plover,
    "gdelt": _gdelt,
}


def _rows(batches: Iterable[pa.RecordBatch]) -> Iterable[Row]:
    for batch in batches:
        yield from batch.to_pylist(maps_as_pydicts="strict")


def _cell(value: Any, guard: Callable[[str], str]) -> str:
    if isinstance(value, list | dict):
        return _quoted(guard(_json(value)))
    if isinstance(value, str):
        return _quoted(guard(value))
    return _bare(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _bare(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    return cells.on_one_line(value) if isinstance(value, str) else str(value)


def _json(value: Any) -> str:
    return json.dumps(value, default=_plain, ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _filled(value: Any) -> Any:
    """The value without members that are null or empty, at any depth."""
    if isinstance(value, dict):
        kept = {name: _filled(member) for name, member in value.items()}
        return {name: member for name, member in kept.items() if member not in (None, [], {})}
    return [*map(_filled, value)] if isinstance(value, list) else value
