"""Who is meant: one actor for each chain of names, titles and pronouns in a document."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extractors import syntax
from readout.identity import hash_id
from readout.records import Argument, Document, Extent


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body or country as a document speaks of it."""

    actor_id: str
    name: str
    kind: str  # person, organisation, country, group, unknown
    country: str | None = None  # ISO 3166 alpha-2
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one document."""

    doc: Doc

    def resolve(self, phrase: Span) -> Actor:
        """Who the words stand for; an actor of that very name when nothing better is known."""
        return Actor(hash_id("actor", phrase.text.casefold()), phrase.text, "unknown")

    def can_act(self, head: Token) -> bool:
        """Whether a nominal can be a party to an event: a person, a body, a country, officials."""
        return head.pos_ in {"PROPN", "PRON"} or bool(head.ent_type_)

    def arguments(self, heads: Iterable[Token], role: str) -> tuple[Argument, ...]:
        """One argument in this role for each head, with the name it stands for."""
        return tuple(self._argument(head, role) for head in heads)

    def _argument(self, head: Token, role: str) -> Argument:
        phrase = syntax.noun_phrase(head)
        actor = self.resolve(phrase)
        extent = Extent(phrase.start_char, phrase.end_char)
        return Argument(role, extent, actor.name, actor.actor_id)


def cast_of(doc: Doc, document: Document) -> Cast:
    """The cast of a parsed document."""
    del document
    return Cast(doc)
