"""A query's result as a person or a program wants it."""

import io
import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq

from readout import cells

Format = Literal["csv", "json", "parquet"]


def rendered(table: pa.Table, form: Format) -> bytes:
    """The rows as CSV with a header, a JSON array of objects, or a Parquet file.

    CSV is guarded (readout.cells): people open it with a double click, and spreadsheets run cells.
    """
    out = io.BytesIO()
    if form == "parquet":
        pq.write_table(table, out)
    elif form == "csv":
        pc.write_csv(_flat(table), out)
    else:
        found = json.dumps(rows(table), default=_plain, ensure_ascii=False, indent=1)
        out.write(found.encode() + b"\n")
    return out.getvalue()


def rows(table: pa.Table) -> list[dict[str, Any]]:
    """The rows by column name; a map is a dictionary."""
    found: list[dict[str, Any]] = table.to_pylist(maps_as_pydicts="strict")
    return found


def cell(value: Any) -> str:
    """One value as it is shown in a table: lists and maps by their items, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    if isinstance(value, list):
        return ", ".join(cell(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {cell(item)}" for key, item in value.items())
    return cells.for_terminal(str(value))


def _flat(table: pa.Table) -> pa.Table:
    """The table with nested columns as JSON, which CSV has no way to write, and texts guarded."""
    for place, column in enumerate(table.schema):
        if pa.types.is_string(column.type):
            texts = table.column(place).to_pylist()
            guarded = [None if text is None else cells.guarded(text) for text in texts]
            table = table.set_column(place, column.name, pa.array(guarded, pa.string()))
        if pa.types.is_nested(column.type):
            values = [
                None if value is None else json.dumps(value, default=_plain, ensure_ascii=False)
                for value in table.column(place).to_pylist(maps_as_pydicts="strict")
            ]
            table = table.set_column(place, column.name, pa.array(values, pa.string()))
    return table


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"a query gave a {type(value).__name__}, which JSON has no way to write")
