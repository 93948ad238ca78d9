"""Figures on Prefect's pages: a run beside its own past, and how good the extractors are."""

from collections.abc import Sequence

from prefect.artifacts import create_markdown_artifact

from flows.artifacts import Row, asked
from readout.drift import PAST_RUNS, Drift, Figures, drifts
from readout.home import Home
from readout.markdown import table, words

SHOWN_OF_SOURCES = 100


def show_drift(home: Home, run_id: str) -> list[Drift]:
    """Each measure of a run and of its sources beside its own past; returns what is alarming.

    None when the snapshot does not have the run: a reader in this very process that holds the old
    one is shown that.
    """
    rows = asked(home, "figures_of_runs", [run_id, PAST_RUNS + 1])
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
    return [one for one in measured if one.is_alarming]


def _worth_showing(measured: Sequence[Drift]) -> list[Drift]:
    """All of the run as a whole; of its sources what is unusual, and then what has a figure."""
    whole = [one for one in measured if one.source is None]
    rest = [one for one in measured if one.source is not None and one.value is not None]
    return [*whole, *sorted(rest, key=lambda one: not one.is_unusual)[:SHOWN_OF_SOURCES]]


def show_scorecard(home: Home) -> None:
    """How good the extractors were found to be; that nobody has measured it is said too."""
    rows = asked(home, "scorecard_shown")
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


def _drift(one: Drift) -> tuple[str, ...]:
    verdict = "**unusual**" if one.is_unusual else ""
    figures = ("" if one is None else words(f"{one:.3g}") for one in (one.value, one.low, one.high))
    return (words(one.source or "all"), words(one.measure), *figures, verdict)
