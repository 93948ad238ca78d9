"""Under which keys a mention is looked up for others that tell of the same event."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import blake2b
from itertools import combinations, product

from readout.linking.bodies import body_of
from readout.linking.spelling import ends
from readout.linking.telling import (
    ANNOUNCED,
    APART,
    FRESH,
    RECALLED,
    REMEMBERED,
    TELLING,
    Telling,
)

# Under one key, at most so many are compared with all the others.
LANDMARKS = 40

# A key is a week and what they share, hashed: keys of the same weeks lie together in the warehouse.
_HASHED_BITS = 43
_MONDAY = datetime(1970, 1, 5)  # noqa: DTZ001 - the warehouse keeps UTC without a zone
_WEEK = timedelta(days=7)
# A summit of many: of its pairs, those of so many participants are enough to find it by.
_PARTICIPANTS = 10
_SEASON = 13  # weeks


def keys(telling: Telling) -> Iterator[int]:
    """Its keys, 64-bit integers: two mentions without one in common are never compared.

    Statements share a speaker and the words. Meetings and deals share a document; or a week, in
    which the event lies or was news, and two of those of whom their sentences speak; or a name or
    a place and the day; deals, to which later reports come back, two names and the season.
    """
    if telling.kind == "statement":
        yield from (_key(week, what) for week in _weeks(telling) for what in _said(telling))
        return
    published = _week(telling.published_at) if telling.published_at else 0
    yield _key(published, f"{telling.kind} in {telling.document_id}")
    pairs = [f"{telling.kind} {pair}" for pair in _pairs(telling)]
    if telling.value:
        pairs.append(f"{telling.kind} of {telling.value:.0f} {telling.currency}")
    if telling.is_timeless:
        yield from (_key(0, pair) for pair in pairs)
    for week in sorted(_weeks(telling)):
        yield from (_key(week, pair) for pair in pairs)
    if telling.date_start is not None:
        week = _week(telling.date_start)
        yield from (_key(week, f"{telling.kind} {what}") for what in _on_the_day(telling))
    lasting = pairs if telling.kind == "deal_signing" else _bodies(telling)
    for season in _seasons(telling):
        yield from (_key(season * _SEASON, f"{what} in season") for what in lasting)


def _said(telling: Telling) -> Iterator[str]:
    if telling.said is not None:
        yield from (f"statement {actor} {telling.said}" for actor in sorted(telling.actors))


def _pairs(telling: Telling) -> Iterator[str]:
    pairs = {
        tuple(sorted(pair))
        for one, other in combinations(_sample(_spoken_of(telling)), 2)
        for pair in product(one - other, other - one)
    }
    yield from (f"{one} and {other}" for one, other in sorted(pairs))


def _spoken_of(telling: Telling) -> set[frozenset[str]]:
    """What each of those of whom it speaks may be called by another report.

    One that does not say who took part speaks of those in the words around.
    """
    spoken = [telling.sentence] if telling.names_two else [telling.sentence, telling.around]
    names = {ends(party.shown) & party.name or party.name for party in telling.parties}
    known = frozenset().union(*(party.name for party in telling.parties))
    names |= {name for one in spoken for name in one.names if not name & known}
    countries = frozenset().union(
        *(one.countries for one in spoken), *(one.countries for one in telling.parties)
    )
    return {*names, *(frozenset({country}) for country in countries)} - {frozenset()}


def _on_the_day(telling: Telling) -> Iterator[str]:
    day = telling.date_start.date() if telling.date_start else None
    if telling.place is not None:
        yield f"in {telling.place} on {day}"
    if telling.length > _WEEK:
        return
    names = frozenset().union(*(party.name for party in telling.parties), *telling.sentence.names)
    yield from (f"{name} on {day}" for name in sorted(names))
    if telling.kind == "deal_signing":
        countries = telling.sentence.countries.union(*(one.countries for one in telling.parties))
        yield from (f"{country} on {day}" for country in sorted(countries))


def _bodies(telling: Telling) -> list[str]:
    """The body that meets, or those of which it may be the meeting when it names no two."""
    if body := body_of(telling):
        return [f"meeting of {_joined(body)}"]
    if telling.names_two:
        return []
    names = {*telling.sentence.names, *telling.around.names}
    return sorted(f"meeting of {_joined(name)}" for name in names if len(name) > 1)


def _joined(name: frozenset[str]) -> str:
    return " ".join(sorted(name))


def _seasons(telling: Telling) -> range:
    """The quarters of a year in which a deal is announced, signed or recalled."""
    first = telling.date_start or telling.published_at
    last = telling.date_end or telling.published_at
    if first is None or last is None:
        return range(0)
    around = RECALLED if telling.is_dated else timedelta()
    return range(_week(first - around) // _SEASON, _week(last + around) // _SEASON + 1)


def _sample(names: set[frozenset[str]]) -> list[frozenset[str]]:
    """Those of many that have the least hashes: of two lists that share most, the same ones."""
    return sorted(names, key=lambda name: _hashed(" ".join(sorted(name))))[:_PARTICIPANTS]


def _weeks(telling: Telling) -> set[int]:
    """The weeks in which another telling of the event may lie: one of its own is among them."""
    weeks: set[int] = set()
    start, end, published = telling.date_start, telling.date_end, telling.published_at
    if start is not None and end is not None:
        # Longer intervals are one only when they are the same.
        last = end - timedelta(microseconds=1) if end - start <= TELLING else start
        weeks.update(range(_week(start), _week(last) + 1))
    if published is not None and start is None:
        since = published - _before(telling)
        weeks.update(range(_week(since), _week(published + _ahead(telling)) + 1))
    if published is not None and telling.is_plan:
        weeks.add(_week(published))
    return weeks


def _before(telling: Telling) -> timedelta:
    """How long before its publication that may lie which it tells of."""
    if telling.is_plan or telling.kind != "meeting" or not telling.names_two:
        return APART
    return FRESH if telling.place is None else REMEMBERED


def _ahead(telling: Telling) -> timedelta:
    """How long after its publication that may lie which it tells of."""
    if not telling.is_plan:
        return APART
    return FRESH if telling.place is None else ANNOUNCED


def _week(moment: datetime) -> int:
    return (moment - _MONDAY) // _WEEK


def _key(week: int, what: str) -> int:
    return (week << _HASHED_BITS) | _hashed(what)


def _hashed(what: str) -> int:
    digest = blake2b(what.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - _HASHED_BITS)
