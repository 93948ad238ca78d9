"""The cast of a document: who the words of any phrase stand for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extractors import gazetteer, quotations, syntax
from extractors.actors import words
from extractors.actors.chains import Chains
from extractors.actors.discourse import (
    PARTIES,
    SUBJECT,
    Discourse,
    Mention,
    group_of,
    pair_kinds,
)
from extractors.actors.naming import namings_of
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
    discourse: Discourse

    def resolve(self, phrase: Span) -> Actor:
        """Who the words stand for; an actor of that very name when nothing better is known."""
        known = self._inside(phrase)
        if known is not None:
            return known
        head = _head(phrase)
        if head.pos_ == "PRON":
            return self._pronoun(head)
        if head.i in self.named:
            return self.named[head.i][1]
        for token in phrase:
            if token.i in self.named and token.head.i == head.i and token.dep_ in syntax.NAME_PART:
                return self.named[token.i][1]
        members = self.members(phrase)
        return group_of(members) if members else self._described(phrase, head)

    def members(self, phrase: Span) -> tuple[Actor, ...]:
        """The two actors that *the two leaders*, *both sides* or *they* stands for.

        Empty for other words, and when the text does not make clear which two.
        """
        head = _head(phrase)
        kinds = pair_kinds(head) if head.i not in self.named else None
        return self.discourse.two(head.i, kinds) if kinds is not None else ()

    def _pronoun(self, head: Token) -> Actor:
        if head.i in self.pronouns:
            return self.pronouns[head.i]
        if head.lower_ in {"who", "whom", "which", "that"}:
            clause = next(
                (t for t in (head, *head.ancestors) if t.dep_ in syntax.RELATIVE_CLAUSE), None
            )
            if clause is not None:
                return self.resolve(syntax.noun_phrase(clause.head))
        if head.lower_ in {"it", "itself"} and (subject := self._it(head)) is not None:
            return subject
        if head.lower_ in {"they", "them"} and (several := self._they(head)) is not None:
            return several
        return Actor(hash_id("actor", head.lower_), head.text, "unknown")

    def _they(self, head: Token) -> Actor | None:
        heads = self.discourse.plural_before(head)
        if not heads:
            return None
        if len(heads) == 1:
            return self.resolve(syntax.noun_phrase(heads[0]))
        members = [self.named[t.i][1] for t in heads if t.i in self.named]
        return group_of(members) if len(members) == len(heads) else None

    def _it(self, head: Token) -> Actor | None:
        if head.dep_ == "expl" or any(child.dep_ == "cop" for child in head.head.children):
            return None
        return self.discourse.subject_before(head, PARTIES)

    def can_act(self, head: Token) -> bool:
        """Whether a nominal can be a party to an event: a person, a body, a country, officials."""
        if head.pos_ == "PRON":
            return head.lower_ in ACTING_PRONOUNS or (
                head.lower_ == "it" and self._it(head) is not None
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
    found = namings_of(scene)
    day = document.published_at.date().isoformat() if document.published_at else None
    chains = Chains(doc, day, scene.headlines)
    chains.link(found)
    named: dict[int, tuple[Naming, Actor]] = {}
    mentions: list[Mention] = []
    for index, chain in chains.of.items():
        naming, actor = found[index], chain.actor()
        for i in _tokens(naming):
            named[i] = (naming, actor)
        mentions.append(_mention(doc, naming, actor, chain.gender))
    mentions.extend(_described_people(doc, named))
    quoted = [quotation.extent for quotation in quotations.find(doc.text)]
    discourse = Discourse(doc, mentions, quoted)
    return Cast(doc, scene, found, named, discourse.resolve_pronouns(), discourse)


def _tokens(naming: Naming) -> Iterator[int]:
    yield from naming.tokens
    if naming.appositive is not None:
        yield from range(naming.appositive.start, naming.appositive.end)


def _mention(doc: Doc, naming: Naming, actor: Actor, gender: str | None) -> Mention:
    tokens = naming.tokens
    outer = [i for i in tokens if doc[i].head.i not in tokens or doc[i].head.i == i]
    head = next((i for i in outer if doc[i].dep_ in SUBJECT), outer[0] if outer else tokens.start)
    return Mention(tokens.start, naming.last, head, actor, gender)


def _described_people(doc: Doc, named: dict[int, tuple[Naming, Actor]]) -> Iterator[Mention]:
    """People without a name, whom a pronoun may mean: a spokesman said he."""
    for token in doc:
        if token.i in named or token.dep_ not in SUBJECT or token.tag_ != "NN":
            continue
        if token.lower_ in words.families() or token.lower_ in words.nouns("people"):
            name = _without_determiner(syntax.noun_phrase(token))
            actor = Actor(hash_id("actor", gazetteer.fold(name)), name, "person")
            yield Mention(token.i, token.i + 1, token.i, actor, _noun_gender(token))


def _noun_gender(token: Token) -> str | None:
    if token.lower_ in words.title_words("male"):
        return "male"
    return "female" if token.lower_ in words.title_words("female") else None
