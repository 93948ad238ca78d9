"""Files without what was deleted from them: DuckDB keeps it in its free space for ever."""

import os
import shutil
from pathlib import Path

import duckdb

from readout import purging, staging
from readout.home import Home
from readout.tombstones import Tombstones
from readout.warehouse.opening import STORAGE, log_of
from readout.warehouse.scripts import script


def erase(home: Home, stones: Tombstones) -> None:
    """Writes everything in the home anew that may still hold bytes of what was taken down.

    For who holds the lock and no connection. A process killed here leaves the old warehouse or the
    new one; the next publication begins again.
    """
    purging.purge(home, stones)
    if _spilled(home).exists():
        shutil.rmtree(_spilled(home))
    _copy(home)


def _copy(home: Home) -> None:
    """The warehouse written row by row into a new file, which takes its place."""
    sweep(home)
    new = home.path / f".{home.warehouse.name}.{os.getpid()}"
    with duckdb.connect(config={**STORAGE, "temp_directory": str(_spilled(home))}) as con:
        con.execute(f"attach {_quoted(home.warehouse)} as kept (read_only)")
        con.execute(f"attach {_quoted(new)} as anew")
        con.execute("copy from database kept to anew")
        con.execute(script("forget/erased").text)
        con.execute("checkpoint anew")
    with new.open("rb") as file:
        os.fsync(file.fileno())
    log_of(home.warehouse).unlink(missing_ok=True)  # all in it is in the file: that was closed
    new.replace(home.warehouse)
    staging.sync(home.path)


def sweep(home: Home) -> None:
    """Removes what writers that were killed left beside the warehouse."""
    for unfinished in home.path.glob(f".{home.warehouse.name}.*"):
        unfinished.unlink()


def _spilled(home: Home) -> Path:
    """Where DuckDB puts what does not fit into memory, and leaves it when it is killed."""
    return home.path / f"{home.warehouse.name}.tmp"


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
