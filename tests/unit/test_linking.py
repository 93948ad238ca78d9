"""Which mentions are one event, and which must stay apart."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from readout.identity import hash_id
from readout.linking.company import Participant, company, profile
from readout.linking.events import events
from readout.linking.keys import keys
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
        (ONE, replace(LONE, place="Oslo"), False),
        (
            replace(ONE, actors={"a": "Anna Berg"}, others=frozenset({"fellow leaders"})),
            LONE,
            False,
        ),
        (telling("m1"), replace(LONE, **dated(4)), False),
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


def side(country: str, *persons: str) -> dict[str, frozenset[str]]:
    return {country: frozenset(persons)}


COUNTRIES: dict[str, Any] = {
    "actors": {"country-NO": "Norway", "country-FR": "France"},
    "sides": side("NO") | side("FR"),
}
MINISTERS: dict[str, Any] = {"actors": PAIR, "sides": side("NO", "a") | side("FR", "c")}
OTHER_MINISTERS: dict[str, Any] = {
    "actors": {"e": "Eva Falk", "g": "Gus Holm"},
    "sides": side("NO", "e") | side("FR", "g"),
}
NEGOTIATORS: dict[str, Any] = {"actors": {}, "sides": side("NO") | side("FR")}


@pytest.mark.parametrize(
    ("one", "other"),
    [(COUNTRIES, MINISTERS), (NEGOTIATORS, MINISTERS), (NEGOTIATORS, COUNTRIES)],
    ids=["countries and ministers", "negotiators and ministers", "negotiators and countries"],
)
def test_a_country_and_who_speaks_for_it_are_one_side_of_a_meeting(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    first, second = telling("m1", **one, **dated(3)), telling("m2", **other, **dated(3))
    found = link(first, second)
    assert found is not None
    assert found.reasons[0] == "both are of France and Norway"
    assert {*keys(first)} & {*keys(second)}


@pytest.mark.parametrize(
    "other",
    [
        telling("m2", **MINISTERS, **dated(10)),
        telling("m2", **MINISTERS, **dated(1, 28)),
        telling("m2", **MINISTERS, published_at=PUBLISHED + 2 * DAY),
        telling("m2", **MINISTERS, status="planned", published_at=PUBLISHED - DAY),
        telling("m2", actors=PAIR, sides=side("NO", "a"), **dated(3)),
        telling(
            "m2", actors=PAIR, sides=side("NO", "a") | side("FR", "c") | side("SE"), **dated(3)
        ),
    ],
    ids=[
        "another day",
        "some day of the month",
        "undated, days later",
        "an undated plan",
        "one side only",
        "a third side",
    ],
)
def test_two_countries_alone_do_not_say_which_of_their_meetings(other: Telling) -> None:
    assert link(telling("m1", **COUNTRIES, **dated(3)), other) is None


def test_countries_never_bring_two_pairs_of_ministers_together() -> None:
    tellings = {
        one.mention_id: one
        for one in (
            telling("m1", **MINISTERS, **dated(3)),
            telling("m2", **COUNTRIES, **dated(3)),
            telling("m3", **OTHER_MINISTERS, **dated(3)),
        )
    }
    links = [
        found
        for one, other in [("m1", "m2"), ("m2", "m3"), ("m1", "m3")]
        if (found := link(tellings[one], tellings[other]))
    ]
    assert len(links) == 2
    event = {one.mention_id: one.event_id for one in events(tellings, links)}
    assert event["m1"] != event["m3"]


SIGNED: dict[str, Any] = {"kind": "deal_signing", "instrument": "agreement", **dated(3)}


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ({"deal": "minerals agreement"}, True),
        ({"deal": "agreement"}, True),
        ({"deal": "fisheries agreement"}, False),
        ({"deal": "minerals agreement", "instrument": "contract"}, False),
        ({"deal": "minerals agreement", **dated(4)}, False),
        ({"deal": "minerals agreement", "others": frozenset({"a neighbour"})}, False),
    ],
)
def test_a_deal_is_known_by_one_party_and_its_day_unless_it_is_about_something_else(
    other: dict[str, Any], *, together: bool
) -> None:
    full = telling("m1", deal="minerals agreement", **SIGNED)
    short = telling("m2", **{**SIGNED, "actors": {"a": "Anna Berg"}, **other})
    assert (link(full, short) is not None) is together


def test_a_report_that_says_they_did_not_meet_speaks_of_another_meeting_than_the_one_held() -> None:
    assert link(telling("m1", "d"), telling("m2", "d", status="denied")) is None
    both = [telling("m1", "d", **dated(3)), telling("m2", "d", status="denied", **dated(3))]
    assert link(*both) is not None


def test_an_undated_plan_is_not_seen_to_be_what_was_held_undated() -> None:
    plan = telling("m1", status="planned", published_at=PUBLISHED - DAY)
    assert link(plan, telling("m2")) is None


def known(name: str, words: str = "", **more: Any) -> Participant:
    return Participant(hash_id("actor", name.casefold()), name, words or name, **more)


@pytest.mark.parametrize(
    "name",
    [
        "I", "They", "officials", "Officials", "Leaders", "the Prime Minister", "President",
        "SENIOR ADMINISTRATION OFFICIAL", "members of Congress", "Secretary of State",
        "Ukrainian officials", "Delegations from Russia and Ukraine",
    ],
)  # fmt: skip
def test_pronouns_and_common_nouns_are_nobody_by_name(name: str) -> None:
    assert company([known(name)], {}).actors == {}
    assert profile("id", name, name, {}).kind in {"unnamed", "pronoun"}


@pytest.mark.parametrize(
    "name",
    ["Anna Berg", "Rashad al-Alimi", "Bank of England", "NATO", "M23", "Secretary Anna Berg"],
)
def test_names_are_somebody_on_a_list_or_not(name: str) -> None:
    assert [*company([known(name)], {}).actors.values()] == [name]


@pytest.mark.parametrize(
    ("participant", "country", "in_person"),
    [
        (known("Russian delegation"), "RU", False),
        (known("Kenya's negotiators"), "KE", False),
        (known("Anna Berg", "Danish Defence Minister Anna Berg"), "DK", True),
        (known("France", kind="country", country="FR"), "FR", False),
        (known("Anna Berg", kind="person", country="NO", office="President"), "NO", True),
    ],
)
def test_the_words_say_for_which_country_somebody_takes_part(
    participant: Participant, country: str, *, in_person: bool
) -> None:
    sides = company([participant], {}).sides
    assert {name: bool(persons) for name, persons in sides.items()} == {country: in_person}


@pytest.mark.parametrize(
    "participant",
    [
        known("Russian students"),
        known("Danish Crown"),
        known("Anna Berg", "French novelist Anna Berg"),
        known("Anna Berg", kind="person", country="NO"),
    ],
)
def test_who_only_comes_from_a_country_does_not_act_for_it(participant: Participant) -> None:
    assert company([participant], {}).sides == {}


def test_two_who_are_called_they_are_the_two_that_were_named() -> None:
    cast = {"Anna Berg": "a", "Carl Dahl": "c"}
    they = Participant(hash_id("group", "a", "c"), "Anna Berg and Carl Dahl", "they")
    assert company([they], cast).actors == {"a": "Anna Berg", "c": "Carl Dahl"}
    strangers = replace(they, actor_id="other")
    assert company([strangers], cast).actors == {"other": "Anna Berg and Carl Dahl"}


def test_office_and_country_are_learned_from_the_words_before_a_name() -> None:
    found = profile("id", "Anna Berg", "the Danish Defence Minister Anna Berg", {})
    assert (found.kind, found.country, found.office) == ("person", "DK", "Defence Minister")
    assert profile("id", "Anna Berg", "his friend Anna Berg", {}).office is None
