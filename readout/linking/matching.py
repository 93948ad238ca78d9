"""Which of those who take part in two mentions are the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from readout.linking.parties import Party, sameness

_REMEMBERED = 1 << 15  # pairs of companies: one news story has few


@dataclass(frozen=True, slots=True)
class Matched:
    """The same in both, with how sure that is, and those that only one of the two speaks of."""

    pairs: tuple[tuple[Party, Party, float], ...]
    only_one: tuple[Party, ...]
    only_other: tuple[Party, ...]


@lru_cache(_REMEMBERED)
def matched(one: tuple[Party, ...], other: tuple[Party, ...]) -> Matched:
    """Who is the same, each taken once, the surest first; those left say who they are."""
    found = [
        (sure, place, other_place)
        for place, party in enumerate(one)
        for other_place, other_party in enumerate(other)
        if (sure := sameness(party, other_party))
    ]
    taken: dict[int, tuple[int, float]] = {}
    for sure, place, other_place in sorted(found, key=lambda pair: (-pair[0], *pair[1:])):
        if place not in taken and other_place not in {known for known, _ in taken.values()}:
            taken[place] = (other_place, sure)
    others = {other_place for other_place, _ in taken.values()}
    return Matched(
        tuple((one[at], other[other_at], sure) for at, (other_at, sure) in sorted(taken.items())),
        _definite(one, [*taken]),
        _definite(other, [*others]),
    )


def _definite(parties: Sequence[Party], taken: Sequence[int]) -> tuple[Party, ...]:
    return tuple(party for at, party in enumerate(parties) if at not in taken and not party.is_open)
