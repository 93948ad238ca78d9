"""Under which keys a mention is looked up for others that tell of the same event."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import blake2b
from itertools import combinations

from readout.linking.telling import APART, TELLING, Telling

# Under one key, at most so many are compared with all the others.
LANDMARKS = 100

# A key is a week and what they share, hashed: keys of the same weeks lie together in the warehouse.
_HASHED_BITS = 43
_MONDAY = datetime(1970, 1, 5)  # noqa: DTZ001 - the warehouse keeps UTC without a zone
_WEEK = timedelta(days=7)
# A summit of many: of its pairs, those of so many participants are enough to find it by.
_PARTICIPANTS = 12


def keys(telling: Telling) -> Iterator[int]:
    """Its keys, 64-bit integers: two mentions without one in common are never compared.

    Statements share a speaker and the words; meetings and deals two of those who take part, by
    name or by country; for deals on one day, a single name. They share a week too, in which the
    event lies or was news. In one document, a single name or country is enough.
    """
    shared = [*_shared(telling)]
    for week in sorted(_weeks(telling)):
        yield from (_key(week, what) for what in shared)
    if telling.kind != "statement":
        week = _week(telling.published_at) if telling.published_at else 0
        for one in sorted({*telling.actors, *telling.sides}):
            yield _key(week, f"{telling.kind} {one} in {telling.document_id}")


def _shared(telling: Telling) -> Iterator[str]:
    if telling.kind == "statement":
        if telling.said is not None:
            yield from (f"statement {actor} {telling.said}" for actor in sorted(telling.actors))
        return
    for one, other in combinations(_sample({*telling.actors, *telling.sides}), 2):
        yield f"{telling.kind} {one} {other}"
    if telling.kind == "deal_signing" and telling.date_start is not None:
        for actor in sorted(telling.actors):
            yield f"{telling.kind} {actor} on {telling.date_start.date()}"


def _sample(participants: set[str]) -> list[str]:
    """Those of many that have the least hashes: of two lists that share most, the same ones."""
    least = sorted(participants, key=_hashed)[:_PARTICIPANTS]
    return sorted(least)


def _weeks(telling: Telling) -> set[int]:
    """The weeks in which another telling of the event may lie: one of its own is among them."""
    weeks: set[int] = set()
    start, end, published = telling.date_start, telling.date_end, telling.published_at
    if start is not None and end is not None:
        # Longer intervals are one only when they are the same.
        last = end - timedelta(microseconds=1) if end - start <= TELLING else start
        weeks.update(range(_week(start), _week(last) + 1))
    if published is not None and start is None:
        weeks.update(range(_week(published - APART), _week(published + APART) + 1))
    if published is not None and telling.is_plan:
        weeks.add(_week(published))
    return weeks


def _week(moment: datetime) -> int:
    return (moment - _MONDAY) // _WEEK


def _key(week: int, what: str) -> int:
    return (week << _HASHED_BITS) | _hashed(what)


def _hashed(what: str) -> int:
    digest = blake2b(what.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - _HASHED_BITS)
