"""Loading: every complete part merged in one transaction, or nothing."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from duckdb import DuckDBPyConnection

from readout import additions, codes, places, staging
from readout.codes import KnownActor
from readout.home import Home
from readout.staging import Kind
from readout.warehouse import changes, checks, merging
from readout.warehouse.balance import Balance, Refusals, Warned
from readout.warehouse.deriving import derive
from readout.warehouse.lending import lent
from readout.warehouse.parts import Parts, settle, to_load
from readout.warehouse.scripts import script
from readout.warehouse.transactions import undo
from readout.warehouse.variables import assign, utc

# Signatures that agree in four places of five: wire copies with another headline or a cut last
# paragraph do, reports that two journalists wrote of one event stay well under a half.
NEAR = 0.8

_ARRIVING = ("1_staged", "2_arrivals", "3_mentions", "4_changing")
_TAKING_OVER = (
    "4_earlier",
    "4_documents",
    "5_seen",
    "5_revisions",
    "6_resemblances",
)


class TakenOverError(RuntimeError):
    """Another run has begun meanwhile, so this one may not write any more."""


class BalanceError(RuntimeError):
    """An input ended in no state, or in several; nothing was loaded."""


def load(
    con: DuckDBPyConnection, home: Home, run_id: str, versions: Mapping[str, str], now: datetime
) -> Balance:
    """Merges the complete parts into the warehouse, links events, runs the checks, commits.

    `versions` are those of this program, under "cleaning" and "extractor". A document that is
    loaded again replaces itself, so loading twice changes nothing. What the transaction took in
    is removed from staging afterwards; when it fails, nothing has changed.

    Raises:
        BalanceError: when an input would be lost or counted twice.
        TakenOverError: when another run has begun since this one did.
        ChecksFailedError: when a check that must hold does not.
        AdditionsError: when a line of the home's own list of actors cannot be used.
    """
    known = (*codes.actors(), *additions.of_home(home))
    parts = to_load(home)
    assign(con, run_id=run_id, now=utc(now), near=NEAR)
    assign(con, **{f"{step}_version": versions[step] for step in ("cleaning", "extractor")})
    with TemporaryDirectory() as folder:
        assign(con, **_files(home, parts, Home(Path(folder))))
        con.begin()
        try:
            _merge(con, parts, known)
            balance = _balance(con, run_id, checks.run_changed(con))
            _require_lease(con, run_id)
            con.commit()
        except BaseException:
            undo(con)
            raise
    settle(con, home)
    return balance


def _files(home: Home, parts: Parts, here: Home) -> dict[str, list[str]]:
    """The parts of each kind on this machine, and one without rows: no list may be empty."""
    for kind in staging.KINDS:
        staging.write(here, kind, [], "none")
    return {kind.folder: _of_kind(home, parts, here, kind) for kind in staging.KINDS}


def _of_kind(home: Home, parts: Parts, here: Home, kind: Kind[Any]) -> list[str]:
    empty = staging.part_path(here, kind, "none")
    return [*map(str, places.on_disk(parts.paths(home, kind), empty.parent)), str(empty)]


def _merge(con: DuckDBPyConnection, parts: Parts, known: Iterable[KnownActor]) -> None:
    merging.note(con)
    changes.begin(con)
    _run(con, _ARRIVING)
    changes.remember(con, "changed_mentions")
    _run(con, _TAKING_OVER)
    derive(con, known)
    with lent(con, parts_loaded=parts.table()):
        con.execute(script("load/9_inputs").text)


def _run(con: DuckDBPyConnection, steps: Iterable[str]) -> None:
    for step in steps:
        con.execute(script(f"load/{step}").text)


def _require_lease(con: DuckDBPyConnection, run_id: str) -> None:
    """Who begins to write marks the runs that did not end: that is the lease, and here its end.

    The lock of the home keeps two from writing at once. This holds even where it was taken away,
    with the file or by a file system that does not know locks.
    """
    states = con.execute(script("queries/run_states").text, [run_id]).fetchall()
    if states and ("running",) not in states:
        raise TakenOverError(
            f"another run has begun to write since run {run_id} did. Nothing was loaded; what is "
            "staged is loaded by the next run."
        )


def _balance(con: DuckDBPyConnection, run_id: str, warnings: tuple[Warned, ...]) -> Balance:
    lost = con.execute(script("load/uncounted").text).fetchall()
    if lost:
        what, name, states = lost[0]
        raise BalanceError(
            f"{len(lost)} inputs don't end in one state; the first is the {what} {name}, "
            f"which ends in {states}. Nothing was loaded."
        )
    states = dict(con.execute(script("queries/states").text, [run_id]).fetchall())
    refusals = con.execute(script("queries/refusals").text, [run_id]).fetchall()
    (mentions,) = con.execute(script("queries/mentions_staged").text).fetchone() or (0,)
    return Balance(
        run_id,
        **states,
        refusals=tuple(Refusals(*row) for row in refusals),
        mentions=mentions,
        warnings=warnings,
    )
