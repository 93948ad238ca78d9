"""The runs of the pipeline, as its ledger has them."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Literal

from duckdb import DuckDBPyConnection

from readout.warehouse.scripts import script
from readout.warehouse.variables import utc

RunState = Literal["completed", "failed"]


_TICK = timedelta(milliseconds=1)


def moment(con: DuckDBPyConnection, now: datetime) -> datetime:
    """Now; but just after the last run began, when the clock has been set back since.

    The document that was seen last at an address is the current one, so time must not go back.
    """
    (last,) = con.execute(script("queries/last_run").text).fetchone() or (None,)
    if last is None or utc(now) > last:
        return now
    later: datetime = last.replace(tzinfo=UTC) + _TICK
    return later


def start_run(
    con: DuckDBPyConnection, run_id: str, versions: Mapping[str, str], now: datetime
) -> None:
    """Notes that a run begins. Earlier ones that never ended were interrupted, and now say so."""
    con.execute(script("queries/runs_interrupted").text)
    started = utc(moment(con, now))
    con.execute(script("queries/run_started").text, [run_id, started, dict(versions)])


def finish_run(
    con: DuckDBPyConnection, run_id: str, state: RunState, now: datetime, message: str = ""
) -> None:
    """Notes how a run ended, with a sentence for its reader."""
    con.execute(script("queries/run_finished").text, [run_id, state, utc(now), message or None])
