"""Puts the cast of a document together from its parse."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extractors import gazetteer, quotations, syntax
from extractors.actors import phrases, tokens, words
from extractors.actors.cast import Cast
from extractors.actors.chains import Chains
from extractors.actors.discourse import SUBJECT, Discourse, Mention
from extractors.actors.naming import namings_of
from extractors.actors.records import Actor, Naming
from extractors.actors.scene import scene_of
from readout.identity import hash_id
from readout.records import Document

SUBJECT_LABELS = tokens.ids(SUBJECT)


def cast_of(doc: Doc, document: Document) -> Cast:
    """The cast of a parsed document, offices as of its publication."""
    scene = scene_of(doc)
    found = namings_of(scene)
    day = document.published_at.date().isoformat() if document.published_at else None
    chains = Chains(scene, day)
    chains.link(found)
    named: dict[int, tuple[Naming, Actor]] = {}
    mentions: list[Mention] = []
    for index, chain in chains.of.items():
        naming, actor = found[index], chain.actor()
        named.update(dict.fromkeys(_tokens(naming), (naming, actor)))
        mentions.append(_mention(doc, naming, actor, chain.gender))
    mentions.extend(_described_people(doc, named))
    quoted = [quotation.extent for quotation in quotations.find(document.text)]
    discourse = Discourse(doc, mentions, quoted)
    return Cast(doc, scene, named, discourse.resolve_pronouns(), discourse, day)


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
    for i in tokens.with_label(doc, SUBJECT_LABELS):
        token = doc[i]
        if token.tag_ != "NN" or i in named:
            continue
        if token.lower_ in words.families() or token.lower_ in words.nouns("people"):
            name = phrases.without_determiner(syntax.noun_phrase(token))
            actor = Actor(hash_id("actor", gazetteer.fold(name)), name, "person")
            yield Mention(token.i, token.i + 1, token.i, actor, _noun_gender(token))


def _noun_gender(token: Token) -> str | None:
    if token.lower_ in words.title_words("male"):
        return "male"
    return "female" if token.lower_ in words.title_words("female") else None
