"""What a run shows on Prefect's pages when its work is done, and what it complains of there."""

from collections.abc import Iterator

from prefect.logging import get_run_logger

from flows.artifacts import show_events, show_sources
from flows.figures import show_drift, show_scorecard
from readout import warehouse
from readout.drift import Drift
from readout.home import Home
from readout.warehouse import Balance

# Why what read a document did not come to its end: readout.isolation, and exceptions.
GIVEN_UP = frozenset({"crash", "timeout", "memory", "failed"})
GIVING_UP = frozenset({"clean", "extract"})


def complaints(home: Home, balance: Balance, *, is_usual: bool) -> list[str]:
    """Show what a run found, and return what somebody should look at, a sentence each.

    Documents that are read again say nothing of how the news has changed: when the run had such,
    it is not usual and no drift is looked for. The rows are loaded by now, so a report that cannot
    be made is one more complaint and no failure.
    """
    try:
        return [*_of_balance(balance), *_shown(home, balance, is_usual)]
    except warehouse.QueryError as error:
        get_run_logger().exception("the report of this run could not be made")
        return [*_of_balance(balance), f"The report could not be made: {type(error).__name__}"]


def _shown(home: Home, balance: Balance, is_usual: bool) -> Iterator[str]:  # noqa: FBT001  only called above
    show_events(home, balance.run_id)
    show_scorecard(home)
    failed = show_sources(home, balance.run_id)
    if failed:
        yield f"Nothing came from {', '.join(failed)}"
    if is_usual:
        yield from map(_unusual, show_drift(home, balance.run_id))


def _of_balance(balance: Balance) -> Iterator[str]:
    given_up = sum(
        why.inputs
        for why in balance.refusals
        if (why.stage in GIVING_UP and why.reason in GIVEN_UP)
    )
    if given_up:
        yield f"Given up: {given_up} documents that broke what read them; rejects say how"
    for warned in balance.warnings:
        yield f"{warned.rows} rows offend a check: {warned.check.replace('_', ' ')}"


def _unusual(one: Drift) -> str:
    of_source = f" of {one.source}" if one.source else ""
    return (
        f"Unusual{of_source}: {one.measure} {one.value:.3g}, before {one.low:.3g} to {one.high:.3g}"
    )
