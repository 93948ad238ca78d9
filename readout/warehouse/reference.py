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
from readout.learned import learned
from readout.resolution import Named, Resolution
from readout.warehouse.lending import lent
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
    [(name, pa.string()) for name in ("actor_id", "words", "kind", "country", "office", "called")]
)
_SECTOR = pa.schema([(name, pa.string()) for name in ("kind", "words", "actor", "sector", "cameo")])
_EVENT_TYPE = ("kind", "status", "stage", "format", "speech_act", "cameo", "plover", "definition")
_CODES = {"cameo", "plover"}
_id = attrgetter("actor_id")


def take_over(con: DuckDBPyConnection, known: Iterable[KnownActor]) -> None:
    """Makes these actors, the countries and the codes those of the warehouse."""
    actors = pa.Table.from_pylist([*_actors(known)], _ACTOR)
    with lent(con, actors_known=actors, event_types_known=_event_types()):
        con.execute(script("actors/1_known").text)


def describe(con: DuckDBPyConnection, known: Iterable[KnownActor]) -> None:
    """Brings up to date what is known and learned of the actors that have changed."""
    with lent(con, actors_read=_read(con, Resolution(known))):
        con.execute(script("actors/words").text)
    sectors = pa.Table.from_pylist([*map(asdict, codes.sectors())], _SECTOR)
    with lent(con, sectors_known=sectors, countries_known=_countries()):
        con.execute(script("actors/4_actors").text)
        con.execute(script("actors/5_learned").text)


def _countries() -> pa.Table:
    found = codes.countries().values()
    return pa.table(
        {
            "alpha2": pa.array([country.alpha2 for country in found], pa.string()),
            "alpha3": pa.array([country.alpha3 for country in found], pa.string()),
        }
    )


def _actors(known: Iterable[KnownActor]) -> Iterator[dict[str, object]]:
    for country in codes.countries().values():
        yield {
            "actor_id": country.actor_id,
            "name": country.name,
            "kind": "country",
            "country": country.alpha2,
            "office": None,
            "aliases": [*country.other_names],
        }
    for _, rows in groupby(sorted(known, key=_id), key=_id):
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


def _read(con: DuckDBPyConnection, resolution: Resolution) -> pa.Table:
    """What the words for the changed actors say of them, a row for each way they are named."""
    named = con.execute(script("actors/named").text).fetchall()
    ids = {
        member.name: member.actor_id
        for actor_id, name in {(actor_id, name) for actor_id, name, _ in named}
        for member in resolution.members(Named(actor_id, name))
    }
    spellings = dict(con.execute(script("actors/spellings").text).fetchall())
    return pa.Table.from_pylist(
        [
            {
                "actor_id": actor_id,
                "words": words,
                **asdict(learned(actor_id, name, words, ids, spellings.get(actor_id, ()))),
            }
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
