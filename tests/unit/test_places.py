"""Places by gazetteer, and where an event happened."""

import pytest

from extractors import parsing, places


def places_in(text: str) -> list[tuple[str, str, str | None]]:
    found = places.find(next(parsing.parse([text])))
    return [(where.extent.of(text), where.name, where.country) for where in found]


def place_of(text: str, trigger: str) -> tuple[str, str | None] | None:
    doc = next(parsing.parse([text]))
    token = next(token for token in doc if token.text == trigger)
    where = places.place_of(token, places.find(doc))
    return (where.extent.of(text), where.country) if where else None


def test_a_place_and_its_country_are_one() -> None:
    assert places_in("They met in Bali, Indonesia.") == [
        ("Bali, Indonesia", "Bali, Indonesia", "ID")
    ]


def test_a_list_of_cities_is_not_one_place() -> None:
    assert [name for _, name, _ in places_in("He flew to Paris, London and Rome.")] == [
        "Paris",
        "London",
        "Rome",
    ]


def test_a_city_and_a_country_that_does_not_hold_it_stay_two() -> None:
    found = places_in("After stops in Geneva, Russia and Georgia were next.")
    assert ("Geneva", "Geneva", "CH") in found


def test_a_capital_by_description_has_its_name() -> None:
    assert places_in("They met in the Turkish capital.") == [("Turkish capital", "Ankara", "TR")]


def test_capital_markets_are_no_city() -> None:
    assert places_in("The Turkish capital markets fell.") == []


def test_an_unknown_village_after_a_preposition_is_a_place_without_country() -> None:
    assert ("Weimar", "Weimar", None) in places_in("The foreign ministers met in Weimar.")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Diplomats held talks in Istanbul.", "talks", ("Istanbul", "TR")),
        ("The Istanbul talks failed.", "talks", ("Istanbul", "TR")),
        ("During the Oval Office meeting, they argued.", "meeting", ("Oval Office", "US")),
        ("Macron's visit to Kyiv was short.", "visit", ("Kyiv", "UA")),
        ("Blinken travelled to Beijing.", "travelled", ("Beijing", "CN")),
        ("Starmer visited Kyiv.", "visited", ("Kyiv", "UA")),
        ("Lavrov arrived in Riyadh to meet Rubio.", "meet", ("Riyadh", "SA")),
        ("In Doha, envoys met the emir.", "met", ("Doha", "QA")),
        ("Leaders met at a hotel in Geneva.", "met", ("Geneva", "CH")),
        ("Modi met Macron on the sidelines of a summit in Paris.", "met", ("Paris", "FR")),
        ("Xi met Putin in Moscow on Monday.", "met", ("Moscow", "RU")),
        ("Talks with Iranian officials in Muscat ended.", "Talks", ("Muscat", "OM")),
        ("The talks took place in Cairo.", "talks", ("Cairo", "EG")),
        ("He flew to Ankara for a meeting with Fidan.", "meeting", ("Ankara", "TR")),
        ("They visited the city where Merz met Tusk.", "met", None),
        ("They signed the deal at Camp David.", "signed", ("Camp David", "US")),
    ],
)
def test_the_place_is_that_of_the_event_s_own_clause(
    text: str, trigger: str, expected: tuple[str, str | None] | None
) -> None:
    assert place_of(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rubio met Lavrov over the war in Ukraine.", "met"),
        ("Rubio met the ambassador to Germany.", "met"),
        ("Xi met Ukraine's minister.", "met"),
        ("Speaking in Warsaw, he said they had met.", "met"),
        ("Merz met Tusk after elections in Romania.", "met"),
        ("Jordan Bardella met the press.", "met"),
        ("They met to discuss Gaza.", "met"),
        ("We call on Russia to stop.", "call"),
        ("Turkey hosted the talks.", "talks"),
        ("They met in 2019.", "met"),
        ("The president of Brazil met the pope.", "met"),
    ],
)
def test_a_place_of_something_else_is_not_the_event_s(text: str, trigger: str) -> None:
    assert place_of(text, trigger) is None


@pytest.mark.parametrize("text", ["", "\n", ",", "in", "in the", "U.S., U.S.", "Paris,"])
def test_scraps_of_text_have_places_or_none(text: str) -> None:
    for extent, name, _ in places_in(text):
        assert extent
        assert name


def test_a_list_of_states_is_not_one_place() -> None:
    assert [name for _, name, _ in places_in("Fires spread in Texas, Utah and Wyoming.")] == [
        "Texas",
        "Utah",
        "Wyoming",
    ]
