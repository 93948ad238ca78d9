"""What two versions of the extractors found in the same documents."""

from dataclasses import dataclass

import pyarrow as pa

from readout.home import Home
from readout.warehouse.scripts import script
from readout.warehouse.snapshot import query


class UnknownVersionError(LookupError):
    """No such version has read anything here, or several; the message names those there are."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two versions found in the documents that both have read.

    `mentions` has a row for each mention: `change` is gained, lost, changed or kept; `differs`
    says in what a changed one does.
    """

    earlier: str
    later: str
    documents: int
    mentions: pa.Table


def compare(home: Home, earlier: str | None = None, later: str | None = None) -> Comparison:
    """Compare two versions, each named by its first letters; without names, the last two that read.

    Raises:
        UnknownVersionError: when there is no such version, or the letters fit several.
        NoSnapshotError: when nothing has been published yet.
    """
    rows = query(home, script("versions/read").text).to_pylist()
    versions = [str(row["extractor_version"]) for row in rows]
    new = _chosen(versions, later) if later else next(iter(versions), None)
    rest = [one for one in versions if one != new]
    old = _chosen(rest, earlier) if earlier else next(iter(rest), None)
    if new is None or old is None:
        raise UnknownVersionError(
            f"there is nothing to compare: one version has read here ({_named(versions)})"
            if versions
            else "there is nothing to compare: nothing has been read here"
        )
    both = [old, new]
    (counted,) = query(home, script("versions/both_read").text, both).to_pylist()
    mentions = query(home, script("versions/compared").text, both)
    return Comparison(old, new, int(counted["documents"]), mentions)


def _chosen(versions: list[str], given: str) -> str:
    if given in versions:
        return given
    fitting = [one for one in versions if one.startswith(given)]
    if len(fitting) != 1:
        what = "several versions begin" if fitting else "no other version begins"
        raise UnknownVersionError(f"{what} with {given!r}; have read here: {_named(versions)}")
    return fitting[0]


def _named(versions: list[str]) -> str:
    return "; ".join(versions)
