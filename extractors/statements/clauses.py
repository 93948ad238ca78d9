"""Finite clauses as content: said that …, told reporters it …, asked whether …."""

from spacy.tokens import Span, Token

from extractors import syntax
from extractors.statements.conjunctions import NAME_WORDS, SUBJECT_CASE, that_after
from extractors.statements.contents import Content, Reach, has_that, markers_end
from extractors.statements.cues import Cue
from extractors.statements.embedded import is_said_of_things
from extractors.statements.passages import (
    QUESTION_TAGS,
    WHEN_SAID,
    left_edge,
    sentence_end,
)
from extractors.statements.persons import RELATIVE
from extractors.statements.questions import free_questions, has_tense
from extractors.syntax.labels import FINITE

OBJECT_CASE = frozenset({"me", "him", "us", "them"})
# How many tokens after the cue the verb of a clause without "that" may stand.
VERB_WITHIN = 15
VERB_WITHIN_SAID = 40


def clause(reach: Reach, cue: Cue) -> Content | None:
    """A clause after the verb: said that …, told reporters it …, asked whether …."""
    if not cue.takes("that", "that!", "question") or _discerns(cue):
        return None
    if is_said_of_things(reach, cue):
        return None
    for head in _clauses_after(cue):
        asks = reach.doc[left_edge(head)].tag_ in QUESTION_TAGS or (
            reach.doc[left_edge(head)].lower_ in {"if", "whether"}
        )
        asks &= cue.takes("question")
        if not (has_that(head) or asks or _stands_without_that(cue, head)):
            continue
        if span := reach.clause(cue, _start(reach, cue, head), head):
            return [span], "question" if asks else "that"
    for word, head in free_questions(cue):
        if span := reach.clause(cue, word.i, head):
            return [span], "question"
    that = that_after(reach, cue)
    if that is not None and (span := reach.clause(cue, that.i + 1, None)):
        return [span], "that"
    return None


def _discerns(cue: Cue) -> bool:
    """Could tell by his shoes that: to tell nobody is to make out."""
    if cue.head.lower_ != "tell" or any(
        child.i > cue.head.i
        for child in cue.head.children
        if child.dep_ in syntax.OBJECT | syntax.INDIRECT_OBJECT
    ):
        return False
    return any(
        token.lower_ in {"can", "could", "ca", "cannot"} for token in syntax.auxiliaries(cue.head)
    )


def _start(reach: Reach, cue: Cue, head: Token) -> int:
    """Where the clause starts; all after the verb where the parser cut its subject in two."""
    start = markers_end(head)
    that = reach.doc[cue.words.end]  # there is one: the clause stands after the cue
    if that.lower_ == "that" and that.tag_ == "IN":
        return cue.words.end + 1
    gap = reach.doc[cue.words.end : start]
    named = all(t.pos_ in NAME_WORDS or (t.pos_ == "ADP" and t.i > gap[0].i) for t in gap)
    if named and len(gap) and not has_that(head) and not cue.takes("tells", "question"):
        start = cue.words.end
    while start < head.i and reach.doc[start].lower_ in WHEN_SAID:
        start += 1
    return start


def _clauses_after(cue: Cue) -> list[Token]:
    found = [
        head
        for head in cue.head.rights
        if head.dep_ in syntax.CONTENT_CLAUSE
        or (head.dep_ in {"xcomp", "acl", "parataxis", "conj"} and has_that(head))
        or (head.dep_ == "xcomp" and syntax.children(head, syntax.SUBJECT) and has_tense(head))
    ]
    return [head for head in found if left_edge(head) >= cue.words.end and has_tense(head)]


def rest(reach: Reach, cue: Cue) -> Content | None:
    """A clause that the parser hung elsewhere: a noun phrase and a tensed verb after the cue."""
    if not cue.takes("that", "that!") or cue.is_belief or syntax.is_passive(cue.head):
        return None
    if not (cue.takes("that") or _subject_follows(cue)) or is_said_of_things(reach, cue):
        return None
    saying = cue.head.tag_ == "VBG" and cue.takes("word")
    finite = cue.head.tag_ in {"VBD", "VBZ", "VBP"} or bool(syntax.auxiliaries(cue.head))
    if not finite and not saying:
        return None
    start, end = cue.words.end, sentence_end(cue.head)
    while start < end and (reach.doc[start].lower_ in WHEN_SAID or reach.doc[start].lower_ == "on"):
        start += 1
    verb = _verb_near(reach.doc[start:end], said=cue.takes("word"))
    if verb is None:
        return None
    if cue.takes("tells"):
        subjects = syntax.children(verb, syntax.SUBJECT | syntax.PASSIVE_SUBJECT)
        start = max(start, left_edge(subjects[0])) if subjects else start
    span = reach.bounded(start, end)
    return ([span], "that") if span else None


def _verb_near(words: Span, *, said: bool) -> Token | None:
    """The finite verb that a noun phrase right after the cue is the subject of.

    After "said" nothing but a clause can follow: commas and distance do not stop the search.
    """
    aside = False
    for place, token in enumerate(words[: VERB_WITHIN_SAID if said else VERB_WITHIN]):
        if place and token.tag_ in RELATIVE and words[place - 1].text == ",":
            aside = True  # said the pact, which was signed in May, gave …
        elif aside and token.text == ",":
            aside = False
            continue
        if aside:
            continue
        if place == 0 and (token.pos_ in {"ADP", "ADV"} or token.tag_ in FINITE):
            return None
        gerund = said and place == 0 and token.tag_ == "VBG"  # said mending it may take a year
        if (_ends_search(token) and not gerund) or (not said and _ends_phrase(token)):
            return None
        if token.tag_ in FINITE:
            return token.head if token.dep_ in syntax.AUXILIARY | {"cop"} else token
    return None


def _ends_search(token: Token) -> bool:
    return (
        token.tag_ in QUESTION_TAGS | {"VBG", "TO"}
        or token.text in {"?", "!", ".", "”"}
        or token.lower_ in OBJECT_CASE
    )


def _ends_phrase(token: Token) -> bool:
    return token.text in {",", ";", ":"} or token.pos_ in {"CCONJ", "SCONJ"}


def _stands_without_that(cue: Cue, head: Token) -> bool:
    """A clause needs a subject; after verbs that also take things, one that is no object."""
    subjects = syntax.children(head, syntax.SUBJECT | syntax.PASSIVE_SUBJECT | {"expl"})
    plain = cue.takes("that", "question") or not cue.is_belief
    found = cue.head.tag_ == "VBD" and head.tag_ != "VB"  # found the levels were low
    return bool(subjects) and (plain or found or _subject_follows(cue))


def _subject_follows(cue: Cue) -> bool:
    """Notes he favours: what follows is no object by its case."""
    doc, end = cue.head.doc, cue.words.end
    return end < len(doc) and doc[end].lower_ in SUBJECT_CASE
