"""How dates are found and resolved, and which event they belong to."""

from datetime import UTC, datetime
from itertools import pairwise
from time import perf_counter

import pytest

from extractors import dates, parsing
from extractors.dates.patterns import candidates
from readout.cleaning import as_given
from readout.records import Dateline, Document, Extent, When

WEDNESDAY = "2025-03-05"
at = datetime.fromisoformat


def found(text: str, published: str | None = WEDNESDAY) -> tuple[When, ...]:
    doc = next(parsing.parse([text]))
    return dates.find(doc, as_given("test", text, None, published))


def date_of(text: str, trigger: str) -> str | None:
    doc = next(parsing.parse([text]))
    token = next(token for token in doc if token.text == trigger)
    when = dates.date_of(token, dates.find(doc, as_given("test", text, None, WEDNESDAY)))
    return None if when is None else when.extent.of(text)


def test_without_publication_date_a_relative_date_stays_words() -> None:
    assert found("They met on Monday and again last week.", None) == ()


def test_without_publication_date_a_full_date_is_still_one() -> None:
    (when,) = found("They met on 3 May 2024.", None)
    assert (when.start, when.end) == (at("2024-05-03"), at("2024-05-04"))
    assert (when.precision, when.basis) == ("day", "explicit")


def test_a_full_date_in_the_dateline_stands_in_for_publication() -> None:
    text = "KYIV, March 5, 2025 (Agency) — The leaders met on Monday."
    line = Dateline(Extent(0, 30), date=Extent(6, 19))
    document = Document("d", "a", "x", "s", text, dateline=line)
    doc = next(parsing.parse([text]))
    monday = dates.find(doc, document)[-1]
    assert monday.start == at("2025-03-03")
    assert monday.basis == "relative to publication"


def test_each_date_says_what_it_rests_on() -> None:
    text = "They met on 3 May 2024. Two days later they signed. They spoke yesterday."
    bases = [when.basis for when in found(text)]
    assert bases == ["explicit", "relative to another date", "relative to publication"]


def test_the_extent_is_the_words_without_their_preposition() -> None:
    text = "They met in early February and on last Friday."
    assert [when.extent.of(text) for when in found(text)] == ["early February", "last Friday"]


@pytest.mark.parametrize("published", ["2025-03-03", "2025-03-09", "2024-02-29"])
def test_last_and_next_leave_out_the_day_of_publication(published: str) -> None:
    day = datetime.fromisoformat(published)
    name = day.strftime("%A")
    text = f"They met last {name} and will meet next {name}."
    last, following = found(text, published)
    assert (day - last.start).days == 7
    assert (following.start - day).days == 7


def test_times_are_tied_to_their_day_and_never_stand_alone() -> None:
    (when,) = found("They met at 2:30 p.m. on Monday.")
    assert (when.start, when.precision) == (at("2025-03-03T14:30"), "minute")
    assert found("They met at 2:30 p.m. in the garden.") == ()


def test_noon_is_twelve_and_midnight_hours_are_right() -> None:
    assert found("They met at 12 p.m. on Monday.")[0].start.hour == 12
    assert found("They met at 12:05 a.m. on Monday.")[0].start.hour == 0


def test_a_two_digit_year_belongs_to_the_nearer_century() -> None:
    assert found("The letter is dated 2/11/98.")[0].start == at("1998-02-11")


def test_a_leap_day_without_year_is_the_nearest_one() -> None:
    assert found("It snowed on February 29.")[0].start == at("2024-02-29")


def test_precision_follows_the_words() -> None:
    text = "In 2019, in May 2020, last week, on Monday and in the 1990s."
    precisions = [when.precision for when in found(text)]
    assert precisions == ["year", "month", "week", "day", "none"]


def test_dates_never_overlap_and_stand_in_order() -> None:
    text = "On Tuesday, March 4, 2025, at 10 a.m., and from June 3–5, 2024, in mid-2019."
    extents = [when.extent for when in found(text)]
    assert extents == sorted(extents)
    assert all(not a.overlaps(b) for a, b in pairwise(extents))


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("Putin met Xi in Moscow on Monday.", "met", "Monday"),
        ("On Monday, officials said Putin had met Xi.", "met", None),
        ("Putin met Xi, officials said on Monday.", "met", None),
        ("The talks in Oslo on Monday lasted three hours.", "talks", "Monday"),
        ("The talks, scheduled for Friday, were called off.", "talks", "Friday"),
        ("The ministers held talks in Oslo on Monday.", "talks", "Monday"),
        ("The talks were announced on Monday.", "talks", None),
        ("The treaty signed in 2019 was discussed on Monday.", "signed", "2019"),
        ("The treaty signed in 2019 was discussed on Monday.", "discussed", "Monday"),
        ("The fair will be held from July 23 to July 25.", "held", "July 23 to July 25"),
        ("They met after an attack on Monday killed ten people.", "met", None),
        ("They have not met since 2019.", "met", None),
        ("He is proud to announce that tomorrow she will sign it.", "announce", None),
    ],
)
def test_an_event_gets_the_date_of_its_own_clause(
    text: str, trigger: str, words: str | None
) -> None:
    assert date_of(text, trigger) == words


@pytest.mark.parametrize(
    "text",
    [
        "12 " * 16_000,
        "March " * 8_000,
        "1/1/1/" * 8_000,
        "2024-" * 10_000,
        "the past " * 5_000,
        "Monday, " * 6_000,
        "3 to 3 to " * 5_000,
        "a couple of days " * 3_000,
        "9" * 50_000,
    ],
    ids=lambda text: text[:12],
)
def test_no_text_takes_the_patterns_long(text: str) -> None:
    started = perf_counter()
    list(candidates(text))
    assert perf_counter() - started < 5


def test_the_reference_is_the_day_and_not_the_hour() -> None:
    text = "They met yesterday."
    doc = next(parsing.parse([text]))
    late = Document("d", "a", "x", "s", text, published_at=datetime(2025, 3, 5, 23, 59, tzinfo=UTC))
    assert dates.find(doc, late)[0].start == at("2025-03-04")
