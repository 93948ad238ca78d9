"""The runs of the pipeline, as its ledger has them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from duckdb import DuckDBPyConnection

from readout.warehouse.scripts import script
from readout.warehouse.variables import utc

RunState = Literal["completed", "failed"]


def start_run(
    con: DuckDBPyConnection, run_id: str, versions: Mapping[str, str], now: datetime
) -> None:
    """Notes that a run begins. Earlier ones that never ended were interrupted, and now say so."""
    con.execute(script("queries/runs_interrupted").text)
    con.execute(script("queries/run_started").text, [run_id, utc(now), dict(versions)])


def finish_run(
    con: DuckDBPyConnection, run_id: str, state: RunState, now: datetime, message: str = ""
) -> None:
    """Notes how a run ended, with a sentence for its reader."""
    con.execute(script("queries/run_finished").text, [run_id, state, utc(now), message or None])
