"""Tables in `seeds/` that views look things up in: cities, and how good extraction was found."""

import csv
from datetime import date
from importlib.resources import files

import pyarrow as pa
from duckdb import DuckDBPyConnection

from readout import codes
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


def refresh(con: DuckDBPyConnection) -> None:
    """Takes over the tables, in the caller's transaction."""
    con.register("cities_known", pa.Table.from_pylist(_cities(), _CITIES))
    con.register("scorecard_known", pa.Table.from_pylist(_scorecard(), _SCORECARD))
    con.execute(script("load/tables").text)
    con.unregister("cities_known")
    con.unregister("scorecard_known")


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
    lines = (files("seeds") / "scorecard.csv").read_text("utf-8").splitlines()
    return [
        {
            **row,
            "value": float(row["value"]),
            "measured_on": date.fromisoformat(row["measured_on"]),
        }
        for row in csv.DictReader(lines)
    ]
