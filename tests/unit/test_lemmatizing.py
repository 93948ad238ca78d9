from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from extractors import lexicon
from extractors.lemmatizing import NAME, Lemmas, lemma

TABLE = {"inflected verb": {"said": "say"}, "NNS": {"children": "child"}, "MD": {"'ll": "will"}}


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("said", "VBD", "say"),
        ("Said", "VBN", "say"),
        ("insisted", "VBD", "insist"),
        ("stressed", "VBD", "stress"),
        ("planned", "VBN", "plan"),
        ("denies", "VBZ", "deny"),
        ("reaches", "VBZ", "reach"),
        ("goes", "VBZ", "go"),
        ("discussing", "VBG", "discuss"),
        ("announcing", "VBG", "announce"),
        ("pledged", "VBD", "pledge"),
        ("acquired", "VBN", "acquire"),
        ("signing", "VBG", "sign"),
        ("tried", "VBD", "try"),
        ("bring", "VB", "bring"),
        ("'ll", "MD", "will"),
        ("Children", "NNS", "child"),
        ("Ministers", "NNS", "minister"),
        ("deputies", "NNS", "deputy"),
        ("boxes", "NNS", "box"),
        ("spokesmen", "NNS", "spokesman"),
        ("crisis", "NN", "crisis"),
        ("bigger", "JJR", "big"),
        ("happiest", "JJS", "happy"),
        ("Ukrainian", "JJ", "Ukrainian"),
        ("Happy", "JJ", "happy"),
        ("Democrats", "NNPS", "Democrat"),
        ("NATO", "NNP", "NATO"),
        ("The", "DT", "the"),
    ],
)
def test_the_lemma_of_a_word(word: str, tag: str, base: str) -> None:
    assert lemma(word, tag, TABLE) == base


def test_the_component_fills_in_every_lemma_and_is_kept_on_disk(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    component = nlp.add_pipe(NAME)
    assert isinstance(component, Lemmas)
    component.table = TABLE
    nlp.to_disk(tmp_path)
    table = (tmp_path / NAME / "table.json.gz").read_bytes()
    assert table[4:8] == bytes(4), "the time of writing would make every model another"
    again = spacy.load(tmp_path)
    doc = Doc(again.vocab, ["Ministers", "said", "no"], tags=["NNS", "VBD", "UH"])
    assert [token.lemma_ for token in again.get_pipe(NAME)(doc)] == ["minister", "say", "no"]


def test_lemmas_outlive_the_memory_zone_they_were_first_found_in() -> None:
    nlp = spacy.blank("en")
    component = Lemmas(nlp.vocab)
    read = []
    for _ in range(2):
        with nlp.memory_zone():
            doc = Doc(nlp.vocab, ["quibblers"], tags=["NNS"])
            read.append(component(doc)[0].lemma_)
    assert read == ["quibbler", "quibbler"]


def test_a_component_from_bytes_is_the_same() -> None:
    nlp = spacy.blank("en")
    component = Lemmas(nlp.vocab)
    component.table = TABLE
    assert Lemmas(nlp.vocab).from_bytes(component.to_bytes()).table == TABLE


def test_every_verb_of_the_lists_has_its_forms_public() -> None:
    forms = lexicon.verb_forms()
    assert forms["insisted"] == "insist"
    assert forms["met"] == "meet"
