"""Undoing what a transaction has done."""

from contextlib import suppress

import duckdb
from duckdb import DuckDBPyConnection


def undo(con: DuckDBPyConnection) -> None:
    """Takes back what the transaction has done, as the last thing before its error is raised.

    When a commit fails, as on a full disk, DuckDB has undone it already, or has given up on the
    database until it is opened again. It then raises here, and that must not hide why.
    """
    with suppress(duckdb.Error):
        con.rollback()
