"""Pairs of mentions that seem to tell of one event: how well, and why, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from readout.linking.telling import Telling, compatible, near

# Who took part says most about which event it is, then when, then where.
_WHO, _WHEN, _WHERE = 0.5, 0.3, 0.2


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions, the lesser id first, with a score in [0, 1] and the reasons."""

    mention_id: str
    other_id: str
    score: float
    reasons: tuple[str, ...]


def link(one: Telling, other: Telling) -> Link | None:
    """The link between two mentions, or None when they are not seen to tell of one event."""
    if one.mention_id > other.mention_id:
        one, other = other, one
    who = _who(one, other)
    if who is None or not compatible(one, other):
        return None
    facets = (who, _when(one, other), _where(one, other))
    score = sum(
        weight * share for weight, (share, _) in zip((_WHO, _WHEN, _WHERE), facets, strict=True)
    )
    reasons = tuple(reason for _, reason in facets if reason)
    return Link(one.mention_id, other.mention_id, round(score, 4), reasons)


def _who(one: Telling, other: Telling) -> tuple[float, str] | None:
    shared = sorted(one.actors.keys() & other.actors.keys())
    if not shared:
        return None
    names = listed(sorted({one.actors[actor_id] for actor_id in shared}))
    if one.kind == "statement":
        same_words = one.said is not None and one.said == other.said
        return (1.0, f"{names} says the same words") if same_words else None
    if len(shared) == 1 and not _one_name_is_enough(one, other):
        return None
    together = len(one.actors.keys() | other.actors.keys())
    return len(shared) / together, f"both name {names}"


def _one_name_is_enough(one: Telling, other: Telling) -> bool:
    """One name says who, but not which of their meetings: the document must.

    It does by the same words for the others, or by telling the two close together and naming the
    others once at most.
    """
    if one.document_id != other.document_id or min(len(one.actors), len(other.actors)) > 1:
        return False
    if one.others and other.others:
        return bool(one.others & other.others)
    full, short = (one, other) if len(one.actors) > 1 else (other, one)
    return near(one, other) and not (short.others and len(full.actors) > 1)


def _when(one: Telling, other: Telling) -> tuple[float, str]:
    if one.is_dated and other.is_dated:
        if (one.date_start, one.date_end) == (other.date_start, other.date_end):
            return 1.0, f"both on {_dates(one)}"
        return 0.8, f"{_dates(one)} and {_dates(other)} overlap"
    if one.document_id == other.document_id:
        return 0.6, "in one document"
    if one.published_at is None or other.published_at is None:
        return 0.4, "no date against it"
    days = abs(one.published_at.date() - other.published_at.date()).days
    return 0.5, "published on one day" if days == 0 else f"published {days} days apart"


def _dates(telling: Telling) -> str:
    if telling.date_start is None or telling.date_end is None:
        return "no date"
    if telling.date_precision in {"minute", "day"}:
        return telling.date_start.date().isoformat()
    return f"{telling.date_start.date()} to {telling.date_end.date()}"


def _where(one: Telling, other: Telling) -> tuple[float, str]:
    if one.place is not None and one.place == other.place:
        return 1.0, f"both in {one.place}"
    if one.country is not None and one.country == other.country:
        return 0.7, f"both in {one.country}"
    return 0.4, ""


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
