"""All that follows from the documents and the lists of actors, in the order in which it does."""

from collections.abc import Iterable

from duckdb import DuckDBPyConnection

from readout.codes import KnownActor
from readout.warehouse import actors, changes, duplicates, events, merging, reference
from readout.warehouse.variables import assign


def derive(
    con: DuckDBPyConnection, known: Iterable[KnownActor], *, resolve_all: bool = False
) -> None:
    """Makes anew what the documents that were added or taken away change, and notes what changed.

    Needs `merging.note` before the first change, and the tables that `load/4_changing` makes.
    Rests on nothing else than documents and lists, so it does not matter which came first.
    """
    listed = tuple(known)
    assign(con, resolve_all=resolve_all)
    duplicates.mark(con)
    reference.take_over(con, listed)
    actors.resolve(con, listed)
    reference.describe(con, listed)
    events.link_changed(con)
    merging.merge_changed(con)
    changes.note(con)
