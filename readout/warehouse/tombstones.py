"""What was taken down, as the warehouse remembers it: by fingerprints."""

from collections.abc import Iterable

from duckdb import DuckDBPyConnection

from readout.tombstones import Tombstones
from readout.warehouse.scripts import script


def tombstones(con: DuckDBPyConnection) -> Tombstones:
    """Everything that was taken down from this warehouse."""
    return _tombstones(_rows(con))


def unerased(con: DuckDBPyConnection) -> Tombstones | None:
    """The same, when the file has not been written anew since the last taking down; else None."""
    rows = [*_rows(con)]
    return None if all(is_erased for _, _, is_erased in rows) else _tombstones(rows)


def _rows(con: DuckDBPyConnection) -> list[tuple[str, str, bool]]:
    return con.execute(script("queries/tombstones").text).fetchall()


def _tombstones(rows: Iterable[tuple[str, str, bool]]) -> Tombstones:
    found: dict[str, set[str]] = {}
    for kind, fingerprint, _ in rows:
        found.setdefault(kind, set()).add(fingerprint)
    return Tombstones(
        addresses=frozenset(found.get("address", ())),
        articles=frozenset(found.get("article", ())),
        documents=frozenset(found.get("document", ())),
        texts=frozenset(found.get("content", ())),
    )
