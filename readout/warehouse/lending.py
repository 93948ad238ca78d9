"""Tables in memory that the SQL of the project reads for a moment."""

from collections.abc import Iterator
from contextlib import contextmanager

import pyarrow as pa
from duckdb import DuckDBPyConnection


@contextmanager
def lent(con: DuckDBPyConnection, **tables: pa.Table) -> Iterator[None]:
    """Within the block, these tables are there under their names.

    An error leaves them: on its connection nothing is read afterwards.
    """
    for name, table in tables.items():
        con.register(name, table)
    yield
    for name in tables:
        con.unregister(name)
