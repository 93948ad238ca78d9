"""Mentions and their links into events: the same whatever order they arrive in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from readout.identity import hash_id
from readout.linking.grouping import grouped
from readout.linking.telling import Telling


class Tie(Protocol):
    """What is asked of a link: two mentions, the lesser id first, and a score."""

    @property
    def mention_id(self) -> str: ...  # noqa: D102 - said above
    @property
    def other_id(self) -> str: ...  # noqa: D102 - said above
    @property
    def score(self) -> float: ...  # noqa: D102 - said above


@dataclass(frozen=True, slots=True)
class Membership:
    """A mention in its event, and its best link to the others; none for the one told first."""

    event_id: str
    mention_id: str
    link: Tie | None = None


def events(
    tellings: Mapping[str, Telling],
    links: Iterable[Tie],
    together: Mapping[str, str] | None = None,
) -> list[Membership]:
    """Every mention in exactly one event. Those that were `together` before are compatible.

    The best links are followed first, and a link is not followed when that would bring together
    two mentions that are not compatible. An event's id is that of its first mention: it holds as
    long as no earlier telling turns up.
    """
    usable = [one for one in links if one.mention_id in tellings and one.other_id in tellings]
    usable.sort(key=_rank)
    groups = grouped(tellings, [(one.mention_id, one.other_id) for one in usable], together or {})
    event_ids = {
        mention_id: event_id
        for group in groups
        for event_id in [hash_id("event", _first(group, tellings))]
        for mention_id in group
    }
    best: dict[str, Tie] = {}
    for one in usable:
        if event_ids[one.mention_id] == event_ids[one.other_id]:
            best.setdefault(one.mention_id, one)
            best.setdefault(one.other_id, one)
    return [one for group in groups for one in _memberships(group, tellings, event_ids, best)]


def alone(mention_id: str) -> Membership:
    """A mention that no link joins to another."""
    return Membership(hash_id("event", mention_id), mention_id)


def _rank(one: Tie) -> tuple[float, str, str]:
    return -one.score, one.mention_id, one.other_id


def _memberships(
    group: list[str],
    tellings: Mapping[str, Telling],
    event_ids: Mapping[str, str],
    best: Mapping[str, Tie],
) -> Iterator[Membership]:
    first = _first(group, tellings)
    for mention_id in sorted(group):
        link = None if mention_id == first else best[mention_id]
        yield Membership(event_ids[mention_id], mention_id, link)


def _first(group: list[str], tellings: Mapping[str, Telling]) -> str:
    return min(group, key=lambda mention_id: _place(tellings[mention_id]))


def _place(telling: Telling) -> tuple[str, str, int, str]:
    unknown_last = "unknown"  # sorts after every ISO date
    published = telling.published_at.isoformat() if telling.published_at else unknown_last
    return published, telling.document_id, telling.start, telling.mention_id
