"""Staged parts as a load sees them: which there are, and which were merged already."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from readout import staging
from readout.home import Home
from readout.staging import ARTICLES, DOCUMENTS, EXTRACTIONS, FETCHES, REJECTS, UNCHANGED, Kind
from readout.warehouse.scripts import script


@dataclass(frozen=True, slots=True)
class Parts:
    """The names of the parts that a load merges, by folder."""

    names: Mapping[str, list[str]]

    def paths(self, home: Home, kind: Kind[Any]) -> list[Path]:
        """Where the parts of a kind lie."""
        return [staging.part_path(home, kind, part) for part in self.names[kind.folder]]

    def table(self) -> pa.Table:
        """One row a part."""
        rows = [(folder, part) for folder, parts in self.names.items() for part in parts]
        return pa.table(
            {
                "folder": pa.array([folder for folder, _ in rows], pa.string()),
                "part": pa.array([part for _, part in rows], pa.string()),
            }
        )


def to_load(home: Home) -> Parts:
    """The parts that have come all the way; those that have not wait for their next step."""
    whole = staging.complete(home)
    articles = {*staging.parts(home, ARTICLES)}
    return Parts(
        {
            ARTICLES.folder: [part for part in whole if part in articles],
            DOCUMENTS.folder: whole,
            EXTRACTIONS.folder: whole,
            REJECTS.folder: staging.loadable_rejects(home),
            UNCHANGED.folder: staging.parts(home, UNCHANGED),
            FETCHES.folder: staging.parts(home, FETCHES),
        }
    )


def settle(con: DuckDBPyConnection, home: Home) -> None:
    """Removes the parts that a load has merged, then forgets that it has.

    A load that was killed after its commit is finished by the next opening, so that a part is
    never merged twice, and one of the same name can be merged later.
    """
    kinds = {kind.folder: kind for kind in staging.KINDS}
    merged = con.execute(script("queries/parts_loaded").text).fetchall()
    staging.remove(staging.part_path(home, kinds[folder], part) for folder, part in merged)
    if merged:
        con.execute(script("queries/parts_removed").text)
