"""A deal found, before it is dated, placed and judged."""

from dataclasses import dataclass

from spacy.tokens import Token

from extractors.compounds import Piece
from extractors.lexicon import load
from readout.records import Extent

LEXICON = load("deals")


@dataclass(frozen=True, slots=True)
class Draft:
    """The words that tell of a deal: what was signed, agreed or ended, and between whom."""

    trigger: Token
    words: Extent
    stage: str
    instrument: str
    rule: str
    confidence: float
    agreements: tuple[Token, ...] = ()
    parties: tuple[Token, ...] = ()
    pieces: tuple[Piece, ...] = ()  # parties inside a compound: the U.S.-Ukraine deal


def extent_of(token: Token) -> Extent:
    """Where one word stands."""
    return Extent(token.idx, token.idx + len(token))
