"""Clauses that somebody reports without *that*, where the parser made a thing of their subject.

Police reported the dam | *collapsed*: a past tense was taken for a participle of the noun. They
concluded otters living there | *were* clever: the verb was found, and its subject left outside.
"""

from functools import cache

from spacy.tokens import Token

from extractors.lexicon import load, verb_lemma
from extractors.mending.tree import attach
from extractors.syntax.labels import FINITE

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl", "nsubj:outer"})
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
# Given a thing, these leave another behind: the man awarded the prize.
GIVING = frozenset(
    {"accord", "ask", "award", "call", "deem", "deny", "give", "grant", "name", "offer", "pay"}
    | {"send", "show", "teach", "tell", "elect", "appoint", "dub", "charge", "owe", "cost"}
)


@cache
def _reporting() -> frozenset[str]:
    """Verbs that take a clause, beliefs among them."""
    groups = load("reporting")["verb"]
    return frozenset(
        lemma
        for group in groups
        if {"that", "that!"} & {*group["frames"]}
        for lemma in group["lemmas"]
    )


@cache
def _intransitives() -> frozenset[str]:
    return frozenset(load("intransitives")["past"])


def mend(token: Token) -> None:
    """Give the clause that this verb reports its subject, or its verb."""
    if token.pos_ != "VERB" or verb_lemma(token.lower_) not in _reporting() or _is_done_to(token):
        return
    noun = next((c for c in token.rights if c.dep_ == "obj" and c.pos_ != "PRON"), None)
    if noun is None:
        return
    verb = _without_subject(token, noun)
    if verb is not None:
        passive = any(child.dep_ == "aux:pass" for child in verb.children)
        attach(noun, verb, "nsubj:pass" if passive else "nsubj")
    elif (verb := _taken_for_participle(noun)) is not None:
        verb.tag_ = "VBD"
        attach(verb, token, "ccomp")
        attach(noun, verb, "nsubj")


def _is_done_to(verb: Token) -> bool:
    """A passive, or a participle: what follows it is not reported by anybody before it."""
    if any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children):
        return True
    return verb.tag_ == "VBN" and not any(child.dep_ == "aux" for child in verb.children)


def _without_subject(report: Token, noun: Token) -> Token | None:
    """The finite verb right behind the noun's phrase whose clause lacks a subject."""
    for clause in report.rights:
        if clause.dep_ != "ccomp" or clause.i < noun.i:
            continue
        group = [child for child in clause.lefts if child.dep_ in AUXILIARIES]
        first = group[0] if group else clause
        opened = any(child.dep_ in SUBJECTS | {"mark", "cc"} for child in clause.lefts)
        if first.tag_ in FINITE and not opened and _is_next_to(noun, clause):
            return clause
    return None


def _is_next_to(noun: Token, clause: Token) -> bool:
    """Whether nothing but a comma that closes an aside stands between."""
    between = clause.doc[noun.right_edge.i + 1 : clause.left_edge.i]
    return all(word.is_punct for word in between)


def _taken_for_participle(noun: Token) -> Token | None:
    """A participle behind the noun that can only be its verb."""
    last = next((c for c in reversed([*noun.rights]) if c.dep_ == "acl"), None)
    if last is None or last.tag_ not in {"VBN", "VBD"} or last.right_edge.i < noun.right_edge.i:
        return None
    if last.nbor(-1).is_punct or any(c.dep_ in AUXILIARIES for c in last.children):
        return None
    alone = last.lower_ in _intransitives()
    has_object = any(c.dep_ == "obj" and c.i > last.i for c in last.children)
    acts = has_object and verb_lemma(last.lower_) not in GIVING
    return last if alone or acts else None
