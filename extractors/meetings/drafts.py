"""A meeting found, before it is dated, placed and judged."""

from dataclasses import dataclass

from spacy.tokens import Token

from extractors.compounds import Piece
from extractors.lexicon import load
from readout.records import Extent

LEXICON = load("meetings")


@dataclass(frozen=True, slots=True)
class Draft:
    """The words that tell of a meeting and who takes part, by the heads of their phrases.

    `words` are the trigger as shown ("held talks"); `trigger` is the one that carries the event.
    `pieces` are participants inside a compound ("the Trump-Xi summit"), which have no phrase.
    """

    trigger: Token
    words: Extent
    form: str
    rule: str
    confidence: float
    sides: tuple[tuple[str, Token], ...] = ()
    pieces: tuple[Piece, ...] = ()
    verb: Token | None = None  # the light verb, or the trigger itself

    def heads(self, *roles: str) -> list[Token]:
        """The heads in these roles."""
        return [head for role, head in self.sides if role in roles]

    @property
    def parties(self) -> int:
        """How many take part, as far as the words say."""
        return len(self.pieces) + sum(role != "place" for role, _ in self.sides)


def words_of(first: Token, last: Token) -> Extent:
    """From one token to another."""
    first, last = min(first, last, key=position), max(first, last, key=position)
    return Extent(first.idx, last.idx + len(last))


def position(token: Token) -> int:
    """Where the token stands."""
    return token.i


def in_role(role: str, heads: list[Token]) -> tuple[tuple[str, Token], ...]:
    """The heads, each with this role."""
    return tuple((role, head) for head in heads)
