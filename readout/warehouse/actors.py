"""Who the arguments stand for, by the lists of actors that the warehouse has now."""

from collections.abc import Iterable

import pyarrow as pa
from duckdb import DuckDBPyConnection

from readout.codes import KnownActor
from readout.resolution import Named, Resolution
from readout.warehouse import changes
from readout.warehouse.lending import lent
from readout.warehouse.scripts import script


def resolve(con: DuckDBPyConnection, known: Iterable[KnownActor]) -> None:
    """Says of the arguments in `resolving` who they stand for; notes whom that changes.

    What a document was read to say stays as it is, so that a line taken back is taken back.
    """
    read = con.execute(script("actors/read").text).fetchall()
    with lent(con, actors_meant=_meant(read, Resolution(known))):
        con.execute(script("actors/2_renamed").text)
    changes.remember(con, "renamed")
    con.execute(script("actors/3_resolved").text)


def _meant(read: Iterable[tuple[str, str]], resolution: Resolution) -> pa.Table:
    """A row for each way to name an actor that now means another."""
    rows = []
    for actor_id, name in read:
        found = resolution.actor(Named(actor_id, name))
        if (found.actor_id, found.name) != (actor_id, name):
            rows.append((actor_id, name, found.actor_id, found.name))
    columns = ("read_actor_id", "read_name", "actor_id", "name")
    return pa.table(
        {
            column: pa.array([row[place] for row in rows], pa.string())
            for place, column in enumerate(columns)
        }
    )
