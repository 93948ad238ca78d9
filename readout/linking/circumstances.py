"""What else speaks for two mentions telling of one event: the time, the place, the matter."""

from collections.abc import Iterator
from datetime import timedelta

from readout.linking import naming
from readout.linking.subjects import content, is_named_before, named_subject, subject
from readout.linking.telling import NOT_HELD, TELLING, Telling, days_between, is_news, near

Evidence = Iterator[tuple[float, str]]

WEEK, DAY = timedelta(days=7), timedelta(days=1)
_RARE = {"acquisition", "merger", "ceasefire", "peace agreement"}
_OF_THE_DAY = timedelta(hours=36)

_SAME_DATE, _OVERLAP, _LONG_OVERLAP, _VAGUE_OVERLAP = 2.0, 1.25, 0.75, 0.25
_NEWS_OF_THE_DAY, _NEWS = 1.0, 0.5
_SAME_DAY, _SAME_DAYS = 0.75, 0.25
_NEAR = 2.0
_SAME_PLACE, _SAME_COUNTRY = 1.5, 0.5
_OFF = 0.75
_POINTS_BACK, _RARE_KIND = 1.75, 1.25
_SAME_VALUE, _SAME_SUBJECT, _OTHER_SUBJECT, _SAME_KIND = 1.5, 1.0, -1.5, 0.5


def when(one: Telling, other: Telling) -> Evidence:
    """Dates that agree, or reports of the same days."""
    if one.is_dated and other.is_dated:
        if (one.date_start, one.date_end) == (other.date_start, other.date_end):
            yield (_SAME_DATE if one.length <= WEEK else _OVERLAP), f"both on {_dates(one)}"
        else:
            reason = f"{_dates(one)} and {_dates(other)} overlap"
            yield _overlap(max(one.length, other.length)), reason
        return
    if one.document_id == other.document_id:
        is_near = near(one, other)
        reason = "close together in one document" if is_near else "in one document"
        yield (_NEAR if is_near else _SAME_DAYS), reason
        return
    yield _news(one, other)


def _overlap(length: timedelta) -> float:
    """What it weighs that two intervals overlap, the longer of which is so long."""
    if length <= WEEK:
        return _OVERLAP
    return _LONG_OVERLAP if length <= TELLING else _VAGUE_OVERLAP


def _news(one: Telling, other: Telling) -> tuple[float, str]:
    if one.is_dated == other.is_dated:
        if one.is_timeless or other.is_timeless:
            return 0.0, "published nobody knows when"
        days = days_between(one, other)
        reason = "published on one day" if days < 1 else f"published {_days(days)} apart"
        return (_SAME_DAY if days <= 1 else _SAME_DAYS), reason
    dated, undated = (one, other) if one.is_dated else (other, one)
    is_of_the_day = dated.length <= WEEK and is_news(dated, undated, _OF_THE_DAY)
    return (_NEWS_OF_THE_DAY if is_of_the_day else _NEWS), _published(undated, dated)


def _published(undated: Telling, dated: Telling) -> str:
    if undated.published_at is None or dated.date_start is None or dated.date_end is None:
        return "published nobody knows when"
    if undated.published_at < dated.date_start:
        days = (dated.date_start - undated.published_at) / DAY
        return f"published {_days(days)} before {_dates(dated)}"
    if undated.published_at >= dated.date_end:
        days = (undated.published_at - dated.date_end) / DAY + 1
        return f"published {_days(days)} after {_dates(dated)}"
    return f"published on {_dates(dated)}"


def _days(days: float) -> str:
    whole = max(1, int(days))
    return "1 day" if whole == 1 else f"{whole} days"


def _dates(telling: Telling) -> str:
    if telling.date_start is None or telling.date_end is None:
        return "no date"
    if telling.length <= DAY:
        return telling.date_start.date().isoformat()
    return f"{telling.date_start.date()} to {telling.date_end.date()}"


def whether(one: Telling, other: Telling) -> Evidence:
    """That both say it was not held: few meetings are called off."""
    if one.status in NOT_HELD and other.status in NOT_HELD:
        yield _OFF, f"{one.status} and {other.status}"


def where(one: Telling, other: Telling) -> Evidence:
    """The same place, or places in one country."""
    if in_one_place(one, other):
        yield _SAME_PLACE, f"both in {one.place}"
    elif one.country is not None and one.country == other.country:
        yield _SAME_COUNTRY, f"both in {naming.country_name(one.country)}"


def in_one_place(one: Telling, other: Telling) -> bool:
    """Whether both give the same place."""
    return one.place is not None and one.place == other.place


def of_one_value(one: Telling, other: Telling) -> bool:
    """Whether both give the same sum."""
    return bool(one.value) and (one.value, one.currency) == (other.value, other.currency)


def of_one_rare_kind(one: Telling, other: Telling) -> bool:
    """Whether both are of a kind of paper of which the same parties seldom sign two."""
    return one.instrument in _RARE and one.instrument == other.instrument


def on_one_day(one: Telling, other: Telling) -> bool:
    """Whether both give the same day, or the same two."""
    dates = (one.date_start, one.date_end)
    return one.is_dated and dates == (other.date_start, other.date_end) and one.length <= 2 * DAY


def is_one_paper(one: Telling, other: Telling) -> bool:
    """Whether both were signed on one day and are of one kind."""
    on_one_day = one.date_start is not None and one.date_start == other.date_start
    is_kind = one.instrument is not None and one.instrument == other.instrument
    return on_one_day and is_kind and max(one.length, other.length) <= DAY


def points_back(one: Telling, other: Telling) -> bool:
    """Whether the later of two close together speaks of the agreement as the one named before."""
    return near(one, other) and is_named_before(max(one, other, key=lambda each: each.start))


def what(one: Telling, other: Telling) -> Evidence:
    """The same value, instrument, subject or topic."""
    if one.kind == "meeting":
        if shared := content(one.topic) & content(other.topic):
            yield _SAME_KIND, f"both about {naming.listed(sorted(shared))}"
        return
    if points_back(one, other):
        yield _POINTS_BACK, "one points back to the other"
    if of_one_value(one, other):
        yield _SAME_VALUE, f"both worth {one.value:,.0f} {one.currency or ''}".rstrip()
    if one.instrument is not None and one.instrument == other.instrument:
        is_rare = of_one_rare_kind(one, other)
        yield (_RARE_KIND if is_rare else _SAME_KIND), f"{one.instrument} in both"
    if shared := named_subject(one) & named_subject(other):
        yield _SAME_SUBJECT, f"both about {naming.listed(sorted(shared))}"
    elif subject(one) and subject(other):
        yield _OTHER_SUBJECT, ""
