"""Mentions linked into events: blocking in SQL, judgement in `readout.linking`."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from readout import linking
from readout.linking import naming
from readout.linking.company import Participant
from readout.linking.events import Membership, alone, events
from readout.linking.keys import LANDMARKS, keys
from readout.linking.links import Link, link
from readout.linking.parties import context, parties
from readout.linking.telling import APART, NEARBY, RECALLED_DEAL, Telling
from readout.warehouse.scripts import script

_REASONS = pa.list_(pa.string())
_ROWS_AT_ONCE = 10_000
_PAIRS_AT_ONCE = 200_000


def link_changed(con: DuckDBPyConnection) -> None:
    """Links the mentions that this load has changed, and makes anew the events they may touch.

    The events are the same as if all mentions had been linked at once.
    """
    _set(
        con,
        apart_days=APART.days,
        recalled_days=RECALLED_DEAL.days,
        nearby=NEARBY,
        landmarks=LANDMARKS,
        linking_rules=linking.rules(),
    )
    if con.execute(script("linking/linked_with").text).fetchall() != [(linking.rules(),)]:
        con.execute(script("linking/all_changed").text)
    con.execute(script("linking/1_unlinked").text)
    _keep_keys(con)
    con.execute(script("linking/2_blocks").text)
    _keep_links(con)
    con.execute(script("linking/3_touched").text)
    _keep_events(con, _events(con))


def _set(con: DuckDBPyConnection, **variables: object) -> None:
    for name, value in variables.items():
        con.execute(f"set variable {name} = $1", [value])


def _keep_keys(con: DuckDBPyConnection) -> None:
    told = con.sql(script("linking/anew_told").text).to_arrow_table()
    for wanted in told.to_batches(max_chunksize=_ROWS_AT_ONCE):
        tellings = _tellings(con, pa.table(wanted))
        found = [(one.mention_id, key) for one in tellings.values() for key in keys(one)]
        table = pa.table(
            {
                "mention_id": pa.array([mention_id for mention_id, _ in found], pa.string()),
                "key": pa.array([key for _, key in found], pa.int64()),
            }
        )
        _put(con, "keep_keys", found_keys=table)


def _keep_links(con: DuckDBPyConnection) -> None:
    pairs = con.sql(script("linking/candidates").text).to_arrow_table()
    for some in pairs.to_batches(max_chunksize=_PAIRS_AT_ONCE):
        ids = {*some["mention_id"].to_pylist(), *some["other_id"].to_pylist()}
        found = [*_judged(some, _tellings(con, _ids(ids)))]
        table = pa.table(
            {
                "mention_id": pa.array([one.mention_id for one in found], pa.string()),
                "other_id": pa.array([one.other_id for one in found], pa.string()),
                "score": pa.array([one.score for one in found], pa.float64()),
                "reasons": pa.array([[*one.reasons] for one in found], _REASONS),
            }
        )
        _put(con, "keep_links", found_links=table)


def _judged(pairs: pa.RecordBatch, tellings: Mapping[str, Telling]) -> Iterator[Link]:
    for one, other in zip(pairs["mention_id"], pairs["other_id"], strict=True):
        found = link(tellings[one.as_py()], tellings[other.as_py()])
        if found is not None:
            yield found


def _events(con: DuckDBPyConnection) -> list[Membership]:
    """The events of what was touched.

    The events next to them are made again with them. One that comes out as it was has not been
    touched, and keeps all beyond it from being; one that does not, is touched itself.
    """
    tellings: dict[str, Telling] = {}
    while True:
        touched = _column(con, "touched_told")
        around = _around(con)
        region = {*touched}.union(*around.values())
        links = _links_among(con, region)
        linked = {mention_id for one in links for mention_id in (one.mention_id, one.other_id)}
        tellings |= _tellings(con, _ids(linked - tellings.keys()))
        found = events({key: tellings[key] for key in linked}, links)
        changed = _changed(around, found)
        if not changed:
            own = [one for one in found if one.mention_id in touched]
            return [*own, *(alone(mention_id) for mention_id in sorted(touched - linked))]
        _put(con, "touch", wanted=_ids(changed))


def _around(con: DuckDBPyConnection) -> dict[str, set[str]]:
    """The events next to what was touched, and their mentions."""
    found: dict[str, set[str]] = {}
    for event_id, mention_id in con.execute(script("linking/around").text).fetchall():
        found.setdefault(event_id, set()).add(mention_id)
    return found


def _changed(around: Mapping[str, set[str]], found: Iterable[Membership]) -> set[str]:
    """The mentions of those events that have not come out as they were."""
    again: dict[str, set[str]] = {}
    for one in found:
        again.setdefault(one.event_id, set()).add(one.mention_id)
    changed = [members for event_id, members in around.items() if again.get(event_id) != members]
    return set().union(*changed)


def _links_among(con: DuckDBPyConnection, region: Iterable[str]) -> list[Link]:
    con.register("wanted", _ids(region))
    rows = con.execute(script("linking/links_among").text).fetchall()
    con.unregister("wanted")
    return [Link(one, other, score, tuple(reasons)) for one, other, score, reasons in rows]


def _column(con: DuckDBPyConnection, name: str) -> set[str]:
    return {mention_id for (mention_id,) in con.execute(script(f"linking/{name}").text).fetchall()}


def _ids(mention_ids: Iterable[str]) -> pa.Table:
    return pa.table({"mention_id": pa.array(sorted(mention_ids), pa.string())})


def _tellings(con: DuckDBPyConnection, wanted: pa.Table) -> dict[str, Telling]:
    if not wanted.num_rows:
        return {}
    con.register("wanted", wanted)
    found = con.sql(script("linking/tellings").text).to_arrow_table()
    con.unregister("wanted")
    return {telling.mention_id: telling for telling in map(_telling, _rows(found))}


def _rows(table: pa.Table) -> Iterator[dict[str, Any]]:
    for batch in table.to_batches(max_chunksize=_ROWS_AT_ONCE):
        yield from batch.to_pylist()


def _telling(row: dict[str, Any]) -> Telling:
    participants = [Participant(**one) for one in row.pop("participants") or ()]
    cast, value = row.pop("cast"), row.pop("value")
    sentence, around = row.pop("sentence"), row.pop("around")
    return Telling(
        **row,
        parties=parties(participants, dict(cast or ())),
        sentence=context(sentence or ""),
        around=context(around or ""),
        city=naming.city(row["place"]),
        value=float(value) if value else None,
    )


def _keep_events(con: DuckDBPyConnection, found: list[Membership]) -> None:
    table = pa.table(
        {
            "event_id": pa.array([one.event_id for one in found], pa.string()),
            "mention_id": pa.array([one.mention_id for one in found], pa.string()),
            "score": pa.array([one.score for one in found], pa.float64()),
            "reasons": pa.array([[*one.reasons] for one in found], _REASONS),
        }
    )
    _put(con, "4_events", found_events=table)


def _put(con: DuckDBPyConnection, name: str, **tables: pa.Table) -> None:
    """Runs a script on tables that only it sees."""
    for table, rows in tables.items():
        con.register(table, rows)
    con.execute(script(f"linking/{name}").text)
    for table in tables:
        con.unregister(table)
