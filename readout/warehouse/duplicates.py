"""Documents that repeat another: found by hash and MinHash, pointed at the first."""

import pyarrow as pa
from duckdb import DuckDBPyConnection

from readout.linking.repetition import Repeated, first_tellings
from readout.warehouse.lending import lent
from readout.warehouse.scripts import script


def mark(con: DuckDBPyConnection) -> None:
    """Says again for every current document whether it repeats another, and notes what changed."""
    ways = con.execute(script("load/repeated").text).fetchall()
    found = first_tellings(Repeated(*way) for way in ways)
    with lent(con, duplicates_found=_table(found)):
        con.execute(script("load/7_duplicates").text)


def _table(found: list[Repeated]) -> pa.Table:
    return pa.table(
        {
            "document_id": pa.array([one.document_id for one in found], pa.string()),
            "duplicate_of": pa.array([one.first_id for one in found], pa.string()),
            "kind": pa.array([one.kind for one in found], pa.string()),
            "similarity": pa.array([float(one.similarity) for one in found], pa.float64()),
        }
    )
