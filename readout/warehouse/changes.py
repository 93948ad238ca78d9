"""What readers see otherwise than before, noted in the transaction that changes it."""

from duckdb import DuckDBPyConnection

from readout.warehouse.scripts import script


def begin(con: DuckDBPyConnection) -> None:
    """Begins a transaction's notes of what mentions said before it."""
    con.execute(script("changes/begun").text)


def remember(con: DuckDBPyConnection, table: str) -> None:
    """Notes what the mentions in a table say, before that changes."""
    _digest(con, table)
    con.execute(script("changes/remembered").text)


def note(con: DuckDBPyConnection) -> None:
    """Notes which events, mentions and documents were added, revised, merged, split, withdrawn."""
    _digest(con, "mentions_before")
    con.execute(script("changes/noted").text)


def _digest(con: DuckDBPyConnection, table: str) -> None:
    con.execute(f"create or replace temp table digested as select distinct mention_id from {table}")  # noqa: S608  a table of our own
    con.execute(script("changes/digests").text)
