"""Pairs of mentions that seem to tell of one event: how well, and why, in words."""

from dataclasses import dataclass

from readout.linking.agreement import who
from readout.linking.telling import Telling, compatible

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
    agreed = who(one, other)
    if agreed is None or not compatible(one, other):
        return None
    facets = (agreed, _when(one, other), _where(one, other))
    score = sum(
        weight * share for weight, (share, _) in zip((_WHO, _WHEN, _WHERE), facets, strict=True)
    )
    reasons = tuple(reason for _, reason in facets if reason)
    return Link(one.mention_id, other.mention_id, round(score, 4), reasons)


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
