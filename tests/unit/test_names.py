"""Names that lists, titles and the text itself complete, on texts and on trees written by hand."""

import pytest
from spacy.tokens import Doc, Span

from extractors import names, parsing
from tests.trees import tree


def found(text: str) -> set[tuple[str, str]]:
    (doc,) = parsing.parse([text])
    return {(name.text, name.label_) for name in doc.ents}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("China said it would answer.", "China", "GPE"),
        ("Moscow warned Kyiv.", "Moscow", "GPE"),
        ("Moscow warned Kyiv.", "Kyiv", "GPE"),
        ("They flew to Kharkiv.", "Kharkiv", "GPE"),
        ("Georgia and Jordan signed the pact.", "Jordan", "GPE"),
        ("Russian troops left the town.", "Russian", "NORP"),
        ("The South Koreans agreed.", "South Koreans", "NORP"),
        ("The EU agreed.", "EU", "ORG"),
        ("Foreign Minister Jean-Noël Barrot agreed.", "Jean-Noël Barrot", "PERSON"),
        ("They spoke with Sen. Ruel Tadashi.", "Ruel Tadashi", "PERSON"),
        ("Mr Shmyhal agreed.", "Shmyhal", "PERSON"),
        ("Her coach, Alireza Mohebbi, agreed.", "Alireza Mohebbi", "PERSON"),
        ("The Varnish Trade Union agreed.", "Varnish Trade Union", "ORG"),
    ],
)
def test_a_name_is_known_by_lists_and_titles(text: str, name: str, label: str) -> None:
    assert (name, label) in found(text)


def test_a_surname_is_known_from_the_full_name_in_another_paragraph() -> None:
    text = "Foreign Minister Oyelaran Tofunmi resigned.\n\nBy Friday, Tofunmi was gone."
    (doc,) = parsing.parse([text])
    assert [e.text for e in doc.ents if e.label_ == "PERSON"] == ["Oyelaran Tofunmi", "Tofunmi"]


def test_a_country_inside_a_longer_name_is_no_name_of_its_own() -> None:
    assert ("China", "GPE") not in found("The Bank of China closed a branch.")


def test_a_country_in_the_name_of_an_election_is_part_of_it() -> None:
    doc = tree(
        "the DT DET det 4",
        "2003 CD NUM nummod 4",
        "Ontario NNP PROPN compound 4",
        "general JJ ADJ amod 4",
        "election NN NOUN ROOT 4",
    )
    assert not names.complete(doc).ents


def test_labels_of_other_models_become_ours_and_dates_are_dropped() -> None:
    doc = tree(
        "Ada NNP PROPN nsubj 1",
        "left VBD VERB ROOT 1",
        "Heathrow NNP PROPN dobj 1",
        "Friday NNP PROPN npadvmod 1",
    )
    doc.set_ents([Span(doc, 0, 1, "PER"), Span(doc, 2, 3, "FAC"), Span(doc, 3, 4, "DATE")])
    assert [(e.text, e.label_) for e in names.complete(doc).ents] == [
        ("Ada", "PERSON"),
        ("Heathrow", "LOC"),
    ]


@pytest.mark.parametrize(
    ("label", "kind"),
    [("PERSON", 0), ("PER", 0), ("GPE", 1), ("LOC", 1), ("FAC", 1), ("ORG", 2), ("NORP", None)],
)
def test_a_label_says_person_place_or_body_whoever_gave_it(label: str, kind: int | None) -> None:
    doc: Doc = tree("Ada NNP PROPN ROOT 0")
    doc[0].ent_type_ = label
    asked = [names.is_person(doc[0]), names.is_place(doc[0]), names.is_body(doc[0])]
    assert asked == [kind == 0, kind == 1, kind == 2]
