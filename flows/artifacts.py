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
from readout.drift import PAST_RUNS, Drift, Figures, drifts
from readout.home import Home
from readout.markdown import link, table, words
from readout.warehouse import Balance

QUERIES = files("sql") / "queries"
SHOWN_EVENTS = 50
SHOWN_OF_SOURCES = 100

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
    rows = _asked(home, "events_of_run", [run_id, SHOWN_EVENTS])
    events = rows[0]["events"] if rows else 0
    header = ("event", "date", "place", "document", "words")
    create_markdown_artifact(
        key="events-found",
        markdown=table(header, map(_event, rows)) if rows else "No event was found.",
        description=f"{events} events, {len(rows)} shown",
    )


def show_sources(home: Home, run_id: str) -> list[str]:
    """The sources that failed in a run; returns the names of those that gave nothing else."""
    rows = _asked(home, "failing_sources", [run_id])
    header = ("source", "inputs", "rejected", "reason", "for example")
    create_markdown_artifact(
        key="sources-with-failures",
        markdown=table(header, map(_failure, rows)) if rows else "Every source could be read.",
        description=f"{len(rows)} sources of which something could not be read",
    )
    return [str(row["source"]) for row in rows if row["gave_nothing"]]


def show_drift(home: Home, run_id: str) -> list[Drift]:
    """Each measure of a run and of its sources beside its own past.

    Returns what is unusual of the run as a whole, and the sources that have fallen silent: among
    many sources something is always unusual, which is to be seen and to alarm nobody.

    None when the snapshot does not have the run: a reader in this very process that holds the old
    one is shown that.
    """
    rows = _asked(home, "figures_of_runs", [run_id, PAST_RUNS + 1])
    measured = drifts(run_id, [Figures(**row) for row in rows])
    if not measured:
        return []
    past = len({row["run_id"] for row in rows}) - 1
    header = ("source", "measure", "this run", "lowest before", "highest before", "")
    create_markdown_artifact(
        key="drift",
        markdown=table(header, map(_drift, _worth_showing(measured))),
        description=f"against the {past} runs before",
    )
    return [one for one in measured if one.is_unusual and (one.source is None or one.value == 0)]


def _worth_showing(measured: Sequence[Drift]) -> list[Drift]:
    """All of the run as a whole; of its sources what is unusual, and then what has a figure."""
    whole = [one for one in measured if one.source is None]
    rest = [one for one in measured if one.source is not None and one.value is not None]
    return [*whole, *sorted(rest, key=lambda one: not one.is_unusual)[:SHOWN_OF_SOURCES]]


def show_scorecard(home: Home) -> None:
    """How good the extractors were found to be; that nobody has measured it is said too."""
    rows = _asked(home, "scorecard_shown", [])
    header = ("version", "texts", "measure", "figure", "measured on")
    unmeasured = (
        "Nobody has measured how good these extractors are. "
        "`python -m benchmarks.accuracy` does, on texts that others annotated."
    )
    create_markdown_artifact(
        key="scorecard",
        markdown=table(header, map(_figure, rows)) if rows else unmeasured,
        description=f"{len(rows)} figures of accuracy",
    )


def _figure(row: Row) -> tuple[str, ...]:
    named = (row["extractor_version"], row["set"], row["measure"])
    shown = (f"{row['value']:.3f}", f"{row['measured_on']:%Y-%m-%d}")
    return tuple(words(one) for one in (*named, *shown))


def _asked(home: Home, name: str, parameters: Sequence[object]) -> list[Row]:
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


def _drift(one: Drift) -> tuple[str, ...]:
    verdict = "**unusual**" if one.is_unusual else ""
    figures = ("" if one is None else words(f"{one:.3g}") for one in (one.value, one.low, one.high))
    return (words(one.source or "all"), words(one.measure), *figures, verdict)


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
