"""A query's result as a person or a program wants it."""

import io
import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq

Format = Literal["csv", "json", "parquet"]


def rendered(table: pa.Table, form: Format) -> bytes:
    """The rows as CSV with a header, a JSON array of objects, or a Parquet file."""
    out = io.BytesIO()
    if form == "parquet":
        pq.write_table(table, out)
    elif form == "csv":
        pc.write_csv(_flat(table), out)
    else:
        rows = json.dumps(table.to_pylist(), default=_plain, ensure_ascii=False, indent=1)
        out.write(rows.encode() + b"\n")
    return out.getvalue()


def cell(value: Any) -> str:
    """One value as it is shown in a table: lists by their items, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, list):
        return ", ".join(cell(item) for item in value)
    return str(value)


def _flat(table: pa.Table) -> pa.Table:
    """The table with nested columns as JSON, which CSV has no way to write."""
    for place, column in enumerate(table.schema):
        if pa.types.is_nested(column.type):
            values = [
                None if value is None else json.dumps(value, default=_plain, ensure_ascii=False)
                for value in table.column(place).to_pylist()
            ]
            table = table.set_column(place, column.name, pa.array(values, pa.string()))
    return table


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"a query gave a {type(value).__name__}, which JSON has no way to write")
