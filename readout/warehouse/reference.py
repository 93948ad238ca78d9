"""What is known before reading, as tables: actors and the codes of event types."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from importlib.resources import files
from itertools import groupby
from operator import attrgetter

import pyarrow as pa
from duckdb import DuckDBPyConnection

from readout import codes
from readout.codes import KnownActor
from readout.linking.company import profile
from readout.warehouse.scripts import script

_ACTOR = pa.schema(
    [
        ("actor_id", pa.string()),
        ("name", pa.string()),
        ("kind", pa.string()),
        ("country", pa.string()),
        ("office", pa.string()),
        ("aliases", pa.list_(pa.string())),
    ]
)
_READ = pa.schema(
    [(name, pa.string()) for name in ("actor_id", "words", "kind", "country", "office")]
)
_EVENT_TYPE = ("kind", "status", "stage", "format", "speech_act", "cameo", "plover", "definition")
_CODES = {"cameo", "plover"}


def refresh(con: DuckDBPyConnection) -> None:
    """Takes over the seed tables and brings the actors up to date, in the caller's transaction."""
    con.register("actors_known", pa.Table.from_pylist([*_actors()], _ACTOR))
    con.register("event_types_known", _event_types())
    con.register("actors_read", _read(con))
    con.execute(script("load/8_actors").text)
    con.unregister("actors_known")
    con.unregister("event_types_known")
    con.unregister("actors_read")


def _actors() -> Iterator[dict[str, object]]:
    for country in codes.countries().values():
        yield {
            "actor_id": country.actor_id,
            "name": country.name,
            "kind": "country",
            "country": country.alpha2,
            "office": None,
            "aliases": [*country.other_names],
        }
    known = sorted(codes.actors(), key=attrgetter("actor_id"))
    for _, rows in groupby(known, key=attrgetter("actor_id")):
        yield _actor(rows)


def _actor(rows: Iterable[KnownActor]) -> dict[str, object]:
    """An actor with the office it took last."""
    held = sorted(rows, key=lambda row: (row.end is None, row.start or ""))
    last = held[-1]
    return {
        "actor_id": last.actor_id,
        "name": last.name,
        "kind": last.kind,
        "country": last.country,
        "office": last.office,
        "aliases": sorted({alias for row in held for alias in row.aliases}),
    }


def _read(con: DuckDBPyConnection) -> pa.Table:
    """What the words for the changed actors say of them, a row for each way they are named."""
    named = con.execute(script("load/actors_named").text).fetchall()
    ids = {name: actor_id for actor_id, name, _ in named}
    return pa.Table.from_pylist(
        [
            {"actor_id": actor_id, "words": words, **asdict(profile(actor_id, name, words, ids))}
            for actor_id, name, words in named
        ],
        _READ,
    )


def _event_types() -> pa.Table:
    lines = (files("seeds") / "event_types.csv").read_text("utf-8").splitlines()
    rows = [
        {name: (row[name] or None) if name in _CODES else row[name] for name in _EVENT_TYPE}
        for row in csv.DictReader(lines)
    ]
    return pa.Table.from_pylist(rows, pa.schema([(name, pa.string()) for name in _EVENT_TYPE]))
