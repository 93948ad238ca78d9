"""Dates of publication: what is certain, and nothing else."""

from datetime import UTC, date, datetime

import pytest

from readout.cleaning import dateline, publication

NOW = datetime(2025, 3, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("stated", "moment"),
    [
        ("2025-03-03", "2025-03-03T00:00"),
        ("20250303", "2025-03-03T00:00"),
        ("2025/03/03", "2025-03-03T00:00"),
        ("2025-03-03T10:30:00Z", "2025-03-03T10:30"),
        ("2025-03-03 10:30", "2025-03-03T10:30"),
        ("2025-03-03 10:30:00 UTC", "2025-03-03T10:30"),
        ("2025-03-03 10:30:00 -0500", "2025-03-03T15:30"),
        ("2025-03-03T10:30:00.123+0000", "2025-03-03T10:30:00.123"),
        ("2025-03-03T01:30:00+05:30", "2025-03-02T20:00"),
        ("Mon, 03 Mar 2025 10:30:00 GMT", "2025-03-03T10:30"),
        ("Mon, 3 Mar 2025 10:30:00 -0500", "2025-03-03T15:30"),
        ("March 3, 2025", "2025-03-03T00:00"),
        ("Mar. 3, 2025", "2025-03-03T00:00"),
        ("Monday, March 3rd, 2025", "2025-03-03T00:00"),
        ("Monday 3 March 2025", "2025-03-03T00:00"),
        ("3 Sept 2024", "2024-09-03T00:00"),
        ("March 3, 2025 at 5:30 p.m. EST", "2025-03-03T22:30"),
        ("March 3, 2025, 12:05 am", "2025-03-03T00:05"),
        ("March 3, 2025 10:30 IST", "2025-03-03T00:00"),
        ("1740998400", "2025-03-03T10:40"),
        ("1740998400000", "2025-03-03T10:40"),
    ],
)
def test_a_date_is_understood(stated: str, moment: str) -> None:
    assert publication.understood(stated) == datetime.fromisoformat(moment).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "stated",
    ["", "yesterday", "03/04/2025", "March 2025", "2025", "Monday", "March 32, 2025", "2025-13-01",
     "12",
     "2025-03-03T99:00", "3 hours ago", "x" * 100, "99999999999999",
     "Mon, 99 Foo 2025 10:00:00 GMT"],
)  # fmt: skip
def test_what_is_not_certain_is_no_date(stated: str) -> None:
    assert publication.understood(stated) is None


@pytest.mark.parametrize("stated", ["2025-03-08", "1899-12-31"])
def test_the_future_and_the_far_past_are_not_believed(stated: str) -> None:
    assert publication.believable(publication.understood(stated), NOW) is None


def test_a_date_a_day_ahead_is_a_clock_that_differs() -> None:
    tomorrow = publication.understood("2025-03-06")
    assert publication.believable(tomorrow, NOW) == tomorrow


def test_an_address_tells_the_day() -> None:
    day = datetime(2025, 3, 3, tzinfo=UTC)
    assert publication.from_address("https://zenda.example/2025/03/03/talks") == day
    assert publication.from_address("https://zenda.example/2025/13/03/talks") is None
    assert publication.from_address("https://zenda.example/item/2025/0303") is None
    assert publication.from_address(None) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("GENEVA, March 3, 2025 /PRNewswire/ -- The two firms signed a contract today.", 3),
        ("Ministers meet in Zenda\nTuesday, March 4, 2025\nThe ministers met.", 4),
        ("Ministers meet in Zenda\nPublished on 4 March 2025, 10:30\nThe ministers met.", 4),
        ("GENEVA, March 3 (AP) — The two firms signed a contract on Monday.", None),
        ("The ministers met on March 4, 2025.", None),
    ],
)
def test_a_text_tells_its_day_by_a_full_date_in_its_opening(text: str, day: int | None) -> None:
    found = publication.from_text(text, dateline.find(text))
    assert (found.date() if found else None) == (date(2025, 3, day) if day else None)
