"""Checks: what must hold in the warehouse, each a query whose rows offend."""

from duckdb import DuckDBPyConnection

from readout.warehouse.balance import Warned
from readout.warehouse.scripts import Script, scripts

_SHOWN = 3


class ChecksFailedError(RuntimeError):
    """What must hold does not; the message names the check and the first offending rows."""


def run(con: DuckDBPyConnection) -> tuple[Warned, ...]:
    """Runs every check; returns those that only warn and have something to warn of.

    Raises:
        ChecksFailedError: when a check that begins with `-- stop` has offending rows.
    """
    found = [(check, con.execute(check.text).fetchall()) for check in scripts("checks")]
    for check, rows in found:
        if rows and _stops(check):
            raise ChecksFailedError(
                f"{check.stem.replace('_', ' ')}: not so for {len(rows)} rows, "
                f"such as {rows[:_SHOWN]}. Nothing was loaded; the snapshot is as it was."
            )
    return tuple(Warned(check.stem, len(rows)) for check, rows in found if rows)


def _stops(check: Script) -> bool:
    return check.title.split(":")[0] == "stop"
