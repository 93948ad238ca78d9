"""The fourth flow: staged parts become rows, and rows a snapshot."""

from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.artifacts import show_balance
from flows.ledger import recorded, versions
from flows.naming import named, untagged
from flows.outcome import ended
from flows.writing import writing
from readout import warehouse
from readout.home import Home
from readout.progress import report
from readout.warehouse import Balance


@flow(name="load", flow_run_name=named("load"))
def load(home: Path = Path("data"), run_id: str | None = None) -> Balance:
    """Merge every complete part into the warehouse and publish; returns how each input ended.

    Part of the run with this id, else a run of its own.
    """
    with writing(home) as place, nullcontext(run_id) if run_id else recorded(place) as run:
        report("load", 0, 1)
        with untagged():
            balance = merge_and_publish(place, run)
        show_balance(balance, summary(balance))
        report("load", 1, 1)
    # Prefect shows the message, and gives the caller the data.
    return cast("Balance", ended(summary(balance), balance))


@task(name="merge and publish", cache_policy=NO_CACHE)
def merge_and_publish(home: Home, run_id: str) -> Balance:
    """One transaction in the warehouse, the end of the run in its ledger, then the snapshot."""
    now = datetime.now(UTC)
    with warehouse.open(home) as con:
        balance = warehouse.load(con, home, run_id, versions(), now)
        done = datetime.now(UTC)
        warehouse.finish_run(con, run_id, "completed", done, summary(balance))
        warehouse.publish(con, home)
    return balance


def summary(balance: Balance) -> str:
    """The balance in one line."""
    return (
        f"{balance.inputs} inputs: {balance.loaded} loaded, {balance.nothing_found} nothing found, "
        f"{balance.unchanged} unchanged, {balance.duplicate} duplicates, "
        f"{balance.rejected} rejected; {balance.mentions} mentions"
    )
