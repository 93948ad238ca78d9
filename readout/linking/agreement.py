"""Whether those who take part in two mentions say that these tell of one event."""

from collections.abc import Sequence
from datetime import timedelta

from readout.linking.naming import country_name
from readout.linking.telling import Telling, near, shared_sides

WEEK, DAY = timedelta(days=7), timedelta(days=1)
_PAPERS = frozenset(
    {"a", "an", "the", "of", "on", "for", "new", "joint", "deal", "agreement", "accord", "pact"}
    | {"treaty", "contract", "contracts", "memorandum", "understanding", "document", "documents"}
)


def who(one: Telling, other: Telling) -> tuple[float, str] | None:
    """How far those who take part agree, in [0, 1], and the reason in words.

    None when they do not say that the two tell of one event.
    """
    shared = sorted(one.actors.keys() & other.actors.keys())
    names = listed(sorted({one.actors[actor_id] for actor_id in shared})) if shared else ""
    if one.kind == "statement":
        same_words = bool(shared) and one.said is not None and one.said == other.said
        return (1.0, f"{names} says the same words") if same_words else None
    sides = sorted(shared_sides(one, other))
    if len(shared) + len(sides) > 1 and (len(shared) > 1 or _sides_are_enough(one, other)):
        return _agreement(one, other), _both(names, sides)
    if len(shared) == 1 and _one_name_is_enough(one, other):
        return _agreement(one, other), _both(names, [])
    return None


def _agreement(one: Telling, other: Telling) -> float:
    """The share of those in either who are in both, a country and who is there for it as one."""
    shared = len(one.actors.keys() & other.actors.keys()) + len(shared_sides(one, other))
    return shared / max(shared, len(one.actors), len(other.actors))


def _both(names: str, sides: Sequence[str]) -> str:
    countries = listed([country_name(side) for side in sides]) if sides else ""
    said = [f"both name {names}" if names else "", f"both are of {countries}" if sides else ""]
    return ", ".join(filter(None, said))


def _sides_are_enough(one: Telling, other: Telling) -> bool:
    """Countries meet more often than two of their people do: time and sides must be the same.

    Where one names more sides than the other, it must be in the same place too.
    """
    if max(_length(one), _length(other)) > WEEK or not _at_one_time(one, other):
        return False
    if one.sides.keys() == other.sides.keys():
        return True
    nested = one.sides.keys() <= other.sides.keys() or one.sides.keys() >= other.sides.keys()
    return nested and one.country is not None and one.country == other.country


def _at_one_time(one: Telling, other: Telling) -> bool:
    """Both are dated; or one is, and the other stands near it or is the news of that day."""
    if one.is_dated == other.is_dated:
        return one.is_dated
    dated, undated = (one, other) if one.is_dated else (other, one)
    if one.document_id == other.document_id:
        return near(one, other)
    if dated.date_start is None or dated.date_end is None or undated.published_at is None:
        return False
    is_news = dated.date_start <= undated.published_at <= dated.date_end + DAY
    return is_news and not (one.is_plan or other.is_plan)


def _length(telling: Telling) -> timedelta:
    if telling.date_start is None or telling.date_end is None:
        return timedelta()
    return telling.date_end - telling.date_start


def _one_name_is_enough(one: Telling, other: Telling) -> bool:
    """One name says who, but not which of their meetings: the document must.

    It does by the same words for the others, or by telling the two close together, the shorter
    with nothing of its own.
    """
    if min(len(one.actors), len(other.actors)) > 1:
        return False
    if one.document_id != other.document_id:
        return _one_deal(one, other)
    if one.others & other.others:
        return True
    full, short = (one, other) if len(one.actors) > 1 else (other, one)
    if short.others or (full.others and len(full.actors) == 1):
        return False
    is_short = _adds_nothing(short, full) or (len(full.actors) == 1 and _adds_nothing(full, short))
    return near(one, other) and is_short


def _adds_nothing(short: Telling, full: Telling) -> bool:
    """Whether one gives no place and no date that the other does not: then it may mean the other.

    The next stop of a journey does.
    """
    return short.place in {None, full.place} and (full.is_dated or not short.is_dated)


def _one_deal(one: Telling, other: Telling) -> bool:
    """One name, one day and one kind of paper, and nothing said of another party or subject."""
    if one.kind != "deal_signing" or one.instrument is None or one.instrument != other.instrument:
        return False
    if one.others or other.others or one.date_start is None or _length(one) > DAY:
        return False
    subjects = [_subject(one), _subject(other)]
    return (one.date_start, one.date_end) == (other.date_start, other.date_end) and (
        not all(subjects) or bool(subjects[0] & subjects[1])
    )


def _subject(telling: Telling) -> frozenset[str]:
    """What a deal is about, by the words for it: "minerals agreement"."""
    said = (telling.deal or "").casefold().split()
    return frozenset(said) - {*(telling.instrument or "").casefold().split(), *_PAPERS}


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
