"""Every verb that the rules look for is known in all its forms, whatever the lemmatizer says."""

import pytest

from extractors import lexicon
from tests.trees import tree

VERBS = lexicon.load("verbs")
LEMMAS = {*VERBS["regular"], *VERBS["doubling"], *VERBS["irregular"]}
# One word in two spellings.
SPELLINGS = {"lambast": "lambaste"}


def forms(lemma: str) -> set[str]:
    irregular = VERBS["irregular"].get(lemma)
    doubles = lemma in VERBS["doubling"]
    if irregular is None:
        return lexicon.regular_forms(lemma, doubles=doubles)
    return {lemma, *irregular}


def test_every_form_of_a_verb_leads_back_to_it() -> None:
    wrong = []
    for lemma in sorted(LEMMAS):
        for form in sorted(forms(lemma)):
            doc = tree("They PRP PRON nsubj 1", f"{form} VBD VERB ROOT 1")
            if lexicon.lemma(doc[1]) not in {lemma, SPELLINGS.get(lemma, lemma)}:
                wrong.append((form, lemma, lexicon.lemma(doc[1])))
    assert not wrong


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("occurred", "occur"),
        ("occurring", "occur"),
        ("concurred", "concur"),
        ("slammed", "slam"),
        ("permitted", "permit"),
        ("stepped", "step"),
        ("denies", "deny"),
        ("agreeing", "agree"),
        ("cancelled", "cancel"),
        ("canceled", "cancel"),
        ("vetoed", "veto"),
        ("foregone", None),
        ("said", "say"),
        ("met", "meet"),
        ("withdrew", "withdraw"),
        ("beginning", "begin"),
        ("has", "have"),
        ("sent", "send"),
    ],
)
def test_a_form_as_english_spells_it_is_known(form: str, lemma: str | None) -> None:
    assert lexicon.verb_lemma(form) == lemma


def test_a_verb_of_one_vowel_and_one_consonant_doubles_it() -> None:
    short = {
        verb
        for verb in VERBS["regular"]
        if len(verb) > 2
        and verb[-1] in "bdgmnprt"
        and verb[-2] in "aeiou"
        and verb[-3] not in "aeiou"
        and sum(letter in "aeiouy" for letter in verb) == 1
    }
    assert not short


@pytest.mark.parametrize(
    ("name", "verbs"),
    [
        ("control", [*lexicon.load("control")["object"], *lexicon.load("control")["gerund"]]),
        ("places", lexicon.load("places")["motion"]),
        ("factuality", lexicon.load("factuality")["words"]["reporting"]),
        *(
            (f"meetings.{table}", list(lexicon.load("meetings")[table]))
            for table in ("mutual", "receiving", "visiting", "gathering", "light", "hosting")
        ),
    ],
)
def test_the_verbs_of_every_list_are_known_by_their_forms(name: str, verbs: list[str]) -> None:
    heads = {verb.split()[0] for verb in verbs} - {"be"}
    unknown = sorted(verb for verb in heads if lexicon.verb_lemma(verb) != verb)
    assert not unknown, f"{name} has verbs that verbs.toml lacks: {unknown}"
