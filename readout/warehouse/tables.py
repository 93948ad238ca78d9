"""Tables in `seeds/` that are looked up when events are merged: cities, words, the scorecard."""

import csv
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

import pyarrow as pa
from duckdb import DuckDBPyConnection

from readout import codes
from readout.warehouse.lending import lent
from readout.warehouse.scripts import script

_SCORECARD = pa.schema(
    [
        ("extractor_version", pa.string()),
        ("model", pa.string()),
        ("set", pa.string()),
        ("measure", pa.string()),
        ("value", pa.float64()),
        ("measured_on", pa.date32()),
    ]
)
_CITIES = pa.schema([("words", pa.string()), ("name", pa.string())])
_WORDS = pa.schema([("kind", pa.string()), ("words", pa.string())])


def refresh(con: DuckDBPyConnection) -> None:
    """Takes over the tables, in the caller's transaction."""
    tables = {
        "cities_known": pa.Table.from_pylist(_cities(), _CITIES),
        "event_words_known": pa.Table.from_pylist([*_rows("event_words")], _WORDS),
        "scorecard_known": pa.Table.from_pylist(_scorecard(), _SCORECARD),
    }
    with lent(con, **tables):
        con.execute(script("load/tables").text)


def _rows(table: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader((files("seeds") / f"{table}.csv").read_text("utf-8").splitlines())


def _cities() -> list[dict[str, str]]:
    """Every name of a city that names no other."""
    found: dict[str, set[str]] = {}
    for place in codes.places():
        if place.kind in {"city", "capital"}:
            for words in (place.name, *place.other_names):
                found.setdefault(words, set()).add(place.name)
    return [
        {"words": words, "name": name}
        for words, names in sorted(found.items())
        if len(names) == 1
        for name in names
    ]


def _scorecard() -> list[dict[str, object]]:
    return [
        {
            **row,
            "value": float(row["value"]),
            "measured_on": date.fromisoformat(row["measured_on"]),
        }
        for row in _rows("scorecard")
    ]
