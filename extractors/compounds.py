"""Parties inside a compound: the Trump-Xi meeting, U.S.-Russia talks, French and German leaders."""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from extractors import gazetteer, syntax
from extractors.actors import Cast
from readout.records import Argument, Extent

HYPHENS = frozenset({"-", "–", "—", "/", "‑"})
JOINED = re.compile(r"(?P<a>[A-Z][\w.]*[\w.])[-–—‑/](?P<b>[A-Z][\w.]+)")
BETWEEN_NAME_AND_NOUN = frozenset({"PROPN", "NOUN", "ADJ", "PUNCT", "NUM", "SYM", "X", "VERB"})
FURTHEST = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A party that has no phrase of its own, and who it is."""

    extent: Extent
    name: str
    actor_id: str | None

    def argument(self, role: str) -> Argument:
        """The party in this role."""
        return Argument(role, self.extent, self.name, self.actor_id)


def joined(noun: Token, cast: Cast) -> list[Piece]:
    """The names joined by a hyphen before the noun; empty unless both are known to be somebody's.

    Non-Proliferation Treaty, Franco-German aside, has no parties before it.
    """
    for index in range(noun.i - 1, max(noun.sent.start, noun.i - FURTHEST) - 1, -1):
        token = noun.doc[index]
        if token.pos_ not in BETWEEN_NAME_AND_NOUN:
            return []
        if found := JOINED.fullmatch(token.text):
            sides = [_named(found[part], token, found.start(part)) for part in ("a", "b")]
            return [side for side in sides if side is not None] if all(sides) else []
        if token.text in HYPHENS and index > noun.sent.start:
            return _around(token, cast)
    return []


def _around(hyphen: Token, cast: Cast) -> list[Piece]:
    pieces = [piece_of(name, cast) for name in (hyphen.nbor(-1), hyphen.nbor(1))]
    known = [piece for piece in pieces if piece is not None]
    return known if len(known) == len(pieces) else []


def piece_of(token: Token, cast: Cast) -> Piece | None:
    """The one word as a party, if it names a person, a body or a country; demonyms do."""
    if not token.text[0].isupper() or token.pos_ not in {"PROPN", "ADJ", "NOUN"}:
        return None
    if token.i in cast.named and _is_whole(token, cast):
        actor = cast.resolve(token.doc[token.i : token.i + 1])
        return Piece(Extent(token.idx, token.idx + len(token)), actor.name, actor.actor_id)
    return _named(token.text, token, 0)


def _is_whole(token: Token, cast: Cast) -> bool:
    """Whether the word is the name: in the EU-*U.S.* Energy Council it is but its beginning."""
    naming = cast.named[token.i][0]
    return naming.end == naming.tokens.start + 1 or _named(token.text, token, 0) is None


def _named(text: str, token: Token, offset: int) -> Piece | None:
    match = gazetteer.named(text)
    entry = match.sense("country", "demonym", "metonym", "actor") if match is not None else None
    if entry is None:
        return None
    start = token.idx + offset
    extent = Extent(start, start + len(text))
    if entry.actor is not None:
        return Piece(extent, entry.actor.name, entry.actor.actor_id)
    if entry.country is None:
        return None
    return Piece(extent, gazetteer.country_name(entry.country), f"country-{entry.country}")


def shared(head: Token, cast: Cast) -> list[Piece]:
    """The sides of *U.S. and Russian diplomats*, *French and German leaders*: one for each country.

    The last takes the noun with it; empty when the modifiers are not two or more countries.
    """
    if head.tag_ not in {"NNS", "NNPS"}:
        return []
    first = next((child for child in head.lefts if _is_coordinated_modifier(child)), None)
    if first is None:
        return []
    pieces = [piece_of(token, cast) for token in (first, *_followers(first))]
    known = [piece for piece in pieces if piece is not None]
    if len(known) < 2 or len(known) != len(pieces):  # noqa: PLR2004 - one country is no list
        return []
    last = known[-1]
    whole = Extent(last.extent.start, head.idx + len(head))
    return [*known[:-1], Piece(whole, last.name, last.actor_id)]


def _followers(first: Token) -> list[Token]:
    return [child for child in first.children if child.dep_ in syntax.COORDINATED]


def _is_coordinated_modifier(child: Token) -> bool:
    modifier = child.dep_ in syntax.NAME_PART | {"amod"}
    return modifier and bool(_followers(child))


def named_before(noun: Token, cast: Cast) -> list[Token]:
    """Names that modify the noun: the G7 summit, the Trump meeting; not the Oval Office meeting."""
    if joined(noun, cast):
        return []
    before = [child for child in noun.children if child.i < noun.i and child.pos_ == "PROPN"]
    parts = [child for child in before if child.dep_ in syntax.NAME_PART]
    return [child for child in parts if _is_somebody(child, cast)]


def _is_somebody(token: Token, cast: Cast) -> bool:
    actor = cast.resolve(syntax.noun_phrase(token))
    return token.i in cast.named and actor.kind in {"person", "organisation"}
