"""Mentions linked into events: blocking in SQL, judgement in `readout.linking`."""

from collections.abc import Iterator, Mapping

import pyarrow as pa
from duckdb import DuckDBPyConnection

from readout import linking
from readout.linking.events import Membership
from readout.linking.keys import LANDMARKS, keys
from readout.linking.links import Link, link
from readout.linking.telling import (
    ANNOUNCED,
    APART,
    FRESH,
    NEARBY,
    RECALLED,
    REMEMBERED,
    TELLING,
    Telling,
)
from readout.warehouse.lending import lent
from readout.warehouse.regions import made_anew
from readout.warehouse.scripts import script
from readout.warehouse.tellings import Tellings

_REASONS = pa.list_(pa.string())
_ROWS_AT_ONCE = 50_000
_PAIRS_AT_ONCE = 200_000


def link_changed(con: DuckDBPyConnection) -> None:
    """Links the mentions that this load has changed, and makes anew the events they may touch.

    The events are the same as if all mentions had been linked at once.
    """
    _set(
        con,
        apart_days=APART.days,
        fresh_days=FRESH.days,
        announced_days=ANNOUNCED.days,
        remembered_days=REMEMBERED.days,
        recalled_days=RECALLED.days,
        telling_days=TELLING.days,
        nearby=NEARBY,
        landmarks=LANDMARKS,
        linking_rules=linking.rules(),
    )
    if con.execute(script("linking/linked_with").text).fetchall() != [(linking.rules(),)]:
        con.execute(script("linking/all_changed").text)
    con.execute(script("linking/1_unlinked").text)
    tellings = Tellings(con)
    _keep_keys(con, tellings)
    con.execute(script("linking/2_blocks").text)
    _keep_links(con, tellings)
    con.execute(script("linking/3_touched").text)
    _keep_events(con, made_anew(con, tellings))


def _set(con: DuckDBPyConnection, **variables: object) -> None:
    for name, value in variables.items():
        con.execute(f"set variable {name} = $1", [value])


def _keep_keys(con: DuckDBPyConnection, tellings: Tellings) -> None:
    anew = con.sql(script("linking/anew_told").text).to_arrow_table()
    for wanted in anew.combine_chunks().to_batches(max_chunksize=_ROWS_AT_ONCE):
        told = tellings.of(wanted["mention_id"].to_pylist())
        found = [(one.mention_id, key) for one in told.values() for key in keys(one)]
        table = pa.table(
            {
                "mention_id": pa.array([mention_id for mention_id, _ in found], pa.string()),
                "key": pa.array([key for _, key in found], pa.int64()),
            }
        )
        _run(con, "keep_keys", found_keys=table)


def _keep_links(con: DuckDBPyConnection, tellings: Tellings) -> None:
    pairs = con.sql(script("linking/candidates").text).to_arrow_table()
    for some in pairs.combine_chunks().to_batches(max_chunksize=_PAIRS_AT_ONCE):
        those = {*some["mention_id"].to_pylist(), *some["other_id"].to_pylist()}
        found = [*_judged(some, tellings.of(those))]
        table = pa.table(
            {
                "mention_id": pa.array([one.mention_id for one in found], pa.string()),
                "other_id": pa.array([one.other_id for one in found], pa.string()),
                "score": pa.array([one.score for one in found], pa.float64()),
                "reasons": pa.array([[*one.reasons] for one in found], _REASONS),
            }
        )
        _run(con, "keep_links", found_links=table)


def _judged(pairs: pa.RecordBatch, tellings: Mapping[str, Telling]) -> Iterator[Link]:
    ones, others = pairs["mention_id"].to_pylist(), pairs["other_id"].to_pylist()
    for one, other in zip(ones, others, strict=True):
        found = link(tellings[one], tellings[other])
        if found is not None:
            yield found


def _keep_events(con: DuckDBPyConnection, found: list[Membership]) -> None:
    links = [one.link for one in found]
    table = pa.table(
        {
            "event_id": pa.array([one.event_id for one in found], pa.string()),
            "mention_id": pa.array([one.mention_id for one in found], pa.string()),
            "link_from": pa.array([one and one.mention_id for one in links], pa.string()),
            "link_to": pa.array([one and one.other_id for one in links], pa.string()),
        }
    )
    _run(con, "4_events", found_events=table)


def _run(con: DuckDBPyConnection, name: str, **tables: pa.Table) -> None:
    with lent(con, **tables):
        con.execute(script(f"linking/{name}").text)
