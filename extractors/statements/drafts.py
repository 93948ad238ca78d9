"""A statement before it is a mention: spans of the parse, and how they were found."""

from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Span, Token

from readout.records import Extent

QuoteType = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Draft:
    """Who said what by which words.

    `anchor` is the token that tells of the saying: its status and date are the statement's.
    """

    anchor: Token
    cue: Extent
    content: tuple[Extent, ...]
    rule: str
    confidence: float
    speaker: Span | None = None
    speech_act: str = "state"
    belief: bool = False
    addressee: Span | None = None

    @property
    def has_predicate(self) -> bool:
        """Whether a verb or noun tells of the saying, and not the mere layout or a preposition."""
        return self.rule not in {
            "floating", "turn", "headline", "according to", "as clause", "noun is",
        }  # fmt: skip

    def with_more(self, content: Extent) -> "Draft":
        """The same statement going on: “…,” he said, “…”."""
        return replace(self, content=(*self.content, content))
