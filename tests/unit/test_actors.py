"""Chains of names, titles and pronouns, and the extents of arguments."""

from datetime import UTC, datetime

import pytest
from spacy.tokens import Doc

from extractors import actors, parsing
from extractors.actors import Actor, Cast
from readout.cleaning import as_given

PUBLISHED = datetime(2025, 3, 5, tzinfo=UTC)


def cast(text: str, published: datetime | None = PUBLISHED) -> Cast:
    doc = next(parsing.parse([text]))
    day = published.date().isoformat() if published else None
    return actors.cast_of(doc, as_given("d", text, None, day))


def who(found: Cast, words: str) -> Actor:
    text = found.doc.text
    span = found.doc.char_span(text.rindex(words), text.rindex(words) + len(words))
    assert span is not None, words
    return found.resolve(span)


def heads(doc: Doc, *words: str) -> list[int]:
    return [next(token.i for token in doc if token.text == word) for word in words]


def arguments(found: Cast, *words: str) -> list[tuple[str, str | None]]:
    tokens = [found.doc[i] for i in heads(found.doc, *words)]
    given = found.arguments(tokens, "participant")
    return [(argument.extent.of(found.doc.text), argument.name) for argument in given]


def test_office_and_country_come_from_the_title_in_the_text() -> None:
    found = cast("Norwegian Fisheries Minister Aud Brekke flew to Bergen. Brekke was late.")
    brekke = who(found, "Brekke")
    assert (brekke.name, brekke.office, brekke.country) == (
        "Aud Brekke",
        "Fisheries Minister",
        "NO",
    )


def test_a_listed_person_keeps_the_listed_id_whatever_the_spelling() -> None:
    ids = {
        who(cast(f"{name} spoke."), name).actor_id
        for name in ("Volodymyr Zelenskyy", "Volodymyr Zelensky", "Zelenskiy", "Zelenskyy")
    }
    assert ids == {"UKR-volodymyr-zelenskyy"}


def test_a_country_and_its_seat_of_government_are_one_actor() -> None:
    found = cast("Moscow refused. Russia had agreed before. The Kremlin gave no reason.")
    ids = {who(found, words).actor_id for words in ("Moscow", "Russia", "The Kremlin")}
    assert ids == {"country-RU"}


def test_an_unknown_name_has_the_same_id_in_every_document() -> None:
    first = who(cast("Teodora Vinck resigned."), "Teodora Vinck")
    second = who(cast("Nobody blamed Teodora Vinck, the auditor."), "Teodora Vinck")
    assert first.actor_id == second.actor_id
    assert first.name == "Teodora Vinck"


def test_the_holder_of_an_office_is_the_one_of_the_publication_s_day() -> None:
    text = "The French president gave a speech."
    assert who(cast(text), "The French president").name == "Emmanuel Macron"
    then = datetime(2015, 3, 5, tzinfo=UTC)
    assert who(cast(text, then), "The French president").name == "François Hollande"


def test_without_a_date_nobody_is_said_to_hold_an_office() -> None:
    text = "The French president gave a speech."
    assert who(cast(text, None), "The French president").name == "French president"


def test_a_person_of_the_text_counts_for_more_than_the_list() -> None:
    found = cast("French President Lucie Tardieu woke early. The French president had slept badly.")
    assert who(found, "The French president").name == "Lucie Tardieu"


def test_two_people_of_one_surname_are_told_apart_by_title() -> None:
    found = cast(
        "Governor Mark Hale and Senator Ruth Hale are siblings. Senator Hale opposed Governor Hale."
    )
    assert who(found, "Senator Hale").name == "Ruth Hale"
    assert who(found, "Governor Hale").name == "Mark Hale"


def test_a_pronoun_outside_a_quotation_is_not_somebody_named_inside_it() -> None:
    found = cast(
        "Olaf Scholz smiled. “Friedrich Merz will lose,” said an aide to Scholz. He sat down."
    )
    assert who(found, "He").name != "Friedrich Merz"


def test_i_and_we_are_left_to_the_reader_of_quotations() -> None:
    found = cast("“We will win, and I will stay,” Orbán said.")
    assert who(found, "We").name == "We"
    assert who(found, "I").name == "I"


def test_a_title_split_from_its_name_by_the_parser_is_still_one_argument() -> None:
    found = cast("Ukrainian President Volodymyr Zelenskyy met the envoys.")
    given = arguments(found, "President", "Volodymyr", "Zelenskyy")
    assert given == [("Ukrainian President Volodymyr Zelenskyy", "Volodymyr Zelenskyy")]


def test_the_appositive_belongs_to_the_argument() -> None:
    found = cast("Kaja Kallas, the EU's foreign policy chief, flew to Kyiv.")
    assert arguments(found, "Kallas") == [
        ("Kaja Kallas, the EU's foreign policy chief", "Kaja Kallas")
    ]


def test_a_title_set_before_the_name_belongs_to_the_argument() -> None:
    found = cast("The team's coach, Alma Reyes, thanked the fans.")
    assert arguments(found, "coach", "Reyes") == [("The team's coach, Alma Reyes", "Alma Reyes")]


def test_countries_that_share_a_noun_are_two_parties() -> None:
    found = cast("U.S. and Russian diplomats met in Istanbul.")
    assert arguments(found, "diplomats") == [
        ("U.S.", "U.S. diplomats"),
        ("Russian diplomats", "Russian diplomats"),
    ]


def test_ministers_of_two_countries_are_known_by_their_office() -> None:
    found = cast("The French and German foreign ministers met in Weimar.")
    names = [name for _, name in arguments(found, "ministers")]
    assert names == ["Jean-Noël Barrot", "Annalena Baerbock"]


def test_the_two_leaders_are_the_two_that_were_named() -> None:
    found = cast("Macron received Xi in Lyon. The two leaders discussed trade.")
    span = next(s for s in found.doc.noun_chunks if s.text == "The two leaders")
    assert [actor.name for actor in found.members(span)] == ["Emmanuel Macron", "Xi Jinping"]


def test_three_leaders_are_not_cut_down_to_two() -> None:
    found = cast("Macron, Merz and Tusk met in Weimar. The two leaders left.")
    span = next(s for s in found.doc.noun_chunks if s.text == "The two leaders")
    assert found.members(span) == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Trump met Putin.", "Putin"),
        ("China signed the accord.", "China"),
        ("Ukrainian officials met in Paris.", "officials"),
        ("The two sides agreed.", "sides"),
        ("A delegation arrived.", "delegation"),
        ("They met on Monday.", "They"),
        ("The ministry signed a contract.", "ministry"),
        ("Economists met the chairman.", "Economists"),
        ("Egypt closed the border. It gave no reason.", "It"),
        ("The Kremlin refused.", "Kremlin"),
    ],
)
def test_people_bodies_and_countries_can_act(text: str, word: str) -> None:
    found = cast(text)
    assert found.can_act(found.doc[heads(found.doc, word)[0]])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The plan met resistance.", "plan"),
        ("The talks met with concerns.", "concerns"),
        ("They met on Monday.", "Monday"),
        ("They met in China.", "China"),
        ("They met in Istanbul.", "Istanbul"),
        ("The plan failed. It had many faults.", "It"),
        ("It was raining.", "It"),
        ("They raised $5 million.", "million"),
        ("He signed the Paris Agreement.", "Agreement"),
    ],
)
def test_things_times_and_places_cannot_act(text: str, word: str) -> None:
    found = cast(text)
    assert not found.can_act(found.doc[heads(found.doc, word)[0]])


@pytest.mark.parametrize("text", ["", "\n", "U.S.", "’s", "President", "of the", "A, B, C", "« »"])
def test_scraps_of_text_have_a_cast(text: str) -> None:
    found = cast(text)
    for token in found.doc:
        assert found.resolve(found.doc[token.i : token.i + 1]).actor_id
        assert len(found.arguments([token], "participant")) == 1


def test_every_argument_is_the_words_it_points_at() -> None:
    text = "In Oslo, Norway's Foreign Minister Espen Barth Eide and Saudi envoys met her, he said."
    found = cast(text)
    for token in found.doc:
        for argument in found.arguments([token], "participant"):
            assert argument.extent.of(text) == argument.extent.of(text).strip() != ""


def test_ministries_of_two_countries_are_two_bodies() -> None:
    found = cast("Chad's Ministry of Fisheries answered. Malta's Ministry of Fisheries did not.")
    text = found.doc.text
    first, second = (text.index(words) for words in ("Chad's Ministry", "Malta's Ministry"))
    spans = [found.doc.char_span(at, text.index("Fisheries", at) + 9) for at in (first, second)]
    chad, malta = (found.resolve(span) for span in spans if span is not None)
    assert (chad.country, malta.country) == ("TD", "MT")
    assert chad.actor_id != malta.actor_id


def test_a_body_named_after_its_country_is_the_listed_one() -> None:
    found = cast("Russia's Foreign Ministry protested.")
    assert who(found, "Russia's Foreign Ministry").actor_id == "org-russia-foreign-ministry"


def test_an_office_with_a_long_portfolio_does_not_run_into_the_name() -> None:
    found = cast("Assistant Secretary for International Organization Affairs Ada Wren spoke.")
    assert who(found, "Ada Wren").name == "Ada Wren"


def test_they_are_not_things() -> None:
    found = cast("The symptoms worsened. They lasted for weeks.")
    assert who(found, "They").name == "They"
