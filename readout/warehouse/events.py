"""Mentions linked into events: blocking in SQL, judgement in `readout.linking`."""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from readout.linking.company import Participant, company
from readout.linking.events import Membership, events
from readout.linking.keys import keys
from readout.linking.links import Link, link
from readout.linking.telling import APART, Telling
from readout.warehouse.scripts import script

_REASONS = pa.list_(pa.string())
_ROWS_AT_ONCE = 10_000


def link_changed(con: DuckDBPyConnection) -> None:
    """Links the mentions that this load has changed, and makes anew the events they may touch.

    The events are the same as if all mentions had been linked at once.
    """
    con.execute(f"set variable apart_days = {APART.days}")
    con.execute(script("linking/1_changed").text)
    _keep_keys(con, _tellings(con, con.sql(script("linking/changed_told").text).to_arrow_table()))
    pairs = con.sql(script("linking/candidates").text).to_arrow_table()
    _keep_links(con, _judged(pairs, _tellings(con, _ids(pairs))))
    con.execute(script("linking/2_touched").text)
    told = con.sql(script("linking/touched_told").text).to_arrow_table()
    links = con.execute(script("linking/links_touched").text).fetchall()
    found = events(
        _tellings(con, told),
        (Link(one, other, score, tuple(reasons)) for one, other, score, reasons in links),
    )
    _keep_events(con, found)


def _ids(pairs: pa.Table) -> pa.Table:
    ids = {*pairs["mention_id"].to_pylist(), *pairs["other_id"].to_pylist()}
    return pa.table({"mention_id": pa.array(sorted(ids), pa.string())})


def _tellings(con: DuckDBPyConnection, wanted: pa.Table) -> dict[str, Telling]:
    con.register("wanted", wanted)
    found = con.sql(script("linking/tellings").text).to_arrow_table()
    con.unregister("wanted")
    return {telling.mention_id: telling for telling in map(_telling, _rows(found))}


def _rows(table: pa.Table) -> Iterator[dict[str, Any]]:
    for batch in table.to_batches(max_chunksize=_ROWS_AT_ONCE):
        yield from batch.to_pylist()


def _telling(row: dict[str, Any]) -> Telling:
    participants = [Participant(**one) for one in row.pop("participants") or ()]
    found = company(participants, dict(row.pop("cast") or ()))
    return Telling(**row, actors=found.actors, sides=found.sides, others=found.others)


def _keep_keys(con: DuckDBPyConnection, tellings: dict[str, Telling]) -> None:
    found = [(one.mention_id, key) for one in tellings.values() for key in keys(one)]
    table = pa.table(
        {
            "mention_id": pa.array([mention_id for mention_id, _ in found], pa.string()),
            "key": pa.array([key for _, key in found], pa.string()),
        }
    )
    con.register("found_keys", table)
    con.execute(script("linking/keep_keys").text)
    con.unregister("found_keys")


def _judged(pairs: pa.Table, tellings: dict[str, Telling]) -> Iterator[Link]:
    for row in _rows(pairs):
        found = link(tellings[row["mention_id"]], tellings[row["other_id"]])
        if found is not None:
            yield found


def _keep_links(con: DuckDBPyConnection, links: Iterable[Link]) -> None:
    found = list(links)
    table = pa.table(
        {
            "mention_id": pa.array([one.mention_id for one in found], pa.string()),
            "other_id": pa.array([one.other_id for one in found], pa.string()),
            "score": pa.array([one.score for one in found], pa.float64()),
            "reasons": pa.array([[*one.reasons] for one in found], _REASONS),
        }
    )
    con.register("found_links", table)
    con.execute(script("linking/keep_links").text)
    con.unregister("found_links")


def _keep_events(con: DuckDBPyConnection, found: list[Membership]) -> None:
    table = pa.table(
        {
            "event_id": pa.array([one.event_id for one in found], pa.string()),
            "mention_id": pa.array([one.mention_id for one in found], pa.string()),
            "score": pa.array([one.score for one in found], pa.float64()),
            "reasons": pa.array([[*one.reasons] for one in found], _REASONS),
        }
    )
    con.register("found_events", table)
    con.execute(script("linking/3_events").text)
    con.unregister("found_events")
