"""The snapshot: a copy of the warehouse that anybody may read while the next run writes."""

import os
import shutil
from typing import Any

import duckdb
import pyarrow as pa
from duckdb import DuckDBPyConnection

from readout import disk, staging
from readout.home import Home
from readout.warehouse.erasing import erase
from readout.warehouse.opening import log_of
from readout.warehouse.tombstones import unerased

_READ_ONLY = 0o444
_COPIED_AT_ONCE = 1 << 22
_ROWS_AT_ONCE = 10_000
MOST_BYTES = 1_000_000_000  # of a result


class NoSnapshotError(RuntimeError):
    """There is nothing to read yet; the message says what to do."""


def publish(con: DuckDBPyConnection, home: Home) -> None:
    """Puts the warehouse as it is in the place of the snapshot, in one step, and closes `con`.

    `con` must be the only connection of this process: who copies a database that the process
    still holds loses the lock on it. Readers that have the old snapshot open keep it. What was
    taken down since the last time is then in no byte of the home any more.
    """
    con.execute("checkpoint")
    stones = unerased(con)
    con.close()
    if stones is not None:
        erase(home, stones)
    for unfinished in home.path.glob(f".{home.snapshot.name}.*"):
        unfinished.unlink()
    new = home.path / f".{home.snapshot.name}.{os.getpid()}"
    with (
        disk.writing(new),
        home.warehouse.open("rb") as source,
        new.open("wb") as target,
    ):
        shutil.copyfileobj(source, target, _COPIED_AT_ONCE)
        target.flush()
        os.fsync(target.fileno())
    new.chmod(_READ_ONLY)
    # Left by who opened the old snapshot for writing, it would be replayed onto the new one.
    log_of(home.snapshot).unlink(missing_ok=True)
    new.replace(home.snapshot)
    staging.sync(home.path)


def query(  # noqa: PLR0913  its limits, each with a default
    home: Home,
    sql: str,
    parameters: object = None,
    *,
    max_seconds: float = 60.0,
    memory: str = "2GB",
    most_bytes: int = MOST_BYTES,
) -> pa.Table:
    """The rows that a query gives on the snapshot.

    It can read nothing else, write nothing, and take no more time and memory than it is given.

    Raises:
        NoSnapshotError: when no run has published one yet.
        duckdb.Error: when the query is wrong, or goes beyond what it may.
    """
    with connect(home, max_seconds=max_seconds, memory=memory) as con:
        rows: Any = con.sql(sql, params=parameters)  # None when it is nothing but comments
        return pa.table({}) if rows is None else _whole(rows, most_bytes)


def _whole(rows: Any, most_bytes: int) -> pa.Table:
    """All rows, unless they are too many: what DuckDB has given away it does not count."""
    reader = rows.to_arrow_reader(_ROWS_AT_ONCE)
    batches, size = [], 0
    try:
        for batch in reader:
            batches.append(batch)
            size += batch.nbytes
            if size > most_bytes:
                raise duckdb.OutOfMemoryException(
                    f"the result has more than {most_bytes:,} bytes: ask for fewer rows or columns"
                )
    except OSError as error:  # DuckDB's own error, as it comes through Arrow's stream
        raise duckdb.Error(str(error)) from error
    return pa.Table.from_batches(batches, reader.schema)


def connect(home: Home, *, max_seconds: float = 60.0, memory: str = "2GB") -> DuckDBPyConnection:
    """A connection to the snapshot that can only read it; each query on it has `max_seconds`.

    Raises:
        NoSnapshotError: when no run has published one yet.
    """
    if not home.snapshot.exists():
        raise NoSnapshotError(f"no {home.snapshot} yet: `readout run` makes it")
    return duckdb.connect(
        home.snapshot,
        read_only=True,
        config={
            "enable_external_access": False,
            "python_enable_replacements": False,
            "temp_directory": "",
            "memory_limit": memory,
            "max_execution_time": int(max_seconds * 1000),
            "lock_configuration": True,
        },
    )
