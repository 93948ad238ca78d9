"""Records to Parquet and back, exactly: the columns follow from the fields of the record.

Moments are kept as UTC without a zone, except a report's own dates, which are local time. A lone
surrogate, which no text file can hold, comes back as U+FFFD: still one code point.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from functools import cache, reduce
from operator import or_
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq

from readout.records import When

Record = TypeVar("Record")

_ROWS_AT_ONCE = 256  # articles can be megabytes each
_SCALARS: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    datetime: pa.timestamp("us"),
}
# Text whose encoding nobody has said is bytes: one of the two is filled.
_CONTENT = pa.struct([("text", pa.string()), ("bytes", pa.binary())])


def schema_of(record: type) -> pa.Schema:
    """The columns that hold a record."""
    return pa.schema(list(_struct(record)))


def _struct(record: type) -> pa.StructType:
    hints = get_type_hints(record)
    return pa.struct([(field.name, _column(hints[field.name])) for field in fields(record)])


def _column(hint: Any) -> pa.DataType:
    hint = _given(hint)
    if hint in _SCALARS:
        return _SCALARS[hint]
    if hint == str | bytes:
        return _CONTENT
    origin = get_origin(hint)
    if origin is Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(_column(get_args(hint)[0]))
    if origin is Mapping or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return pa.map_(pa.string(), pa.string())
    return _struct(hint)


def _given(hint: Any) -> Any:
    """The type without the None."""
    if get_origin(hint) in {Union, UnionType} and NoneType in get_args(hint):
        kinds = [kind for kind in get_args(hint) if kind is not NoneType]
        return reduce(or_, kinds)
    return hint


def encode(value: Any) -> Any:
    """A record, or what a field of one holds, as Arrow takes it."""
    if isinstance(value, str):
        return value if value.isascii() else _encodable(value)
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return [(encode(key), encode(item)) for key, item in value.items()]
    record: Any = type(value)
    return {name: _field(getattr(value, name), hint) for name, hint in _hints(record)}


def _field(value: Any, hint: Any) -> Any:
    if hint == str | bytes:
        is_text = isinstance(value, str)
        return {
            "text": encode(value) if is_text else None,
            "bytes": None if is_text else value,
        }
    return encode(value)


def _encodable(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


@cache
def _hints(record: Any) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(record)
    return tuple((field.name, _given(hints[field.name])) for field in fields(record))


def decoder(record: Callable[..., Record]) -> Callable[[Mapping[str, Any]], Record]:
    """What makes a record again from a row with at least its columns."""
    parts = [(name, _decoder(hint, local=record is When)) for name, hint in _hints(record)]

    def decode(row: Mapping[str, Any]) -> Record:
        return record(
            **{name: None if row[name] is None else decoded(row[name]) for name, decoded in parts}
        )

    return decode


def _decoder(hint: Any, *, local: bool) -> Callable[[Any], Any]:
    if hint is datetime:
        return _as_given if local else lambda moment: moment.replace(tzinfo=UTC)
    if hint in _SCALARS or get_origin(hint) is Literal:
        return _as_given
    if hint == str | bytes:
        return lambda row: row["bytes"] if row["text"] is None else row["text"]
    if get_origin(hint) is tuple:
        item = _decoder(get_args(hint)[0], local=local)
        return lambda items: tuple(item(value) for value in items)
    if pa.types.is_map(_column(hint)):
        return dict
    return decoder(hint)


def _as_given(value: Any) -> Any:
    return value


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a Parquet file; memory does not grow with it."""
    with path.open("rb") as opened, pq.ParquetFile(opened) as file:
        for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE):
            yield from batch.to_pylist()


def table(path: Path) -> pa.Table:
    """A Parquet file as it is, whole."""
    with path.open("rb") as opened, pq.ParquetFile(opened) as file:
        return file.read()
