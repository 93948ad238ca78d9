"""The words that the model parts a text into."""

import pytest
import spacy
from spacy.language import Language

from training import tokenizing


@pytest.fixture(scope="module")
def nlp() -> Language:
    return tokenizing.equipped(spacy.blank("en"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Really?! Wow!!!", ["Really", "?!", "Wow", "!!!"]),
        ("a non-profit, anti-war group", ["a", "non-profit", ",", "anti-war", "group"]),
        ("a state-owned firm", ["a", "state", "-", "owned", "firm"]),
        ("call 212-555-0123.", ["call", "212-555-0123", "."]),
        ("from 2019-20", ["from", "2019", "-", "20"]),
        ("at 7:30PM", ["at", "7:30", "PM"]),
        ("and/or", ["and", "/", "or"]),
        ("They wed; his id", ["They", "wed", ";", "his", "id"]),
        ("steel, coal, etc. and", ["steel", ",", "coal", ",", "etc.", "and"]),
        ('said "no."', ["said", '"', "no", ".", '"']),
    ],
)
def test_words_are_parted_as_in_the_treebanks(nlp: Language, text: str, words: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == words


def test_a_saved_pipeline_keeps_its_tokenizer(nlp: Language) -> None:
    loaded = spacy.blank("en").from_bytes(nlp.to_bytes())
    text = "They wed!!! A non-profit at 7PM, etc."
    assert [t.text for t in loaded.make_doc(text)] == [t.text for t in nlp.make_doc(text)]
