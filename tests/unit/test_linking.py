"""Which mentions are one event, and which must stay apart."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from readout.identity import hash_id
from readout.linking.agreement import agreement
from readout.linking.company import Participant, profile
from readout.linking.events import events
from readout.linking.keys import keys
from readout.linking.links import link
from readout.linking.matching import matched
from readout.linking.ordinals import are_several, which
from readout.linking.parties import Party, parties
from readout.linking.repetition import Repeated, first_tellings
from readout.linking.spoken import Spoken
from readout.linking.telling import Telling

# The warehouse keeps UTC without a zone.
PUBLISHED = datetime(2025, 3, 5, tzinfo=UTC).replace(tzinfo=None)
DAY = timedelta(days=1)
ANNA, CARL, EVA = (
    Party(name[0].lower(), name, frozenset(name.lower().split()))
    for name in ("Anna Berg", "Carl Dahl", "Eva Falk")
)
PAIR = (ANNA, CARL)


def dated(day: int, days: int = 1) -> dict[str, Any]:
    start = PUBLISHED.replace(day=day)
    return {"date_start": start, "date_end": start + timedelta(days=days), "date_precision": "day"}


def telling(mention_id: str, document_id: str = "", **more: Any) -> Telling:
    given: dict[str, Any] = {
        "kind": "meeting",
        "status": "occurred",
        "start": 10,
        "parties": PAIR,
        "published_at": PUBLISHED,
        **more,
    }
    return Telling(mention_id, document_id or f"document of {mention_id}", **given)


ONE = telling("m1", **dated(3))


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (telling("m2", **dated(3)), "both on 2025-03-03"),
        (telling("m2", **dated(3, 7)), "2025-03-03 and 2025-03-03 to 2025-03-10 overlap"),
        (telling("m2"), "published 2 days after 2025-03-03"),
        (telling("m2", **dated(3), published_at=PUBLISHED + 300 * DAY), "both on 2025-03-03"),
        (
            telling("m2", status="planned", published_at=PUBLISHED - 3 * DAY),
            "published 1 day before 2025-03-03",
        ),
        (telling("m2", "document of m1", parties=(ANNA,)), "close together in one document"),
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
        telling("m2", **dated(3), parties=(ANNA, EVA)),
        telling("m2", **dated(3), parties=(ANNA,)),
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


LONE = telling("m2", "document of m1", parties=(ANNA,))
OFFICIALS = Party(None, "local officials", is_described=True)
SOMEBODY = Party(None, "the minister", is_described=True, is_open=True)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (ONE, LONE, True),
        (ONE, replace(LONE, parties=(ANNA, SOMEBODY)), True),
        (ONE, replace(LONE, start=2000), False),
        (ONE, replace(LONE, place="Oslo"), False),
        (telling("m1"), replace(LONE, **dated(4)), False),
        (ONE, replace(LONE, parties=(ANNA, OFFICIALS)), False),
    ],
)
def test_one_name_is_enough_only_when_the_document_says_which_meeting(
    one: Telling, other: Telling, *, together: bool
) -> None:
    assert (link(one, other) is not None) is together


BERG = {frozenset({"anna", "berg"}): "Anna Berg", frozenset({"dahl"}): "Dahl"}


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ({"parties": (ANNA, SOMEBODY), "passage": "Anna Berg and Dahl", **dated(3)}, True),
        ({"parties": (ANNA, SOMEBODY), "passage": "Anna Berg and Dahl"}, False),
        ({"parties": (ANNA,), "sentence": Spoken(BERG)}, True),
        ({"parties": (ANNA, SOMEBODY), **dated(3)}, False),
        ({"parties": (ANNA, OFFICIALS), "passage": "Anna Berg and Dahl", **dated(3)}, False),
        ({"parties": (ANNA, EVA), "passage": "Anna Berg and Dahl", **dated(3)}, False),
        ({"parties": (), "passage": "Anna Berg and Dahl"}, False),
    ],
)
def test_another_report_that_names_one_must_speak_of_the_other(
    other: dict[str, Any], *, together: bool
) -> None:
    assert (link(ONE, telling("m2", **other, published_at=ONE.date_start)) is not None) is together


def test_one_person_who_meets_two_others_has_two_meetings() -> None:
    full, short = telling("m1", "d"), telling("m2", "d", parties=(ANNA,))
    third = telling("m3", "d", parties=(ANNA, EVA))
    tellings = {one.mention_id: one for one in (full, short, third)}
    links = [found for one, other in [(full, short), (short, third)] if (found := link(one, other))]
    assert len(links) == 2
    event = {one.mention_id: one.event_id for one in events(tellings, links)}
    assert event["m1"] != event["m3"]


def test_statements_are_one_only_in_the_same_words() -> None:
    one = telling("m1", kind="statement", parties=(ANNA,), said="x")
    same = telling("m2", kind="statement", parties=(ANNA,), said="x")
    other = telling("m3", kind="statement", parties=(ANNA,), said="y")
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


def acting(country: str, actor_id: str | None = None, **more: Any) -> Party:
    return Party(actor_id, f"of {country}", countries=frozenset({country}), **more)


COUNTRIES = (acting("NO", "country-NO"), acting("FR", "country-FR"))
MINISTERS = tuple(
    replace(one, countries=frozenset({country}), office="defence")
    for one, country in ((ANNA, "NO"), (CARL, "FR"))
)
OTHER_MINISTERS = tuple(
    Party(name[0], name, frozenset({name}), frozenset({country}), "defence")
    for name, country in (("eva", "NO"), ("gus", "FR"))
)
NEGOTIATORS = (acting("NO"), acting("FR"))


@pytest.mark.parametrize(
    ("one", "other"),
    [(COUNTRIES, MINISTERS), (NEGOTIATORS, MINISTERS), (NEGOTIATORS, COUNTRIES)],
    ids=["countries and ministers", "negotiators and ministers", "negotiators and countries"],
)
def test_a_country_and_who_speaks_for_it_are_one_side_of_a_meeting(
    one: tuple[Party, ...], other: tuple[Party, ...]
) -> None:
    spoken = Spoken(countries=frozenset({"NO", "FR"}))
    first = telling("m1", parties=one, sentence=spoken, **dated(3))
    second = telling("m2", parties=other, sentence=spoken, **dated(3))
    assert link(first, second) is not None
    assert {*keys(first)} & {*keys(second)}


@pytest.mark.parametrize(
    "other",
    [
        telling("m2", parties=MINISTERS, **dated(10)),
        telling("m2", parties=MINISTERS, **dated(1, 28)),
        telling("m2", parties=MINISTERS, published_at=PUBLISHED + 2 * DAY),
        telling("m2", parties=MINISTERS, status="planned", published_at=PUBLISHED - 3 * DAY),
        telling("m2", parties=(MINISTERS[0],), **dated(3)),
        telling("m2", parties=(MINISTERS[0], acting("SE")), **dated(3)),
    ],
    ids=[
        "another day",
        "some day of the month",
        "undated, days later",
        "an undated plan",
        "one side only",
        "a third country",
    ],
)
def test_two_countries_alone_do_not_say_which_of_their_meetings(other: Telling) -> None:
    assert link(telling("m1", parties=NEGOTIATORS, **dated(3)), other) is None


def test_ministers_of_two_offices_have_two_meetings() -> None:
    others = tuple(replace(one, name=frozenset(), actor_id=None) for one in MINISTERS)
    one = telling("m1", parties=MINISTERS, **dated(3))
    assert link(one, telling("m2", parties=others, **dated(3))) is not None
    others = tuple(replace(one, office="foreign") for one in others)
    assert link(one, telling("m2", parties=others, **dated(3))) is None


def test_countries_never_bring_two_pairs_of_ministers_together() -> None:
    tellings = {
        one.mention_id: one
        for one in (
            telling("m1", parties=MINISTERS, **dated(3)),
            telling("m2", parties=COUNTRIES, **dated(3)),
            telling("m3", parties=OTHER_MINISTERS, **dated(3)),
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
        ({"deal": "minerals agreement", "instrument": "contract"}, True),
        ({"deal": "minerals agreement", "instrument": "ceasefire"}, False),
        ({"deal": "minerals agreement", **dated(4)}, False),
        ({"deal": "minerals agreement", "parties": (ANNA, OFFICIALS)}, False),
        ({"deal": "minerals agreement", "value": 9e9, "currency": "USD"}, False),
    ],
)
def test_a_deal_is_known_by_one_party_its_day_its_kind_and_its_value(
    other: dict[str, Any], *, together: bool
) -> None:
    full = telling("m1", deal="minerals agreement", value=2e9, currency="USD", **SIGNED)
    if "instrument" in other:
        full = replace(full, instrument="contract")
    short = telling("m2", **{**SIGNED, "parties": (ANNA,), **other})
    assert (link(full, short) is not None) is together


def test_a_report_that_says_they_did_not_meet_speaks_of_another_meeting_than_the_one_held() -> None:
    assert link(telling("m1", "d"), telling("m2", "d", status="denied")) is None
    both = [telling("m1", "d", **dated(3)), telling("m2", "d", status="denied", **dated(3))]
    assert link(*both) is not None


def test_a_meeting_of_three_countries_and_one_of_two_of_them_are_two() -> None:
    two = telling("m1", parties=MINISTERS, **dated(3))
    three = replace(two, mention_id="m2", document_id="d", parties=(*MINISTERS, acting("SE")))
    assert link(two, three) is None
    aide = Party("g", "Gus Holm", frozenset({"gus", "holm"}), frozenset({"FR"}))
    delegation = replace(three, parties=(*MINISTERS, aide))
    assert link(two, delegation) is not None


@pytest.mark.parametrize("status", ["cancelled", "postponed", "denied"])
def test_what_was_called_off_is_not_what_was_held_unless_it_is_of_one_day(status: str) -> None:
    off = telling("m2", status=status)
    assert link(telling("m1"), off) is None
    assert link(ONE, replace(off, **dated(3))) is not None


def test_nobody_tells_of_a_meeting_as_held_on_the_day_before() -> None:
    early = telling("m2", published_at=PUBLISHED.replace(day=2))
    assert link(ONE, early) is None
    assert link(ONE, replace(early, status="planned")) is not None


@pytest.mark.parametrize(("place", "together"), [("Oslo", True), ("Bergen", False), (None, False)])
def test_a_meeting_is_announced_weeks_before_only_with_its_place(
    place: str | None, *, together: bool
) -> None:
    held = telling("m1", place="Oslo", published_at=PUBLISHED, **dated(4))
    plan = telling("m2", status="planned", place=place, published_at=PUBLISHED - 15 * DAY)
    assert (link(held, plan) is not None) is together


def test_a_later_report_comes_back_to_a_deal_but_not_to_a_meeting() -> None:
    later = PUBLISHED + 40 * DAY
    loan = {"kind": "deal_signing", "instrument": "loan"}
    assert link(telling("m1", **loan, **dated(3)), telling("m2", **loan, published_at=later))
    assert link(ONE, telling("m2", published_at=later)) is None


@pytest.mark.parametrize(
    ("days", "place", "together"),
    [(6, None, True), (12, None, False), (25, "Oslo", True), (40, "Oslo", False)],
)
def test_a_report_without_a_date_comes_back_to_a_meeting_for_days_or_with_its_place_for_weeks(
    days: int, place: str | None, *, together: bool
) -> None:
    held = telling("m1", place="Oslo", **dated(3))
    later = telling("m2", place=place, published_at=PUBLISHED + days * DAY)
    assert (link(held, later) is not None) is together
    if together:
        assert {*keys(held)} & {*keys(later)}


FORUM = frozenset({"coast", "forum"})
SPOKEN_FORUM = Spoken({FORUM: "Coast Forum"})


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ({"sentence": SPOKEN_FORUM}, True),
        ({"passage": "the Coast Forum", "date_start": None, "date_end": None}, True),
        ({"passage": "the coast", "place": "Oslo"}, False),
        ({"sentence": SPOKEN_FORUM, "parties": PAIR, "format": "in person"}, False),
        ({"sentence": SPOKEN_FORUM, **dated(10)}, False),
        ({"sentence": Spoken({frozenset({"lake", "forum"}): "Lake Forum"})}, False),
    ],
    ids=["the same", "near by, undated", "no body", "at its margin", "another day", "another body"],
)
def test_the_summit_of_a_body_is_known_by_its_name(
    other: dict[str, Any], *, together: bool
) -> None:
    summit = telling("m1", parties=(), format="summit", body=FORUM, place="Oslo", **dated(3))
    told = {"parties": (), "format": "summit", **dated(3), **other}
    assert (link(summit, telling("m2", **told)) is not None) is together


def test_the_summits_of_two_bodies_on_one_day_are_two() -> None:
    lake = {"body": frozenset({"lake", "council"}), "parties": (ANNA, CARL), **dated(3)}
    one = telling("m1", **{**lake, "body": FORUM})
    assert link(one, telling("m2", **lake)) is None


def test_a_summit_with_somebody_else_is_not_that_of_the_body_spoken_of_around() -> None:
    summit = telling("m1", parties=(), format="summit", body=FORUM, **dated(3))
    told = telling("m2", parties=(EVA,), format="summit", passage="Coast Forum", **dated(3))
    assert link(summit, told) is None
    assert link(summit, replace(told, parties=())) is not None


def test_a_summit_names_its_body_in_the_sentence() -> None:
    one = telling("m1", parties=(), format="summit", sentence=SPOKEN_FORUM, **dated(3))
    found = link(one, replace(one, mention_id="m2", document_id="another"))
    assert found is not None
    assert "both of the Coast Forum" in found.reasons


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("in Doha. The second round", "second"),
        ("hold another meeting", "another"),
        ("The first such meeting", "first"),
        ("met on the second", None),
        ("the meeting", None),
    ],
)
def test_words_say_which_of_several_it_is(words: str, mark: str | None) -> None:
    assert which(words) == mark


@pytest.mark.parametrize(
    ("marks", "document_id", "is_round", "together"),
    [
        (("first", "second"), "d", False, False),
        (("first", "second"), "e", False, True),
        (("first", "second"), "e", True, False),
        ((None, "another"), "d", False, False),
        ((None, "second"), "d", False, True),
        (("second", "second"), "e", True, True),
    ],
)
def test_rounds_are_counted_by_all_and_meetings_within_one_report(
    marks: tuple[str | None, str | None], document_id: str, *, is_round: bool, together: bool
) -> None:
    one = telling("m1", "d", which=marks[0], is_round=is_round, **dated(3))
    other = telling("m2", document_id, which=marks[1], is_round=is_round, **dated(3))
    assert (link(one, other) is not None) is together


@pytest.mark.parametrize(
    ("paper", "together"),
    [("it", True), ("The document", True), ("a pact", False), ("the border treaty", False)],
)
def test_a_paper_spoken_of_before_is_the_one_before(paper: str, *, together: bool) -> None:
    first = telling("m1", "d", kind="deal_signing", instrument="agreement", **dated(3))
    again = replace(first, mention_id="m2", parties=(EVA,), start=200, paper=paper)
    assert (link(replace(first, parties=COUNTRIES), again) is not None) is together


def test_who_is_spoken_of_where_the_others_sign_has_a_part_in_the_deal() -> None:
    names = {party.name: party.shown for party in (ANNA, CARL, EVA)}
    two = telling("m1", kind="deal_signing", sentence=Spoken(names), **dated(3))
    third = replace(two, mention_id="m2", document_id="e", parties=(EVA,), instrument="loan")
    assert link(two, third) is not None
    assert link(two, replace(third, sentence=Spoken())) is None


def test_talks_go_on_before_a_deal_is_signed() -> None:
    signed = telling("m1", **SIGNED)
    going_on = telling("m2", kind="deal_signing", status="ongoing", instrument="agreement")
    early = replace(going_on, published_at=PUBLISHED - 4 * DAY)
    assert link(signed, early) is not None
    assert link(signed, replace(early, status="occurred")) is None


@pytest.mark.parametrize(
    ("paper", "published_at", "together"),
    [
        ("an agreement on rare earth minerals", None, True),
        ("an agreement on fish", None, False),
        ("an agreement on rare earth minerals", PUBLISHED, False),
    ],
)
def test_two_reports_of_nobody_knows_when_tell_of_one_deal_only_by_what_it_is_about(
    paper: str, published_at: datetime | None, *, together: bool
) -> None:
    deal = {"kind": "deal_signing", "status": "planned", "instrument": "agreement"}
    one = telling("m1", published_at=None, paper="the minerals agreement", **deal)
    other = telling("m2", published_at=published_at, paper=paper, **deal)
    assert (link(one, other) is not None) is together
    if together:
        assert {*keys(one)} & {*keys(other)}
    meetings = [replace(each, kind="meeting", published_at=None) for each in (one, other)]
    assert link(*meetings) is None


@pytest.mark.parametrize(
    ("words", "several"),
    [
        ("has held four summits", True),
        ("hold bilateral meetings", True),
        ("a series of meetings", True),
        ("all of the meetings", True),
        ("our conversations", True),
        ("after consultations", True),
        ("held government consultations", False),
        ("the talks", False),
        ("the negotiations", False),
    ],
)
def test_several_meetings_are_not_one_of_them(words: str, *, several: bool) -> None:
    assert are_several(words) is several
    one = telling("m1", is_several=several, **dated(3))
    assert (link(one, telling("m2", **dated(3))) is None) is several


def test_who_visits_or_calls_does_so_once() -> None:
    assert not are_several("On Monday he visits", is_noun=False)
    assert are_several("one of his visits")


@pytest.mark.parametrize(
    ("words", "is_noun", "mark"),
    [
        ("While in Riga she will also meet", False, "also"),
        ("We have also been meeting", False, "also"),
        ("She also attended the meeting", True, None),
    ],
)
def test_who_also_meets_others_has_another_meeting(
    words: str, mark: str | None, *, is_noun: bool
) -> None:
    found = which(words, is_noun=is_noun)
    assert found == mark
    one, other = telling("m1", "d", **dated(3)), telling("m2", "d", which=found, **dated(3))
    assert (link(one, other) is None) is (mark is not None)


def test_the_leaders_of_two_countries_are_two() -> None:
    leaders = Party(None, "leaders", office="head", is_described=True, is_open=True)
    heads = tuple(replace(one, office="head") for one in MINISTERS)
    both = telling("m1", parties=heads, **dated(3))
    one = replace(both, parties=(heads[0], replace(EVA, office="foreign")))
    told = telling("m2", parties=(leaders,), **dated(3))
    assert agreement(both, told).offices == ("leaders",)
    assert not agreement(one, told).offices


def test_a_country_can_be_the_name_of_who_comes_from_another() -> None:
    person = known("Luis Montenegro", kind="person", country="PT", office="Prime Minister")
    surname = known("Montenegro", kind="country", country="ME")
    one, other = parties([person], {}), parties([surname], {})
    assert matched(one, other).pairs


def test_two_cities_are_two_meetings() -> None:
    one = replace(ONE, place="Oslo", city="Oslo")
    assert link(one, replace(one, mention_id="m2", place="Bergen", city="Bergen")) is None


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
    assert [one.actor_id for one in parties([known(name)], {}) if one.actor_id] == []
    assert profile("id", name, name, {}).kind in {"unnamed", "pronoun"}


@pytest.mark.parametrize(
    "name",
    ["Anna Berg", "Rashad al-Alimi", "Bank of England", "NATO", "M23", "Secretary Anna Berg"],
)
def test_names_are_somebody_on_a_list_or_not(name: str) -> None:
    assert [one.shown for one in parties([known(name)], {}) if one.actor_id] == [name]


@pytest.mark.parametrize(
    ("participant", "country", "office"),
    [
        (known("Russian delegation"), "RU", None),
        (known("Kenya's negotiators"), "KE", None),
        (known("Anna Berg", "Danish Defence Minister Anna Berg"), "DK", "defence"),
        (known("France", kind="country", country="FR"), "FR", None),
        (known("Anna Berg", kind="person", country="NO", office="President"), "NO", "head"),
        (known("Oslo's chief negotiator"), "NO", None),
    ],
)
def test_the_words_say_for_which_country_and_in_which_office_somebody_takes_part(
    participant: Participant, country: str, office: str | None
) -> None:
    (party,) = parties([participant], {})
    assert {*party.countries} == {country}
    assert party.office == office


def test_a_person_without_an_office_does_not_act_for_a_country() -> None:
    (party,) = parties([known("Anna Berg", kind="person", country="NO")], {})
    assert party.countries == frozenset()


def test_a_list_in_one_phrase_is_those_whom_it_lists() -> None:
    found = parties(
        [known("leaders of Norway and Denmark", "the leaders of Norway and Denmark")], {}
    )
    assert [one.countries for one in found] == [{"NO"}, {"DK"}]


def test_two_who_are_called_they_are_the_two_that_were_named() -> None:
    cast = {"Anna Berg": "a", "Carl Dahl": "c"}
    they = Participant(hash_id("group", "a", "c"), "Anna Berg and Carl Dahl", "they")
    assert [one.actor_id for one in parties([they], cast)] == ["a", "c"]


def test_office_and_country_are_learned_from_the_words_before_a_name() -> None:
    found = profile("id", "Anna Berg", "the Danish Defence Minister Anna Berg", {})
    assert (found.kind, found.country, found.office) == ("person", "DK", "Defence Minister")
    assert profile("id", "Anna Berg", "his friend Anna Berg", {}).office is None
