"""Mentions and their links into events: the same whatever order they arrive in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readout.identity import hash_id
from readout.linking.compatibility import compatible
from readout.linking.links import Link
from readout.linking.telling import Telling
from readout.linking.timing import hold_together

_FIRST = ("first told",)


@dataclass(frozen=True, slots=True)
class Membership:
    """A mention in its event: the score and reasons of its best link to the others."""

    event_id: str
    mention_id: str
    score: float
    reasons: tuple[str, ...]


def events(tellings: Mapping[str, Telling], links: Iterable[Link]) -> list[Membership]:
    """Every mention in exactly one event.

    The best links are followed first, and a link is not followed when that would bring together
    two mentions that are not compatible. An event's id is that of its first mention: it holds as
    long as no earlier telling turns up.
    """
    usable = [one for one in links if one.mention_id in tellings and one.other_id in tellings]
    groups = {mention_id: [mention_id] for mention_id in tellings}
    for found in sorted(usable, key=lambda one: (-one.score, one.mention_id, one.other_id)):
        one, other = groups[found.mention_id], groups[found.other_id]
        if one is not other and _may_join(one, other, tellings):
            one.extend(other)
            groups.update(dict.fromkeys(other, one))
    best = _best_links(usable, groups)
    return [
        membership
        for group in {id(group): group for group in groups.values()}.values()
        for membership in _memberships(group, tellings, best)
    ]


def alone(mention_id: str) -> Membership:
    """A mention that no link joins to another."""
    return Membership(hash_id("event", mention_id), mention_id, 1.0, _FIRST)


def _may_join(one: list[str], other: list[str], tellings: Mapping[str, Telling]) -> bool:
    both = [tellings[mention_id] for mention_id in (*one, *other)]
    return hold_together(both) and all(
        compatible(tellings[this], tellings[that]) for this in one for that in other
    )


def _best_links(links: Iterable[Link], groups: Mapping[str, list[str]]) -> dict[str, Link]:
    best: dict[str, Link] = {}
    for found in links:
        if groups[found.mention_id] is not groups[found.other_id]:
            continue
        for mention_id in (found.mention_id, found.other_id):
            known = best.get(mention_id)
            if known is None or _rank(found) < _rank(known):
                best[mention_id] = found
    return best


def _rank(found: Link) -> tuple[float, str, str]:
    return -found.score, found.mention_id, found.other_id


def _memberships(
    group: list[str], tellings: Mapping[str, Telling], best: Mapping[str, Link]
) -> Iterable[Membership]:
    first = min(group, key=lambda mention_id: _place(tellings[mention_id]))
    event_id = hash_id("event", first)
    for mention_id in sorted(group):
        if mention_id == first:
            yield Membership(event_id, mention_id, 1.0, _FIRST)
        else:
            found = best[mention_id]
            yield Membership(event_id, mention_id, found.score, found.reasons)


def _place(telling: Telling) -> tuple[str, str, int, str]:
    unknown_last = "unknown"  # sorts after every ISO date
    published = telling.published_at.isoformat() if telling.published_at else unknown_last
    return published, telling.document_id, telling.start, telling.mention_id
