"""What Prefect's pages show of a run. Words of articles are shown as words and never as markup."""

from collections.abc import Sequence
from importlib.resources import files
from typing import Any, cast
from uuid import UUID

from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.context import FlowRunContext

from readout import tabular, warehouse
from readout.home import Home
from readout.markdown import link, table, words
from readout.warehouse import Balance

QUERIES = files("sql") / "queries"
SHOWN_EVENTS = 50

Row = dict[str, Any]


def show_balance(balance: Balance, line: str) -> None:
    """How the inputs of a run ended, and why some were rejected."""
    rows = [{"state": state, "inputs": inputs} for state, inputs in balance.rows()]
    create_table_artifact(key="balance", table=rows, description=words(line))
    reasons = [(words(why.stage), words(why.reason), str(why.inputs)) for why in balance.refusals]
    create_markdown_artifact(
        key="rejects-by-reason",
        markdown=table(("step", "reason", "inputs"), reasons) if reasons else "None was rejected.",
        description=f"{balance.rejected} of {balance.inputs} inputs were rejected",
    )


def show_events(home: Home, run_id: str) -> None:
    """The events that the documents of a run tell of, with their words and where they stand."""
    rows = asked(home, "events_of_run", [run_id, SHOWN_EVENTS])
    events = rows[0]["events"] if rows else 0
    header = ("event", "date", "place", "document", "words")
    create_markdown_artifact(
        key="events-found",
        markdown=table(header, map(_event, rows)) if rows else "No event was found.",
        description=f"{events} events, {len(rows)} shown",
    )


def show_sources(home: Home, run_id: str) -> list[str]:
    """The sources that failed in a run; returns the names of those that gave nothing else."""
    rows = asked(home, "failing_sources", [run_id])
    header = ("source", "inputs", "rejected", "reason", "for example")
    create_markdown_artifact(
        key="sources-with-failures",
        markdown=table(header, map(_failure, rows)) if rows else "Every source could be read.",
        description=f"{len(rows)} sources of which something could not be read",
    )
    return [str(row["source"]) for row in rows if row["gave_nothing"]]


def asked(home: Home, name: str, parameters: Sequence[object] = ()) -> list[Row]:
    """The rows of a query of ours on the snapshot."""
    query = (QUERIES / f"{name}.sql").read_text("utf-8")
    return tabular.rows(warehouse.query(home, query, parameters))


def _event(row: Row) -> tuple[str, ...]:
    date = "" if row["date_start"] is None else f"{row['date_start']:%Y-%m-%d}"
    unsure = row["date_precision"] not in {"day", "minute", "none"}
    shown = f"{date} ({row['date_precision']})" if unsure else date
    event = f"{row['kind'].replace('_', ' ')}, {row['status']}"
    document = link(row["url"]) or words(row["source"])
    return (words(event), words(shown), words(row["place"]), document, words(row["evidence"]))


def _failure(row: Row) -> tuple[str, ...]:
    plain = (row["source"], str(row["inputs"]), str(row["rejected"]), row["reason"], row["error"])
    return tuple(words(one or "") for one in plain)


class Bar:
    """How far a step of a flow run has come, on the run's page; nothing outside a flow run."""

    def __init__(self, step: str, total: int) -> None:
        self._total = total
        is_shown = total > 1 and FlowRunContext.get() is not None
        self._id = _bar(f"progress-{step}", f"{step}: {total} parts") if is_shown else None

    def move(self, done: int) -> None:
        """So many parts are done."""
        if self._id is not None:
            update_progress_artifact(self._id, 100.0 * done / self._total)


def _bar(key: str, description: str) -> UUID:
    # Prefect's types do not say that it is a coroutine only where there is an event loop.
    return cast("UUID", create_progress_artifact(0.0, key=key, description=description))
