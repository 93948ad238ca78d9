"""A new line in a list of actors put to use: the past is told with it as well."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import pyarrow as pa
from duckdb import DuckDBPyConnection

from readout import additions, codes
from readout.home import Home
from readout.warehouse import changes, checks, merging
from readout.warehouse.deriving import derive
from readout.warehouse.lending import lent
from readout.warehouse.runs import finish_run, start_run
from readout.warehouse.scripts import script
from readout.warehouse.transactions import undo
from readout.warehouse.variables import assign, utc


@dataclass(frozen=True, slots=True)
class Renaming:
    """A name that now stands for another actor, or an actor that now has another name."""

    old_name: str
    name: str
    actor_id: str
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class Resolved:
    """What resolving again has changed."""

    renamings: tuple[Renaming, ...]
    events: Mapping[str, int]  # how many were added, revised, merged, split, withdrawn
    added: int  # lines of the home's own list
    unmentioned: tuple[str, ...]  # actors on it whom no document names

    @property
    def summary(self) -> str:
        """What changed, in one line."""
        changed = ", ".join(f"{count} {what}" for what, count in self.events.items()) or "none"
        names = len(self.renamings)
        return f"actors resolved again: {names} names stand for another; events changed: {changed}"


def resolve(con: DuckDBPyConnection, home: Home, run_id: str, now: datetime) -> Resolved:
    """Says of every argument who it stands for by the lists as they are, in one transaction.

    Nothing is read again. Mentions in which somebody is now another are linked again; the rows are
    those that a new warehouse would have, had the lists been so from its first run.

    Raises:
        AdditionsError: when a line of the home's own list cannot be used.
        ChecksFailedError: when a check that must hold does not. Nothing has changed then.
    """
    own = additions.of_home(home)
    assign(con, run_id=run_id, now=utc(now))
    con.begin()
    try:
        start_run(con, run_id, {}, now)
        merging.note(con)
        changes.begin(con)
        con.execute(script("actors/0_nothing_new").text)
        derive(con, (*codes.actors(), *own), resolve_all=True)
        resolved = _resolved(con, run_id, [actor.actor_id for actor in own])
        checks.run(con)
        finish_run(con, run_id, "completed", now, resolved.summary)
        con.commit()
    except BaseException:
        undo(con)
        raise
    return resolved


def _resolved(con: DuckDBPyConnection, run_id: str, own: list[str]) -> Resolved:
    renamings = con.execute(script("actors/renamings").text).fetchall()
    events = con.execute(script("changes/of_run").text, [run_id]).fetchall()
    with lent(con, added_actors=pa.table({"actor_id": pa.array(sorted({*own}), pa.string())})):
        unmentioned = con.execute(script("actors/unmentioned").text).fetchall()
    return Resolved(
        tuple(Renaming(*row) for row in renamings),
        dict(events),
        len(own),
        tuple(actor_id for (actor_id,) in unmentioned),
    )
