"""Questions of grammar, asked of a tree in Universal Dependencies and one in spaCy's scheme."""

import pytest
from spacy.tokens import Doc, Token

from extractors import syntax
from tests.trees import tree

# Xi and Modi met with Lula in Rio .
UD = tree(
    "Xi NNP PROPN nsubj 3",
    "and CC CCONJ cc 2",
    "Modi NNP PROPN conj 0",
    "met VBD VERB ROOT 3",
    "with IN ADP case 5",
    "Lula NNP PROPN obl 3",
    "in IN ADP case 7",
    "Rio NNP PROPN obl 3",
    ". . PUNCT punct 3",
)
SPACY = tree(
    "Xi NNP PROPN nsubj 3",
    "and CC CCONJ cc 0",
    "Modi NNP PROPN conj 0",
    "met VBD VERB ROOT 3",
    "with IN ADP prep 3",
    "Lula NNP PROPN pobj 4",
    "in IN ADP prep 3",
    "Rio NNP PROPN pobj 6",
    ". . PUNCT punct 3",
)

# The pact was signed by Chile , which told reporters that it left .
UD_PASSIVE = tree(
    "The DT DET det 1",
    "pact NN NOUN nsubj:pass 3",
    "was VBD AUX aux:pass 3",
    "signed VBN VERB ROOT 3",
    "by IN ADP case 5",
    "Chile NNP PROPN obl:agent 3",
    ", , PUNCT punct 8",
    "which WDT PRON nsubj 8",
    "told VBD VERB acl:relcl 5",
    "reporters NNS NOUN iobj 8",
    "that IN SCONJ mark 12",
    "it PRP PRON nsubj 12",
    "left VBD VERB ccomp 8",
    ". . PUNCT punct 3",
)
SPACY_PASSIVE = tree(
    "The DT DET det 1",
    "pact NN NOUN nsubjpass 3",
    "was VBD AUX auxpass 3",
    "signed VBN VERB ROOT 3",
    "by IN ADP agent 3",
    "Chile NNP PROPN pobj 4",
    ", , PUNCT punct 5",
    "which WDT PRON nsubj 8",
    "told VBD VERB relcl 5",
    "reporters NNS NOUN dative 8",
    "that IN SCONJ mark 12",
    "it PRP PRON nsubj 12",
    "left VBD VERB ccomp 8",
    ". . PUNCT punct 3",
)

# Iran 's envoy did not promise to sign treaties
UD_PROMISE = tree(
    "Iran NNP PROPN nmod:poss 2",
    "'s POS PART case 0",
    "envoy NN NOUN nsubj 5",
    "did VBD AUX aux 5",
    "not RB PART advmod 5",
    "promise VB VERB ROOT 5",
    "to TO PART mark 7",
    "sign VB VERB xcomp 5",
    "treaties NNS NOUN obj 7",
)
SPACY_PROMISE = tree(
    "Iran NNP PROPN poss 2",
    "'s POS PART case 0",
    "envoy NN NOUN nsubj 5",
    "did VBD AUX aux 5",
    "not RB PART neg 5",
    "promise VB VERB ROOT 5",
    "to TO PART aux 7",
    "sign VB VERB xcomp 5",
    "treaties NNS NOUN dobj 7",
)

both = pytest.mark.parametrize("doc", [UD, SPACY], ids=["ud", "spacy"])
both_passive = pytest.mark.parametrize("doc", [UD_PASSIVE, SPACY_PASSIVE], ids=["ud", "spacy"])
both_promise = pytest.mark.parametrize("doc", [UD_PROMISE, SPACY_PROMISE], ids=["ud", "spacy"])


def words(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


@both
def test_a_coordinated_subject_is_spread_out(doc: Doc) -> None:
    assert words(syntax.subjects(doc[3])) == ["Xi", "Modi"]
    assert words(syntax.agents(doc[3])) == ["Xi", "Modi"]
    assert words(syntax.conjuncts(doc[0])) == ["Xi", "Modi"]
    assert syntax.first_conjunct(doc[2]) == doc[0]


@both
def test_a_phrase_is_known_by_its_preposition(doc: Doc) -> None:
    assert syntax.preposition(doc[5]) == "with"
    assert words(syntax.prepositional(doc[3], "with")) == ["Lula"]
    assert [(prep, head.text) for prep, head in syntax.obliques(doc[3])] == [
        ("with", "Lula"),
        ("in", "Rio"),
    ]


@both
def test_the_governor_of_a_nominal_is_the_verb_past_prepositions_and_conjunctions(doc: Doc) -> None:
    assert syntax.governor(doc[5]) == doc[3]
    assert syntax.governor(doc[2]) == doc[3]
    assert syntax.governor(doc[3]) is None
    assert list(syntax.governors(doc[7])) == [doc[3]]


@both
def test_children_are_the_dependents_under_a_label(doc: Doc) -> None:
    assert words(syntax.children(doc[3], frozenset({"nsubj"}))) == ["Xi"]


@both
def test_a_noun_phrase_leaves_out_what_is_coordinated_with_it(doc: Doc) -> None:
    assert syntax.noun_phrase(doc[0]).text == "Xi"
    assert syntax.full_noun_phrase(doc[0]).text == "Xi"


@both_passive
def test_a_passive_is_seen_and_turned_round(doc: Doc) -> None:
    assert syntax.is_passive(doc[3])
    assert not syntax.is_passive(doc[8])
    assert words(syntax.agents(doc[3])) == ["Chile"]
    assert words(syntax.patients(doc[3])) == ["pact"]


@both_passive
def test_a_relative_pronoun_stands_for_its_noun(doc: Doc) -> None:
    assert words(syntax.subjects(doc[8])) == ["Chile"]


@both_passive
def test_indirect_objects_and_content_clauses_are_found(doc: Doc) -> None:
    assert words(syntax.indirect_objects(doc[8])) == ["reporters"]
    assert words(syntax.content_clauses(doc[8])) == ["left"]
    assert "that" in words(syntax.markers(doc[12]))


@both_passive
def test_auxiliaries_are_the_verbs_own(doc: Doc) -> None:
    assert words(syntax.auxiliaries(doc[3])) == ["was"]
    assert syntax.auxiliaries(doc[8]) == []


@both_passive
def test_a_phrase_can_be_cut_short_of_its_relative_clause(doc: Doc) -> None:
    assert syntax.noun_phrase(doc[5]).text == "Chile"
    cut = syntax.extent(doc[3], without=frozenset({"agent", "obl:agent", "punct"}))
    assert cut.text == "The pact was signed"


@both_promise
def test_an_infinitive_takes_its_subject_from_the_verb_above(doc: Doc) -> None:
    assert syntax.infinitive(doc[7])
    assert not syntax.infinitive(doc[5])
    assert words(syntax.subjects(doc[7])) == ["envoy"]
    assert words(syntax.open_clauses(doc[5])) == ["sign"]
    assert words(syntax.objects(doc[7])) == ["treaties"]


@both_promise
def test_a_negation_and_an_owner_are_found(doc: Doc) -> None:
    negation = syntax.negation(doc[5])
    assert negation is not None
    assert negation.text == "not"
    assert syntax.negation(doc[7]) is None
    assert words(syntax.possessors(doc[2])) == ["Iran"]


@both_promise
def test_a_verb_is_known_by_its_spelling_whatever_the_lemmatizer_says(doc: Doc) -> None:
    assert syntax.is_lemma(doc[7], "sign", "ink")
    assert not syntax.is_lemma(doc[7], "ink")


def test_who_is_urged_is_who_shall_sign() -> None:
    doc = tree(
        "Rome NNP PROPN nsubj 1",
        "urged VBD VERB ROOT 1",
        "Kyiv NNP PROPN obj 1",
        "to TO PART mark 4",
        "sign VB VERB xcomp 1",
    )
    assert words(syntax.subjects(doc[4])) == ["Kyiv"]


def test_who_visits_a_city_to_sign_is_who_shall_sign() -> None:
    doc = tree(
        "Xi NNP PROPN nsubj 1",
        "visited VBD VERB ROOT 1",
        "Hanoi NNP PROPN obj 1",
        "to TO PART mark 4",
        "sign VB VERB xcomp 1",
    )
    assert words(syntax.subjects(doc[4])) == ["Xi"]


def test_who_is_congratulated_on_signing_has_signed() -> None:
    doc = tree(
        "Rome NNP PROPN nsubj 1",
        "congratulated VBD VERB ROOT 1",
        "Chile NNP PROPN obj 1",
        "on IN SCONJ mark 4",
        "signing VBG VERB advcl 1",
    )
    assert words(syntax.subjects(doc[4])) == ["Chile"]


def test_the_last_nation_to_sign_is_the_one_that_became_it() -> None:
    doc = tree(
        "Malta NNP PROPN nsubj 1",
        "became VBD VERB ROOT 1",
        "the DT DET det 3",
        "nation NN NOUN xcomp 1",
        "to TO PART mark 5",
        "sign VB VERB acl 3",
    )
    assert words(syntax.subjects(doc[5])) == ["Malta"]


def test_a_coordinated_verb_shares_its_subject() -> None:
    doc = tree(
        "Xi NNP PROPN nsubj 1",
        "came VBD VERB ROOT 1",
        "and CC CCONJ cc 3",
        "signed VBD VERB conj 1",
        "while IN SCONJ mark 5",
        "smiling VBG VERB advcl 3",
    )
    assert words(syntax.subjects(doc[3])) == ["Xi"]
    assert words(syntax.subjects(doc[5])) == ["Xi"]
    assert words(syntax.adverbial_clauses(doc[3])) == ["smiling"]


def test_the_edges_of_a_span_are_trimmed_of_marks_and_small_words() -> None:
    doc = tree(
        ", , PUNCT punct 2",
        "and CC CCONJ cc 2",
        "Oslo NNP PROPN ROOT 2",
        ". . PUNCT punct 2",
    )
    assert syntax.trimmed(doc[0:4]).text == "Oslo"


def test_a_longer_preposition_is_given_whole() -> None:
    doc = tree(
        "ahead RB ADV case 3",
        "of IN ADP fixed 0",
        "the DT DET det 3",
        "summit NN NOUN ROOT 3",
    )
    assert syntax.preposition(doc[3]) == "ahead of"
