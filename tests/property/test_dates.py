"""What holds of every date, whatever the day of publication and the words."""

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import dates, parsing
from extractors.dates import intervals
from extractors.dates.context import Context
from extractors.dates.direction import Direction
from extractors.dates.patterns import candidates
from extractors.dates.resolve import resolve
from readout.cleaning import as_given

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
DIRECTIONS: tuple[Direction, ...] = ("past", "future")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FORMATS = ("%d %B %Y", "%B %d, %Y", "%b %d, %Y", "%A, %B %d, %Y", "%Y-%m-%d", "%m/%d/%Y")
YEARLESS = ("%B %d", "%d %B", "%d of %B", "%b. %dth")
NEVER = ("February 30", "April 31", "31 June", "September 31", "31st of November")
NOWHERE = Context(None, lambda: "unknown", None, None)
PIECES = st.sampled_from(
    ["Monday", "last", "next", "May", "3", "2024", "in", "on", "the", "week", ",", "–", "to", "ago",
     "two", "days", "later", "10 a.m.", "Q3", "1990s", "early", "summer", "they", "met", "31", "/"]
)  # fmt: skip


@settings(deadline=None)  # the first call loads the word lists
@given(DAYS, st.sampled_from(FORMATS))
def test_a_full_date_is_the_day_it_was_written_from(day: date, layout: str) -> None:
    (candidate,) = candidates(day.strftime(layout))
    resolved = resolve(candidate, NOWHERE)
    assert resolved is not None
    assert resolved[0].start == datetime.combine(day, time())
    assert resolved[0].end - resolved[0].start == timedelta(days=1)


@settings(deadline=None)
@given(DAYS, DAYS, st.sampled_from(YEARLESS), st.sampled_from(DIRECTIONS))
def test_a_date_without_year_is_such_a_day_with_no_nearer_one_on_its_side(
    written: date, published: date, layout: str, direction: Direction
) -> None:
    (candidate,) = candidates(written.strftime(layout))
    resolved = resolve(candidate, Context(published, lambda: direction, None, None))
    assert resolved is not None
    day = resolved[0].start.date()
    assert (day.month, day.day) == (written.month, written.day)
    first, last = sorted((day, published))
    assert all(
        (other.month, other.day) != (day.month, day.day)
        for other in (first + timedelta(days=n) for n in range(1, (last - first).days))
    )


@given(st.integers(1900, 2099), st.sampled_from(NEVER))
def test_a_day_that_no_year_has_is_no_date(year: int, words: str) -> None:
    (candidate,) = candidates(f"{words}, {year}")
    assert resolve(candidate, NOWHERE) is None


@settings(deadline=None)
@given(DAYS, st.sampled_from(WEEKDAYS), st.sampled_from(DIRECTIONS))
def test_a_weekday_is_that_weekday_and_less_than_a_week_away(
    published: date, name: str, direction: Direction
) -> None:
    (candidate,) = candidates(name)
    resolved = resolve(candidate, Context(published, lambda: direction, None, None))
    assert resolved is not None
    day = resolved[0].start.date()
    assert WEEKDAYS[day.weekday()] == name
    away = (day - published).days
    assert -7 < away <= 0 if direction == "past" else 0 <= away < 7


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "year"]), st.integers(-30, 30))
def test_calendar_periods_tile_time(on: date, unit: intervals.Unit, away: int) -> None:
    here, following = intervals.period(unit, on, away), intervals.period(unit, on, away + 1)
    assert here.start < here.end == following.start
    now = intervals.period(unit, on)
    assert now.start.date() <= on < now.end.date()


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=14), st.none() | DAYS)
def test_every_date_has_words_an_interval_and_a_reason(
    pieces: list[str], published: date | None
) -> None:
    text = " ".join(pieces)
    doc = next(parsing.parse([text]))
    stated = None if published is None else published.isoformat()
    end = 0
    for when in dates.find(doc, as_given("test", text, None, stated)):
        assert when.start < when.end
        assert end <= when.extent.start < when.extent.end <= len(text)
        assert published is not None or when.basis != "relative to publication"
        assert when.basis != "none"
        end = when.extent.end
