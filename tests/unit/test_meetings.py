"""What sentences alone can't show: both label schemes, evidence, and who is never twice a party."""

import pytest
from spacy.tokens import Doc

from extractors import meetings, parsing
from extractors.reading import read
from readout.cleaning import as_given
from readout.records import Mention
from tests.trees import tree

UD = tree(
    "Xi NNP PROPN nsubj 3",
    "and CC CCONJ cc 2",
    "Modi NNP PROPN conj 0",
    "met VBD VERB ROOT 3",
    "with IN ADP case 5",
    "Lula NNP PROPN obl 3",
    ". . PUNCT punct 3",
)
SPACY = tree(
    "Xi NNP PROPN nsubj 3",
    "and CC CCONJ cc 0",
    "Modi NNP PROPN conj 0",
    "met VBD VERB ROOT 3",
    "with IN ADP prep 3",
    "Lula NNP PROPN pobj 4",
    ". . PUNCT punct 3",
)


def found(text: str, doc: Doc | None = None) -> list[Mention]:
    parsed = doc if doc is not None else next(iter(parsing.parse([text])))
    return list(meetings.find(read(as_given("a", text, None, "2025-03-05"), parsed)))


def parties(mention: Mention, text: str) -> list[str]:
    roles = {"participant", "host", "visitor"}
    return [one.extent.of(text) for one in mention.arguments if one.role in roles]


@pytest.mark.parametrize("doc", [UD, SPACY], ids=["ud", "spacy"])
def test_a_meeting_is_found_in_either_label_scheme(doc: Doc) -> None:
    (mention,) = found(doc.text, doc)
    assert mention.trigger.of(doc.text) == "met"
    assert parties(mention, doc.text) == ["Xi", "Modi", "Lula"]


def test_a_light_verb_and_its_noun_tell_of_one_meeting() -> None:
    text = "The ministers held talks in Vienna."
    (mention,) = found(text)
    assert mention.trigger.of(text) == "held talks"


def test_a_meeting_spoken_of_again_keeps_its_parties_and_shows_the_words() -> None:
    text = "Macron met Starmer in London. During the meeting, Macron asked for support."
    first, second = found(text)
    assert parties(first, text) == parties(second, text) == ["Macron", "Starmer"]
    assert all(second.evidence.contains(one.extent) for one in second.arguments)
    assert second.confidence < first.confidence


def test_a_meeting_of_others_does_not_lend_its_parties() -> None:
    text = "Macron met Starmer in London. During the meeting, Orbán left."
    *_, last = found(text)
    assert "Starmer" not in parties(last, text)


def test_two_countries_before_one_noun_are_two_sides() -> None:
    text = "U.S. and Russian diplomats held talks in Istanbul."
    (mention,) = found(text)
    assert [one.name for one in mention.having("participant")] == ["United States", "Russia"]


def test_nobody_is_a_party_twice() -> None:
    text = "During their meeting in Prague, Fiala and Pavel discussed the budget."
    for mention in found(text):
        extents = [one.extent for one in mention.arguments if one.role == "participant"]
        assert len(extents) == len(set(extents))
        assert not any(a != b and a.overlaps(b) for a in extents for b in extents)


def test_every_extent_lies_in_the_evidence_or_is_a_date_or_place() -> None:
    text = "Wang Yi arrived in Jakarta on Monday. He met President Prabowo and two ministers there."
    for mention in found(text):
        for one in mention.arguments:
            assert one.role in {"time", "place"} or mention.evidence.contains(one.extent)


def test_a_hypothetical_name_in_a_compound_is_no_party() -> None:
    assert found("The Non-Proliferation meeting notes are long.") == []


def test_an_empty_text_tells_of_no_meeting() -> None:
    assert found("") == []
