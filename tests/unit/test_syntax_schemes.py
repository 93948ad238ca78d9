"""Every question of grammar has one answer, in Universal Dependencies and in spaCy's scheme."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from spacy.tokens import Doc, Span, Token

from extractors import syntax
from tests.trees import tree

UD, SPACY = "Universal Dependencies", "spaCy's English scheme"
SCHEMES = (UD, SPACY)


def in_both(*rows: str) -> dict[str, Doc]:
    """One sentence in both schemes: "text TAG pos label head | label head", the second spaCy's."""
    ud, other = [], []
    for row in rows:
        word, _, second = row.partition(" | ")
        ud.append(word)
        other.append(" ".join([*word.split()[:3], *second.split()]) if second else word)
    return {UD: tree(*ud), SPACY: tree(*other)}


SIGNED = in_both(
    "The DT DET det 1",
    "pact NN NOUN nsubj:pass 4 | nsubjpass 4",
    "was VBD AUX aux:pass 4 | auxpass 4",
    "not RB PART advmod 4 | neg 4",
    "signed VBN VERB ROOT 4",
    "by IN ADP case 6 | agent 4",
    "Chile NNP PROPN obl:agent 4 | pobj 5",
    "and CC CCONJ cc 8 | cc 6",
    "Peru NNP PROPN conj 6",
    ", , PUNCT punct 11 | punct 8",
    "which WDT PRON nsubj 11",
    "told VBD VERB acl:relcl 8 | relcl 8",
    "reporters NNS NOUN iobj 11 | dative 11",
    "that IN SCONJ mark 15",
    "it PRP PRON nsubj 15",
    "left VBD VERB ccomp 11",
    ". . PUNCT punct 4",
)
URGED = in_both(
    "Rome NNP PROPN nmod:poss 2 | poss 2",
    "'s POS PART case 0",
    "envoy NN NOUN nsubj 5",
    "has VBZ AUX aux 5",
    "also RB ADV advmod 5",
    "urged VBN VERB ROOT 5",
    "Kyiv NNP PROPN obj 5 | dobj 5",
    "to TO PART mark 8 | aux 8",
    "sign VB VERB xcomp 5",
    "treaties NNS NOUN obj 8 | dobj 8",
    "after IN SCONJ mark 11 | prep 5",
    "meeting VBG VERB advcl 5 | pcomp 10",
    "Xi NNP PROPN obj 11 | dobj 11",
)
SPOKE = in_both(
    "Xi NNP PROPN nsubj 6",
    ", , PUNCT punct 3 | punct 0",
    "the DT DET det 3",
    "president NN NOUN appos 0",
    ", , PUNCT punct 3 | punct 0",
    "separately RB ADV advmod 6",
    "spoke VBD VERB ROOT 6",
    "with IN ADP case 8 | prep 6",
    "Lula NNP PROPN obl 6 | pobj 7",
    "ahead RB ADV case 12 | advmod 6",
    "of IN ADP fixed 9 | prep 9",
    "the DT DET det 12",
    "summit NN NOUN obl 6 | pobj 10",
    "because IN SCONJ case 15 | prep 6",
    "of IN ADP fixed 13 | pcomp 13",
    "rain NN NOUN obl 6 | pobj 13",
)
CONGRATULATED = in_both(
    "Ada NNP PROPN nsubj 1",
    "congratulated VBD VERB ROOT 1",
    "Brazil NNP PROPN obj 1 | dobj 1",
    "on IN SCONJ mark 4 | prep 1",
    "signing VBG VERB advcl 1 | pcomp 3",
    "and CC CCONJ cc 6 | cc 1",
    "left VBD VERB conj 1",
)
GAVE = in_both(
    "He PRP PRON nsubj 1",
    "gave VBD VERB ROOT 1",
    "books NNS NOUN obj 1 | dobj 1",
    "to IN ADP case 4 | dative 1",
    "Ada NNP PROPN obl 1 | pobj 3",
)
TALKS = in_both(
    "Talks NNS NOUN nsubj 3",
    "held VBN VERB acl 0",
    "quietly RB ADV advmod 1",
    "failed VBD VERB ROOT 3",
)

BECAME = in_both(
    "Malta NNP PROPN nsubj 1",
    "became VBD VERB ROOT 1",
    "the DT DET det 4",
    "last JJ ADJ amod 4",
    "nation NN NOUN xcomp 1 | attr 1",
    "to TO PART mark 6 | aux 6",
    "sign VB VERB acl 4 | relcl 4",
    "and CC CCONJ cc 8 | cc 6",
    "ratify VB VERB conj 6",
)
PRESSED = in_both(
    "Pressure NN NOUN nsubj 7",
    "on IN ADP case 2 | prep 0",
    "Iran NNP PROPN nmod 0 | pobj 1",
    "and CC CCONJ cc 4 | cc 2",
    "Syria NNP PROPN conj 2",
    "to TO PART mark 6 | aux 6",
    "sign VB VERB acl 0",
    "grew VBD VERB ROOT 7",
    ", , PUNCT punct 7",
    "according VBG VERB case 11 | prep 7",
    "to IN ADP fixed 9 | prep 9",
    "officials NNS NOUN obl 7 | pobj 10",
)
OPTED = in_both(
    "The DT DET det 1",
    "pact NN NOUN nsubj 5",
    "which WDT PRON obj 4 | dobj 4",
    "Chile NNP PROPN nsubj 4",
    "signed VBD VERB acl:relcl 1 | relcl 1",
    "fell VBD VERB ROOT 5",
    "because IN SCONJ mark 9",
    "Peru NNP PROPN nsubj 9",
    "had VBD AUX aux 9",
    "opted VBN VERB advcl 5",
    "out RP ADP case 13 | prep 9",
    "of IN ADP fixed 10 | prep 10",
    "the DT DET det 13",
    "talks NNS NOUN obl 9 | pobj 11",
    "and CC CCONJ cc 15 | cc 9",
    "left VBN VERB conj 9",
)
NEITHER = in_both(
    "Neither CC CCONJ cc:preconj 1 | preconj 1",
    "Rome NNP PROPN nsubj:pass 5 | nsubjpass 5",
    "nor CC CCONJ cc 3 | cc 1",
    "Bonn NNP PROPN conj 1",
    "was VBD AUX aux:pass 5 | auxpass 5",
    "invited VBN VERB ROOT 5",
    "or CC CCONJ cc 7 | cc 5",
    "warned VBN VERB conj 5",
    "by IN ADP case 9 | agent 7",
    "Xi NNP PROPN obl:agent 7 | pobj 8",
    "; : PUNCT punct 5",
    "no DT DET det 12",
    "talks NNS NOUN nsubj:pass 14 | nsubjpass 14",
    "were VBD AUX aux:pass 14 | auxpass 14",
    "held VBN VERB parataxis 5 | ccomp 5",
    "between IN ADP case 16 | prep 14",
    "Oslo NNP PROPN obl 14 | pobj 15",
    "and CC CCONJ cc 18 | cc 16",
    "Riga NNP PROPN conj 16",
)

CALLED = in_both(
    "Rome NNP PROPN nsubj 1",
    "called VBD VERB ROOT 1",
    "the DT DET det 3",
    "summit NN NOUN obj 1 | dobj 1",
    "off RP ADP compound:prt 1 | prt 1",
    "last JJ ADJ amod 6",
    "week NN NOUN obl:unmarked 1 | npadvmod 1",
)

Answer = object


@dataclass(frozen=True)
class Question:
    """A question asked of one sentence, and its answer in words."""

    function: str
    docs: dict[str, Doc]
    ask: Callable[[Doc], Answer]
    answer: Answer


def words(found: object) -> Answer:
    if isinstance(found, Token):
        return found.text
    if isinstance(found, Span):
        return found.text
    if isinstance(found, tuple):
        return tuple(words(one) for one in found)
    if isinstance(found, str | bool) or found is None:
        return found
    return [words(one) for one in found]  # type: ignore[attr-defined]  # a list or an iterator


QUESTIONS = [
    Question("subjects", SIGNED, lambda d: syntax.subjects(d[4]), ["pact"]),
    Question("subjects", SIGNED, lambda d: syntax.subjects(d[11]), ["Peru"]),
    Question("subjects", URGED, lambda d: syntax.subjects(d[8]), ["Kyiv"]),
    Question("subjects", URGED, lambda d: syntax.subjects(d[11]), ["envoy"]),
    Question("subjects", CONGRATULATED, lambda d: syntax.subjects(d[4]), ["Brazil"]),
    Question("subjects", CONGRATULATED, lambda d: syntax.subjects(d[6]), ["Ada"]),
    Question("subjects", TALKS, lambda d: syntax.subjects(d[1]), ["Talks"]),
    Question("subjects", BECAME, lambda d: syntax.subjects(d[6]), ["Malta"]),
    Question("subjects", BECAME, lambda d: syntax.subjects(d[8]), ["Malta"]),
    Question("subjects", PRESSED, lambda d: syntax.subjects(d[6]), ["Iran", "Syria"]),
    Question("subjects", OPTED, lambda d: syntax.subjects(d[15]), ["Peru"]),
    Question("subjects", NEITHER, lambda d: syntax.subjects(d[5]), ["Rome", "Bonn"]),
    Question("subjects", NEITHER, lambda d: syntax.subjects(d[7]), ["Rome", "Bonn"]),
    Question("objects", OPTED, lambda d: syntax.objects(d[4]), ["pact"]),
    Question("objects", URGED, lambda d: syntax.objects(d[8]), ["treaties"]),
    Question("objects", GAVE, lambda d: syntax.objects(d[1]), ["books"]),
    Question("indirect_objects", SIGNED, lambda d: syntax.indirect_objects(d[11]), ["reporters"]),
    Question("indirect_objects", GAVE, lambda d: syntax.indirect_objects(d[1]), []),
    Question("agents", SIGNED, lambda d: syntax.agents(d[4]), ["Chile", "Peru"]),
    Question("agents", NEITHER, lambda d: syntax.agents(d[7]), ["Xi"]),
    Question("agents", NEITHER, lambda d: syntax.agents(d[14]), []),
    Question("agents", GAVE, lambda d: syntax.agents(d[1]), ["He"]),
    Question("patients", SIGNED, lambda d: syntax.patients(d[4]), ["pact"]),
    Question("patients", NEITHER, lambda d: syntax.patients(d[7]), ["Rome", "Bonn"]),
    Question("patients", NEITHER, lambda d: syntax.patients(d[14]), ["talks"]),
    Question("patients", GAVE, lambda d: syntax.patients(d[1]), ["books"]),
    Question("is_passive", SIGNED, lambda d: syntax.is_passive(d[4]), answer=True),
    Question("is_passive", SIGNED, lambda d: syntax.is_passive(d[11]), answer=False),
    Question("is_passive", NEITHER, lambda d: syntax.is_passive(d[7]), answer=True),
    Question("is_passive", OPTED, lambda d: syntax.is_passive(d[15]), answer=False),
    Question("is_passive", TALKS, lambda d: syntax.is_passive(d[1]), answer=True),
    Question("auxiliaries", SIGNED, lambda d: syntax.auxiliaries(d[4]), ["was"]),
    Question("auxiliaries", OPTED, lambda d: syntax.auxiliaries(d[15]), ["had"]),
    Question("auxiliaries", URGED, lambda d: syntax.auxiliaries(d[8]), []),
    Question("children", SIGNED, lambda d: syntax.children(d[11], syntax.SUBJECT), ["which"]),
    Question("children", CALLED, lambda d: syntax.children(d[1], syntax.PARTICLE), ["off"]),
    Question("conjuncts", SIGNED, lambda d: syntax.conjuncts(d[6]), ["Chile", "Peru"]),
    Question("conjuncts", GAVE, lambda d: syntax.conjuncts(d[0]), ["He"]),
    Question("first_conjunct", SIGNED, lambda d: syntax.first_conjunct(d[8]), "Chile"),
    Question("governor", SIGNED, lambda d: syntax.governor(d[8]), "signed"),
    Question("governor", GAVE, lambda d: syntax.governor(d[4]), "gave"),
    Question("governor", SIGNED, lambda d: syntax.governor(d[4]), None),
    Question("governor", PRESSED, lambda d: syntax.governor(d[4]), "Pressure"),
    Question("governor", PRESSED, lambda d: syntax.governor(d[11]), "grew"),
    Question("governor", OPTED, lambda d: syntax.governor(d[13]), "opted"),
    Question("governor", SPOKE, lambda d: syntax.governor(d[12]), "spoke"),
    Question("governor", SPOKE, lambda d: syntax.governor(d[15]), "spoke"),
    Question("governors", SIGNED, lambda d: syntax.governors(d[15]), ["told", "Peru", "signed"]),
    Question("possessors", URGED, lambda d: syntax.possessors(d[2]), ["Rome"]),
    Question("possessors", GAVE, lambda d: syntax.possessors(d[2]), []),
    Question("content_clauses", SIGNED, lambda d: syntax.content_clauses(d[11]), ["left"]),
    Question("open_clauses", URGED, lambda d: syntax.open_clauses(d[5]), ["sign"]),
    Question("adverbial_clauses", OPTED, lambda d: syntax.adverbial_clauses(d[5]), ["opted"]),
    Question("adverbial_clauses", URGED, lambda d: syntax.adverbial_clauses(d[5]), ["meeting"]),
    Question("negation", SIGNED, lambda d: syntax.negation(d[4]), "not"),
    Question("negation", SIGNED, lambda d: syntax.negation(d[11]), None),
    Question("negation", NEITHER, lambda d: syntax.negation(d[1]), "Neither"),
    Question("negation", NEITHER, lambda d: syntax.negation(d[12]), "no"),
    Question("infinitive", URGED, lambda d: syntax.infinitive(d[8]), answer=True),
    Question("infinitive", URGED, lambda d: syntax.infinitive(d[5]), answer=False),
    Question("markers", SIGNED, lambda d: syntax.markers(d[15]), ["that"]),
    Question("markers", URGED, lambda d: syntax.markers(d[8]), ["to"]),
    Question("markers", URGED, lambda d: syntax.markers(d[11]), ["after"]),
    Question("is_lemma", SIGNED, lambda d: syntax.is_lemma(d[4], "sign"), answer=True),
    Question("is_lemma", SIGNED, lambda d: syntax.is_lemma(d[4], "tell"), answer=False),
    Question("preposition", SIGNED, lambda d: syntax.preposition(d[8]), "by"),
    Question("preposition", SPOKE, lambda d: syntax.preposition(d[12]), "ahead of"),
    Question("preposition", SPOKE, lambda d: syntax.preposition(d[15]), "because of"),
    Question("preposition", SPOKE, lambda d: syntax.preposition(d[0]), ""),
    Question("preposition", PRESSED, lambda d: syntax.preposition(d[11]), "according to"),
    Question("preposition", PRESSED, lambda d: syntax.preposition(d[4]), "on"),
    Question("preposition", OPTED, lambda d: syntax.preposition(d[13]), "out of"),
    Question(
        "prepositional", SIGNED, lambda d: syntax.prepositional(d[4], "by"), ["Chile", "Peru"]
    ),
    Question(
        "prepositional", NEITHER, lambda d: syntax.prepositional(d[14], "between"), ["Oslo", "Riga"]
    ),
    Question(
        "prepositional",
        PRESSED,
        lambda d: syntax.prepositional(d[7], "according to"),
        ["officials"],
    ),
    Question("prepositional", GAVE, lambda d: syntax.prepositional(d[1], "to"), ["Ada"]),
    Question(
        "obliques",
        SPOKE,
        lambda d: syntax.obliques(d[6]),
        [("with", "Lula"), ("ahead of", "summit"), ("because of", "rain")],
    ),
    Question("obliques", CALLED, lambda d: syntax.obliques(d[1]), [("", "week")]),
    Question("obliques", PRESSED, lambda d: syntax.obliques(d[0]), [("on", "Iran")]),
    Question("obliques", OPTED, lambda d: syntax.obliques(d[9]), [("out of", "talks")]),
    Question("noun_phrase", OPTED, lambda d: syntax.noun_phrase(d[1]), "The pact"),
    Question("noun_phrase", URGED, lambda d: syntax.noun_phrase(d[2]), "Rome 's envoy"),
    Question("noun_phrase", SPOKE, lambda d: syntax.noun_phrase(d[0]), "Xi"),
    Question("noun_phrase", SIGNED, lambda d: syntax.noun_phrase(d[8]), "Peru"),
    Question(
        "full_noun_phrase", SPOKE, lambda d: syntax.full_noun_phrase(d[0]), "Xi , the president"
    ),
    Question("full_noun_phrase", OPTED, lambda d: syntax.full_noun_phrase(d[1]), "The pact"),
    Question("extent", GAVE, lambda d: syntax.extent(d[4]), "Ada"),
    Question("extent", TALKS, lambda d: syntax.extent(d[0]), "Talks held quietly"),
    Question("sentence", GAVE, lambda d: syntax.sentence(d[4]), "He gave books to Ada"),
    Question("trimmed", SIGNED, lambda d: syntax.trimmed(d[7:10]), "Peru"),
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: f"{q.function}: {q.answer}")
def test_the_answer_is_the_same_in_both_schemes(question: Question, scheme: str) -> None:
    answer = words(question.ask(question.docs[scheme]))
    assert answer == question.answer


def test_a_tree_is_known_by_its_labels() -> None:
    assert syntax.is_universal(SIGNED[UD])
    assert not syntax.is_universal(SIGNED[SPACY])


def test_every_public_function_is_asked_in_both_schemes() -> None:
    public = {name for name in syntax.__all__ if callable(getattr(syntax, name))}
    for scheme in SCHEMES:
        asked = {q.function for q in QUESTIONS if scheme in q.docs} | {"is_universal"}
        assert not public - asked, f"without a question in {scheme}: {sorted(public - asked)}"
        assert not asked - public, f"no public function: {sorted(asked - public)}"
