"""Checks: what must hold in the warehouse, each a query whose rows offend."""

from collections.abc import Iterator
from typing import Any

from duckdb import DuckDBPyConnection

from readout.warehouse.balance import Warned
from readout.warehouse.scripts import Script, script, scripts

_SHOWN = 3
_SMALL = 100_000  # mentions: so many are all checked in about a second


class ChecksFailedError(RuntimeError):
    """What must hold does not; the message names the check and the first offending rows."""


def run(con: DuckDBPyConnection) -> tuple[Warned, ...]:
    """Runs every check on everything; returns those that only warn and have something to warn of.

    Raises:
        ChecksFailedError: when a check that begins with `-- stop` has offending rows.
    """
    con.execute(script("checking/all").text)
    return _judged(con)


def run_changed(con: DuckDBPyConnection) -> tuple[Warned, ...]:
    """The same of what a load may have changed, in its transaction; of all when there is little.

    Raises:
        ChecksFailedError: when a check that begins with `-- stop` has offending rows.
    """
    (mentions,) = con.execute(script("checking/mentions").text).fetchone() or (0,)
    if mentions <= _SMALL:
        return run(con)
    con.execute(script("checking/changed").text)
    return _judged(con)


def _judged(con: DuckDBPyConnection) -> tuple[Warned, ...]:
    found = [*offending(con)]
    for check, rows in found:
        if rows and stops(check):
            raise ChecksFailedError(
                f"{check.stem.replace('_', ' ')}: not so for {len(rows)} rows, "
                f"such as {rows[:_SHOWN]}. Nothing was loaded; the snapshot is as it was."
            )
    return tuple(Warned(check.stem, len(rows)) for check, rows in found if rows)


def offending(con: DuckDBPyConnection) -> Iterator[tuple[Script, list[Any]]]:
    """Each check, with the rows that offend among those that it has been given to look at."""
    for check in scripts("checks"):
        yield check, con.execute(check.text).fetchall()


def stops(check: Script) -> bool:
    """Whether nothing may be loaded or published while a row offends."""
    return check.title.split(":")[0] == "stop"
