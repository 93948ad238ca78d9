"""Documents taken down: removed with all that rests on them, so that they stay away."""

from dataclasses import dataclass
from datetime import datetime

import pyarrow as pa
from duckdb import DuckDBPyConnection

from readout import additions, codes, purging
from readout.home import Home
from readout.warehouse import changes, checks, merging
from readout.warehouse.deriving import derive
from readout.warehouse.lending import lent
from readout.warehouse.runs import finish_run, start_run
from readout.warehouse.scripts import script
from readout.warehouse.transactions import undo
from readout.warehouse.variables import assign, utc


@dataclass(frozen=True, slots=True)
class Takedown:
    """What is to be taken down: addresses, URLs or ids, and a reason for the record."""

    names: frozenset[str]
    why: str = ""


class NothingToForgetError(LookupError):
    """The home has nothing by these names, and never took it down."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A document that says nearly the same, and stays."""

    document_id: str
    address: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was taken down."""

    addresses: int
    texts: int  # revisions at these addresses, and copies of them elsewhere
    copies: int  # those of the texts that were at other addresses
    mentions: int
    alike: tuple[Alike, ...]
    was_known: bool  # some of it had been taken down before

    @property
    def summary(self) -> str:
        """What was taken down, in one line, without a word of it."""
        return (
            f"taken down: {self.addresses} addresses with {self.texts} texts, "
            f"{self.copies} of them copies elsewhere, and {self.mentions} mentions"
        )


def forget(
    con: DuckDBPyConnection, home: Home, asked: Takedown, run_id: str, now: datetime
) -> Forgotten:
    """Takes down what is asked for, in one transaction.

    All that was ever at the same address goes, and every exact copy of it; so do its articles,
    mentions, events, statements and rejects. Tombstones stay: fingerprints, when and why. The
    bytes go with the next `publish`. Doing it again does no harm, and finishes what was cut short.

    Raises:
        NothingToForgetError: when there is nothing by these names.
        ChecksFailedError: when a check that must hold does not. Nothing has changed then.
    """
    assign(con, run_id=run_id, now=utc(now), why=asked.why or None)
    con.begin()
    try:
        start_run(con, run_id, {}, now)
        forgotten = _found(con, home, asked.names)
        merging.note(con)
        changes.begin(con)
        con.execute(script("forget/2_changing").text)
        changes.remember(con, "changed_mentions")
        con.execute(script("forget/3_removed").text)
        con.execute(script("load/5_revisions").text)
        derive(con, (*codes.actors(), *additions.of_home(home)))
        checks.run(con)
        finish_run(con, run_id, "completed", now, forgotten.summary)
        con.commit()
    except BaseException:
        undo(con)
        raise
    return forgotten


def _found(con: DuckDBPyConnection, home: Home, names: frozenset[str]) -> Forgotten:
    staged = purging.addresses_of(home, names)
    asked = pa.table({"name": pa.array(sorted(names), pa.string())})
    addresses = pa.table({"address": pa.array(sorted(staged), pa.string())})
    with lent(con, asked=asked, staged_addresses=addresses):
        con.execute(script("forget/1_found").text)
        forgotten = _counted(con)
        con.execute(script("forget/again").text)
    if not (forgotten.addresses or forgotten.was_known):
        raise NothingToForgetError(f"nothing goes by the name of {' or '.join(sorted(names))}")
    return forgotten


def _counted(con: DuckDBPyConnection) -> Forgotten:
    (before,) = con.execute(script("forget/remembered").text).fetchone() or (0,)
    addresses, texts, copies, mentions = con.execute(script("forget/counted").text).fetchone() or (
        (0, 0, 0, 0)
    )
    alike = con.execute(script("forget/alike").text).fetchall()
    return Forgotten(
        addresses, texts, copies, mentions, tuple(Alike(*row) for row in alike), before > 0
    )
