"""The cast of a document: who the words of any phrase stand for."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extractors import gazetteer, syntax
from extractors.actors import words
from extractors.actors.chains import Chains
from extractors.actors.naming import namings
from extractors.actors.records import Actor, Naming
from extractors.actors.scene import Scene, scene_of
from extractors.lexicon import load
from readout.identity import hash_id
from readout.records import Argument, Document, Extent

ACTING_PRONOUNS = frozenset(load("name_words")["acting_pronouns"].split())
PLACE_PREPOSITIONS = frozenset(load("name_words")["place_prepositions"].split())
PERSON_ENDINGS = tuple(load("name_words")["person_endings"].split())


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one document, each token that names one among them."""

    doc: Doc
    scene: Scene
    namings: tuple[Naming, ...]
    named: dict[int, tuple[Naming, Actor]]
    pronouns: dict[int, Actor]

    def resolve(self, phrase: Span) -> Actor:
        """Who the words stand for; an actor of that very name when nothing better is known."""
        known = self._inside(phrase)
        if known is not None:
            return known
        head = _head(phrase)
        if head.i in self.pronouns:
            return self.pronouns[head.i]
        if head.i in self.named:
            return self.named[head.i][1]
        for token in phrase:
            if token.i in self.named and token.head.i == head.i and token.dep_ in syntax.NAME_PART:
                return self.named[token.i][1]
        return self._described(phrase, head)

    def can_act(self, head: Token) -> bool:
        """Whether a nominal can be a party to an event: a person, a body, a country, officials."""
        if head.pos_ == "PRON":
            return head.lower_ in ACTING_PRONOUNS or (
                head.lower_ in {"it", "itself"} and head.i in self.pronouns
            )
        if head.i in self.named:
            naming, actor = self.named[head.i]
            if actor.kind in {"country", "place"}:
                return syntax.preposition(head) not in PLACE_PREPOSITIONS and (
                    actor.kind == "country" or head.dep_ in syntax.SUBJECT
                )
            return naming.kind != "thing"
        return _acts(head)

    def arguments(self, heads: Iterable[Token], role: str) -> tuple[Argument, ...]:
        """One argument in this role for each actor among the heads, with the name it stands for."""
        found: dict[Extent, Argument] = {}
        for head in heads:
            for phrase in self.phrases(head):
                actor = self.resolve(phrase)
                extent = Extent(phrase.start_char, phrase.end_char)
                if not any(extent.overlaps(other) for other in found):
                    found[extent] = Argument(role, extent, actor.name, actor.actor_id)
        return tuple(found[extent] for extent in sorted(found))

    def phrases(self, head: Token) -> tuple[Span, ...]:
        """The noun phrases under a head, titles and appositives within: one for each party."""
        if head.i in self.named:
            return (self._named_phrase(*self.named[head.i]),)
        return (syntax.trimmed(syntax.full_noun_phrase(head)),)

    def _named_phrase(self, naming: Naming, actor: Actor) -> Span:
        start, end = naming.tokens.start, naming.last
        if naming.appositive is not None:
            end = max(end, naming.appositive.end)
        if naming.start < naming.end and end == naming.end and actor.kind != "person":
            return self.doc[_with_article(self.doc, start) : end]
        return self.doc[_with_article(self.doc, start) : end]

    def _inside(self, phrase: Span) -> Actor | None:
        """The country or body, when the words are its name alone, inside a title or not."""
        start = phrase.start + (phrase[0].lower_ == "the" and len(phrase) > 1)
        known = self.scene.starting.get(start)
        if known is None or known.end != phrase.end or self._names(start):
            return None
        affiliation = self.scene.known_starting(start)
        if affiliation is None or affiliation.country is None or affiliation.body:
            return None
        name = gazetteer.country_name(affiliation.country)
        return Actor(f"country-{affiliation.country}", name, "country", affiliation.country)

    def _names(self, i: int) -> bool:
        """Whether the token is part of a name, and not of the title before it."""
        return i in self.named and self.named[i][0].start <= i < self.named[i][0].end

    def _described(self, phrase: Span, head: Token) -> Actor:
        name = _without_determiner(phrase)
        country = self._country_of(phrase)
        kind = (
            "group"
            if head.tag_ in {"NNS", "NNPS"} or head.lower_ in words.nouns("groups")
            else (
                "organisation"
                if head.lower_ in words.nouns("bodies")
                else ("person" if _acts(head) else "unknown")
            )
        )
        return Actor(hash_id("actor", gazetteer.fold(name)), name, kind, country)

    def _country_of(self, phrase: Span) -> str | None:
        for token in phrase[: max(len(phrase) - 1, 1)]:
            affiliation = self.scene.known_starting(token.i)
            if affiliation is not None:
                return affiliation.country
            if token.text in words.POSSESSIVES:
                return None
        return None


def _head(phrase: Span) -> Token:
    root: Token = phrase.root
    return root


def _acts(head: Token) -> bool:
    word = head.lower_
    if head.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return False
    listed = any(word in words.nouns(group) for group in ("people", "groups", "bodies"))
    return listed or word in words.families() or word.endswith(PERSON_ENDINGS)


def _with_article(doc: Doc, start: int) -> int:
    if start > 0 and doc[start - 1].lower_ in {"the", "a", "an"} and doc[start - 1].pos_ == "DET":
        return start - 1
    return start


def _without_determiner(phrase: Span) -> str:
    start = phrase.start
    while start < phrase.end - 1 and (
        phrase.doc[start].pos_ == "DET" or phrase.doc[start].tag_ == "PRP$"
    ):
        start += 1
    return " ".join(phrase.doc[start : phrase.end].text.split())


def cast_of(doc: Doc, document: Document) -> Cast:
    """The cast of a parsed document, offices as of its publication."""
    scene = scene_of(doc)
    found = namings(scene)
    day = document.published_at.date().isoformat() if document.published_at else None
    chains = Chains(doc, day, scene.headlines)
    chains.link(found)
    named: dict[int, tuple[Naming, Actor]] = {}
    for index, chain in chains.of.items():
        actor = chain.actor()
        for i in found[index].tokens:
            named[i] = (found[index], actor)
        if found[index].appositive:
            title = found[index].appositive
            for i in range(title.start, title.end) if title else ():
                named[i] = (found[index], actor)
    return Cast(doc, scene, tuple(found), named, {})
