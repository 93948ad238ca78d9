"""Documents that repeat an earlier one."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Repeated:
    """A way in which one document repeats an earlier one. `place` and `first_place` order them."""

    place: int
    document_id: str
    first_place: int
    first_id: str
    kind: str  # exact or near
    similarity: float


def first_tellings(repeated: Iterable[Repeated]) -> list[Repeated]:
    """For each document that repeats another, the one way that says which, and how.

    An exact copy points at the first of its copies; any other at the earliest original that it is
    like. An original repeats nothing itself, so no document points at the end of a chain of small
    changes. Independent of the order of what is given.
    """
    found: dict[str, Repeated] = {}
    in_order = sorted(repeated, key=lambda one: (one.place, one.kind != "exact", one.first_place))
    for _, ways in groupby(in_order, key=lambda one: one.place):
        first = next(
            (way for way in ways if way.kind == "exact" or way.first_id not in found), None
        )
        if first is not None:
            found[first.document_id] = first
    return list(found.values())
