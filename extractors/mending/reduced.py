"""Participles behind a noun that the parser took for the sentence's verb.

Talks *planned* for Tuesday were cancelled: a verb in the past with another finite verb right behind
its phrase, and neither a subject of its own nor a conjunction between, is a participle.
"""

from spacy.tokens import Token

from extractors.mending.tree import attach
from extractors.syntax.labels import FINITE

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
OPENERS = frozenset({"cc", "mark", "punct", "advmod"})
QUESTION_TAGS = frozenset({"WP", "WRB", "WDT"})  # asked *what* had happened


def mend(token: Token) -> None:
    """Give the sentence its verb back, and hang the participle on the noun."""
    if token.tag_ not in {"VBD", "VBN"}:
        return
    _part_from_source(token)
    _as_participle(token)
    noun = _bare_subject(token)
    verb = None if noun is None else _verb_behind(token)
    if noun is None or verb is None:
        return
    behind = [child for child in token.rights if child.i > verb.i]
    above, label = token.head, token.dep_
    attach(verb, verb if above == token else above, label)
    passive = any(child.dep_ == "aux:pass" for child in verb.children)
    attach(noun, verb, "nsubj:pass" if passive else "nsubj")
    attach(token, noun, "acl")
    token.tag_ = "VBN"
    for child in behind:
        attach(child, verb, child.dep_)


def _part_from_source(token: Token) -> None:
    """According to two officials *briefed* on it, he will go: they were, and are the source."""
    if token.dep_ != "advcl" or token.head.i < token.i:
        return
    source = next((child for child in token.lefts if child.dep_ == "obl"), None)
    if source is None or source.i != token.i - 1:
        return
    if any(child.lower_ == "according" for child in source.lefts):
        attach(source, token.head, "obl")
        attach(token, source, "acl")
        token.tag_ = "VBN"


def _as_participle(token: Token) -> None:
    """Any agreement *reached* with them has to wait: it hangs on a noun that has its verb."""
    noun = token.head
    labels = {child.dep_ for child in token.children}
    if token.tag_ != "VBD" or token.dep_ != "acl" or labels & (SUBJECTS | AUXILIARIES | {"obj"}):
        return
    if noun.head != noun and token.i == noun.i + 1:
        token.tag_ = "VBN"


def _bare_subject(token: Token) -> Token | None:
    """The noun before a verb that has neither auxiliary nor object."""
    labels = {child.dep_ for child in token.children}
    if labels & (AUXILIARIES | {"obj"}):
        return None
    before = [child for child in token.lefts if child.dep_ in SUBJECTS]
    alone = len(before) == 1 and before[0].pos_ == "NOUN" and token.left_edge.i <= before[0].i
    return before[0] if alone else None


def _verb_behind(token: Token) -> Token | None:
    """The finite verb right behind the participle's phrase, with no subject of its own."""
    for child in token.rights:
        if child.dep_ not in {"conj", "advcl", "ccomp", "parataxis", "xcomp"}:
            continue
        helpers = [helper for helper in child.lefts if helper.dep_ in AUXILIARIES]
        opened = any(
            left.dep_ in SUBJECTS | OPENERS or left.tag_ in QUESTION_TAGS for left in child.lefts
        )
        if helpers and helpers[0].tag_ in FINITE and not opened:
            between = token.doc[child.left_edge.i - 1]
            return None if between.is_punct or between.pos_ == "CCONJ" else child
    return None
