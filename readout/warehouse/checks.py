"""Checks: what must hold in the warehouse, each a query whose rows offend."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from duckdb import DuckDBPyConnection

from readout.home import Home
from readout.warehouse.balance import Warned
from readout.warehouse.scripts import script, scripts
from readout.warehouse.snapshot import connect

_SHOWN = 3
_SMALL = 100_000  # mentions: so many are all checked in about a second
_MAX_SECONDS, _MEMORY = 3600.0, "4GB"  # of the checks of a whole snapshot


class ChecksFailedError(RuntimeError):
    """What must hold does not; the message names the check and the first offending rows."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A check, and the rows that offend."""

    name: str
    title: str
    stops: bool  # whether nothing may be loaded or published while a row offends
    rows: list[Any]


def check(home: Home) -> list[Checked]:
    """Runs every check on everything in the snapshot.

    Raises:
        NoSnapshotError: when no run has published one yet.
    """
    with connect(home, max_seconds=_MAX_SECONDS, memory=_MEMORY) as con:
        con.execute(script("checking/all").text)
        return [*_checked(con)]


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
    found = [one for one in _checked(con) if one.rows]
    for one in found:
        if one.stops:
            raise ChecksFailedError(
                f"{one.name.replace('_', ' ')}: not so for {len(one.rows)} rows, "
                f"such as {one.rows[:_SHOWN]}. Nothing was loaded; the snapshot is as it was."
            )
    return tuple(Warned(one.name, len(one.rows)) for one in found)


def _checked(con: DuckDBPyConnection) -> Iterator[Checked]:
    for one in scripts("checks"):
        effect, _, title = one.title.partition(": ")
        yield Checked(one.stem, title, effect == "stop", con.execute(one.text).fetchall())
