"""Nouns that report: the minister's claim that …, a promise by the company to …."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extractors import syntax
from extractors.lexicon import load, verb_lemma
from extractors.statements.contents import Reach, has_that, markers_end
from extractors.statements.cues import Sense, noun_senses
from extractors.statements.drafts import Draft
from extractors.statements.passages import extent_of, left_edge, right_edge
from extractors.statements.persons import can_speak


def nominal(reach: Reach) -> Iterator[Draft]:
    """Every statement that a noun tells of."""
    for token in reach.doc:
        for sense in noun_senses(token):
            draft = _reported(reach, token, sense)
            if draft is not None:
                yield draft
                break


def _reported(reach: Reach, noun: Token, sense: Sense) -> Draft | None:
    speaker = speaker_of_noun(noun)
    predicated = _predicated(noun) if speaker is not None and "that" in sense.frames else None
    head = predicated.head if predicated is not None else _content_head(noun, sense)
    start = predicated.i + 1 if predicated is not None else left_edge(head) if head else noun.i
    if head is None or start <= noun.i:
        return None
    content = reach.bounded(start if predicated else markers_end(head), right_edge(head))
    if content is None or (speaker is None and (sense.belief or syntax.infinitive(head))):
        return None
    return Draft(
        noun,
        extent_of(noun.doc[noun.i : noun.i + 1]),
        (extent_of(content),),
        "noun is" if predicated is not None else "noun",
        0.6 - (0.3 if sense.belief else 0),
        speaker,
        sense.act,
        sense.belief,
    )


def _predicated(noun: Token) -> Token | None:
    """The *that* of "her argument was that it is late"; None where the noun has no such clause."""
    be = next((t for t in noun.head.lefts if t.dep_ == "cop" and t.i > noun.i), None)
    if noun.dep_ not in syntax.SUBJECT or be is None or be.i + 1 >= len(noun.doc):
        return None
    that = be.nbor()
    return (
        that if that.lower_ == "that" and that.dep_ == "mark" and that.head == noun.head else None
    )


def _content_head(noun: Token, sense: Sense) -> Token | None:
    for child in noun.rights:
        if child.dep_ in {"acl", "ccomp", "acl:relcl", "appos", "advcl"} and _is_content(
            child, sense
        ):
            return child
    verb = noun.head
    if noun.dep_ in syntax.OBJECT and noun.i > verb.i:
        for child in verb.rights:
            if child.dep_ == "ccomp" and child.i > noun.i and has_that(child):
                return child
    return None


def _is_content(clause: Token, sense: Sense) -> bool:
    if "that" in sense.frames and has_that(clause):
        return True
    return "infinitive" in sense.frames and syntax.infinitive(clause) and clause.dep_ == "acl"


def speaker_of_noun(noun: Token) -> Span | None:
    """Whose words they are: the possessor, "by" or "from" somebody, or who made them."""
    heads = syntax.possessors(noun) or syntax.prepositional(noun, "by", "from")
    if not heads and noun.dep_ in syntax.OBJECT and _lends_speaker(noun.head):
        heads = [token for token in syntax.subjects(noun.head) if can_speak(token)]
    return syntax.full_noun_phrase(heads[0]) if heads else None


def _lends_speaker(verb: Token) -> bool:
    lemma = verb_lemma(verb.lower_) or verb.lemma_.lower()
    return lemma in load("reporting")["attribution"]["light_verbs"]
