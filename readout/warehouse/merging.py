"""What the views show and no reader should wait for: events merged, statements, steps, counts.

It is made from the mentions once, by who changes the warehouse, and not by every query.
"""

from hashlib import sha256

from duckdb import DuckDBPyConnection

from readout.warehouse import tables
from readout.warehouse.scripts import script, scripts


def note(con: DuckDBPyConnection) -> None:
    """Notes what merged events rest on, before a load changes it."""
    con.execute(script("merging/before").text)


def merge_changed(con: DuckDBPyConnection) -> None:
    """Makes anew what may have changed since `note`, in the caller's transaction.

    The rows are the same as if all had been made anew; they are, when the rules are others than
    those by which they were made.
    """
    tables.refresh(con)
    if con.execute(script("merging/merged_with").text).fetchall() == [(_rules(),)]:
        _merge(con, "changed_dirty")
    else:
        merge_all(con)


def merge_all(con: DuckDBPyConnection) -> None:
    """Makes everything anew, in the caller's transaction."""
    con.execute("set variable merging_rules = $1", [_rules()])
    _merge(con, "all_dirty")


def _merge(con: DuckDBPyConnection, dirty: str) -> None:
    con.execute(script(f"merging/{dirty}").text)
    for step in scripts("merging"):
        if step.stem[0].isdigit():
            con.execute(step.text)


def _rules() -> str:
    return sha256("".join(one.text for one in scripts("merging")).encode()).hexdigest()
