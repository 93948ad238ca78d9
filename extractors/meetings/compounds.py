"""Participants inside a compound: the Trump–Zelenskyy meeting, U.S.-Russia talks, the G7 summit."""

import re

from spacy.tokens import Token

from extractors import syntax
from readout.records import Extent

HYPHENS = frozenset({"-", "–", "—", "/", "‑"})
JOINED = re.compile(r"(?P<a>[A-Z][\w.]*[\w.])[-–—‑/](?P<b>[A-Z][\w.]+)")
FURTHEST = 6


def hyphenated(noun: Token) -> list[Extent]:
    """The names joined by hyphens before the noun, each its own extent; empty when there are none."""
    for index in range(noun.i - 1, max(noun.sent.start, noun.i - FURTHEST) - 1, -1):
        token = noun.doc[index]
        if token.pos_ not in {"PROPN", "NOUN", "ADJ", "PUNCT", "NUM", "SYM", "X", "VERB"}:
            return []
        if joined := JOINED.fullmatch(token.text):
            return [_piece(token, joined.span("a")), _piece(token, joined.span("b"))]
        if token.text in HYPHENS and index + 1 < len(noun.doc) and index > noun.sent.start:
            return _around(noun.doc[index])
    return []


def _piece(token: Token, span: tuple[int, int]) -> Extent:
    return Extent(token.idx + span[0], token.idx + span[1])


def _around(hyphen: Token) -> list[Extent]:
    names = [hyphen.nbor(-1), hyphen.nbor(1)]
    if all(_is_name(name) for name in names):
        return [Extent(name.idx, name.idx + len(name)) for name in names]
    return []


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ in {"PROPN", "ADJ", "NOUN"} and len(token) > 1


def named_before(noun: Token) -> list[Token]:
    """Names that modify the noun: the G7 summit, the Trump meeting, the Security Council meeting."""
    if hyphenated(noun):
        return []
    before = [child for child in noun.children if child.i < noun.i and child.pos_ == "PROPN"]
    return [
        child for child in before if child.dep_ in syntax.NAME_PART and child.ent_type_ != "LOC"
    ]
