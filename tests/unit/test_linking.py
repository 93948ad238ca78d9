"""Which mentions are one event, and which must stay apart."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from readout.linking.events import events
from readout.linking.links import link
from readout.linking.repetition import Repeated, first_tellings
from readout.linking.telling import Telling

# The warehouse keeps UTC without a zone.
PUBLISHED = datetime(2025, 3, 5, tzinfo=UTC).replace(tzinfo=None)
DAY = timedelta(days=1)
PAIR: Mapping[str, str] = {"a": "Anna Berg", "c": "Carl Dahl"}


def dated(day: int, days: int = 1) -> dict[str, Any]:
    start = PUBLISHED.replace(day=day)
    return {"date_start": start, "date_end": start + timedelta(days=days), "date_precision": "day"}


def telling(mention_id: str, document_id: str = "", **more: Any) -> Telling:
    given: dict[str, Any] = {
        "kind": "meeting",
        "status": "occurred",
        "start": 10,
        "actors": PAIR,
        "published_at": PUBLISHED,
        **more,
    }
    return Telling(mention_id, document_id or f"document of {mention_id}", **given)


ONE = telling("m1", **dated(3))


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (telling("m2", **dated(3)), "both on 2025-03-03"),
        (telling("m2", **dated(3, 7)), "2025-03-03 and 2025-03-03 overlap"),
        (telling("m2"), "published on one day"),
        (telling("m2", **dated(3), published_at=PUBLISHED + 300 * DAY), "both on 2025-03-03"),
        (
            telling("m2", status="planned", published_at=PUBLISHED - 3 * DAY),
            "published 3 days apart",
        ),
        (telling("m2", "document of m1", actors={"a": "Anna Berg"}), "in one document"),
    ],
)
def test_two_tellings_of_one_meeting_are_linked_for_reasons_in_words(
    other: Telling, why: str
) -> None:
    found = link(ONE, other)
    assert found is not None
    assert why in found.reasons
    assert link(other, ONE) == found


@pytest.mark.parametrize(
    "other",
    [
        telling("m2", **dated(10)),
        telling("m2", **dated(3), country="FR"),
        telling("m2", **dated(3), kind="deal_signing"),
        telling("m2", **dated(3), actors={"a": "Anna Berg", "e": "Eva Falk"}),
        telling("m2", **dated(3), actors={"a": "Anna Berg"}),
        telling("m2", published_at=PUBLISHED + 15 * DAY),
        telling("m2", published_at=None),
        telling("m2", status="planned", published_at=PUBLISHED + DAY),
        telling("m2", "document of m1", status="planned"),
        telling("m2", **dated(1, 365)),
    ],
    ids=[
        "another day",
        "another country",
        "another kind",
        "another company",
        "one name in another document",
        "published weeks later",
        "published nobody knows when",
        "planned after it was held",
        "will meet again, says the same report",
        "some time in the year",
    ],
)
def test_what_may_be_another_meeting_stays_apart(other: Telling) -> None:
    assert link(replace(ONE, country="NO"), other) is None


LONE = telling("m2", "document of m1", actors={"a": "Anna Berg"})


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (ONE, LONE, True),
        (ONE, replace(LONE, start=2000), False),
        (ONE, replace(LONE, others=frozenset({"local officials"})), False),
        (
            replace(ONE, actors={"a": "Anna Berg"}, others=frozenset({"the minister"})),
            replace(LONE, start=2000, others=frozenset({"the minister"})),
            True,
        ),
        (
            replace(ONE, actors={"a": "Anna Berg"}, others=frozenset({"the minister"})),
            replace(LONE, others=frozenset({"local officials"})),
            False,
        ),
    ],
)
def test_one_name_is_enough_only_when_the_document_says_which_meeting(
    one: Telling, other: Telling, *, together: bool
) -> None:
    assert (link(one, other) is not None) is together


def test_one_person_who_meets_two_others_has_two_meetings() -> None:
    full, short = telling("m1", "d"), telling("m2", "d", actors={"a": "Anna Berg"})
    third = telling("m3", "d", actors={"a": "Anna Berg", "e": "Eva Falk"})
    tellings = {one.mention_id: one for one in (full, short, third)}
    links = [found for one, other in [(full, short), (short, third)] if (found := link(one, other))]
    assert len(links) == 2
    event = {one.mention_id: one.event_id for one in events(tellings, links)}
    assert event["m1"] != event["m3"]


def test_statements_are_one_only_in_the_same_words() -> None:
    one = telling("m1", kind="statement", actors={"a": "Anna Berg"}, said="x")
    same = telling("m2", kind="statement", actors={"a": "Anna Berg"}, said="x")
    other = telling("m3", kind="statement", actors={"a": "Anna Berg"}, said="y")
    found = link(one, same)
    assert found is not None
    assert found.reasons[0] == "Anna Berg says the same words"
    assert link(one, other) is None


def test_two_agreements_of_one_report_are_two() -> None:
    one = telling("m1", "d", kind="deal_signing", deal="Fisheries Accord")
    assert link(one, telling("m2", "d", kind="deal_signing", deal="Border Treaty")) is None
    assert link(one, telling("m2", "d", kind="deal_signing", deal="fisheries accord")) is not None


def test_an_undated_telling_never_brings_two_dates_together() -> None:
    tellings = {
        one.mention_id: one
        for one in (
            telling("m1", "d1", **dated(3)),
            telling("m2", "d1"),
            telling("m3", "d1", **dated(5)),
        )
    }
    links = [
        found
        for one in tellings.values()
        for other in tellings.values()
        if one.mention_id < other.mention_id and (found := link(one, other))
    ]
    assert {(found.mention_id, found.other_id) for found in links} == {("m1", "m2"), ("m2", "m3")}
    event = {one.mention_id: one.event_id for one in events(tellings, links)}
    assert event["m1"] != event["m3"]
    assert event["m2"] in {event["m1"], event["m3"]}


def repeated(place: int, first: int, kind: str = "near") -> Repeated:
    return Repeated(place, f"d{place}", first, f"d{first}", kind, 0.9)


def test_a_copy_points_at_an_original_and_not_along_a_chain() -> None:
    found = first_tellings([repeated(3, 2), repeated(2, 1), repeated(4, 2), repeated(4, 1)])
    assert {one.document_id: one.first_id for one in found} == {"d2": "d1", "d4": "d1"}


def test_an_exact_copy_points_at_the_first_of_its_copies() -> None:
    found = first_tellings([repeated(3, 1), repeated(3, 2, "exact"), repeated(2, 1)])
    assert {one.document_id: (one.first_id, one.kind) for one in found} == {
        "d2": ("d1", "near"),
        "d3": ("d2", "exact"),
    }
