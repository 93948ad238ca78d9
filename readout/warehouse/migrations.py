"""The schema of a warehouse brought up to that of the program, forward only."""

from duckdb import DuckDBPyConnection

from readout.warehouse import views
from readout.warehouse.scripts import Script, script, scripts
from readout.warehouse.transactions import undo


class SchemaError(RuntimeError):
    """The warehouse and the program don't fit together; the message says why and what to do."""


def migrate(con: DuckDBPyConnection) -> None:
    """Applies what is missing and publishes the views, in one transaction, or changes nothing.

    Raises:
        SchemaError: when the warehouse is newer than the program, or when a migration that was
            applied to it has been edited since.
    """
    con.begin()
    try:
        con.execute(script("migrations/0000_ledger").text)
        missing = _missing(con)
        if missing:
            views.withdraw(con)
        for step in missing:
            con.execute(step.text)
            con.execute(script("queries/migrated").text, [_version(step), step.stem, step.sha256])
        views.publish(con)
        con.commit()
    except BaseException:
        undo(con)
        raise


def _version(step: Script) -> int:
    return int(step.stem.split("_", 1)[0])


def _missing(con: DuckDBPyConnection) -> list[Script]:
    steps = {_version(step): step for step in scripts("migrations") if _version(step)}
    applied = con.execute(script("queries/migrations").text).fetchall()
    newest = max((version for version, _, _ in applied), default=0)
    if newest > max(steps):
        raise SchemaError(
            f"the warehouse has schema {newest}, this program knows {max(steps)}: "
            "it was written by a newer readout; update the program, or choose another home"
        )
    for version, name, sha256 in applied:
        if steps[version].sha256 != sha256:
            raise SchemaError(
                f"migration {name} was applied to this warehouse with another text than it has "
                "now: restore the file and put the change into a new migration"
            )
    return [step for version, step in sorted(steps.items()) if version > newest]
