"""Under which keys a mention is looked up for others that tell of the same event."""

from collections.abc import Iterator
from itertools import combinations

from readout.linking.telling import Telling


def keys(telling: Telling) -> Iterator[str]:
    """Its keys: two mentions without one in common are never compared.

    Statements share a speaker and the words; meetings and deals two of those who take part, by
    name or by country; in one document, and for deals on one day, a single name.
    """
    if telling.kind == "statement":
        if telling.said is not None:
            yield from (f"statement {actor} {telling.said}" for actor in sorted(telling.actors))
        return
    for one, other in combinations(sorted({*telling.actors, *telling.sides}), 2):
        yield f"{telling.kind} {one} {other}"
    for actor in sorted(telling.actors):
        yield f"{telling.kind} {actor} in {telling.document_id}"
        if telling.kind == "deal_signing" and telling.date_start is not None:
            yield f"{telling.kind} {actor} on {telling.date_start.date()}"
