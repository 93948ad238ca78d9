"""The warehouse opened for writing: made when it is not there, and brought up to date."""

import os
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from readout import staging
from readout.home import Home
from readout.warehouse.migrations import migrate
from readout.warehouse.parts import settle

# So that DuckDB 1.5, which other programs still bring along, can read the files too.
STORAGE: dict[str, str | bool | int | float | list[str]] = {
    "storage_compatibility_version": "v1.5.0"
}


def open(home: Home) -> DuckDBPyConnection:  # noqa: A001 - warehouse.open(home), as with any file
    """The warehouse of a home, its schema up to date. Only for who holds `home.lock`.

    Raises:
        SchemaError: when it was made by a newer program.
        duckdb.Error: when the file is not a warehouse, or another process has it open.
    """
    home.path.mkdir(parents=True, exist_ok=True)
    if not home.warehouse.exists():
        _create(home)
    con = _connect(home.warehouse)
    try:
        migrate(con)
        settle(con, home)
    except BaseException:
        con.close()
        raise
    staging.sweep(home)
    return con


def _connect(path: Path) -> DuckDBPyConnection:
    return duckdb.connect(path, config=STORAGE)


def _create(home: Home) -> None:
    """Makes the file under another name first.

    A process killed in the first writes of a new DuckDB file leaves one that never opens again.
    """
    for unfinished in home.path.glob(".warehouse.duckdb*"):
        unfinished.unlink()
    new = home.path / f".warehouse.duckdb.{os.getpid()}"
    con = _connect(new)
    try:
        migrate(con)
    finally:
        con.close()
    log_of(home.warehouse).unlink(missing_ok=True)  # of a file that is gone: not for this one
    new.replace(home.warehouse)
    staging.sync(home.path)


def log_of(database: Path) -> Path:
    """The write-ahead log that DuckDB keeps beside a database."""
    return database.with_name(f"{database.name}.wal")
