"""An actor of whom the text gives no name: Russian diplomats, the operator."""

from spacy.tokens import Span

from extractors import gazetteer
from extractors.actors import phrases, words
from extractors.actors.records import Actor, Kind
from extractors.actors.scene import Scene
from readout.identity import hash_id


def described(scene: Scene, phrase: Span) -> Actor:
    """An actor of the very name that the words are, with kind and country as far as they say."""
    name = phrases.without_determiner(phrase)
    country = _country_of(scene, phrase)
    return Actor(hash_id("actor", gazetteer.fold(name)), name, _kind(phrase), country)


def _kind(phrase: Span) -> Kind:
    head = phrase.root
    if head.tag_ in {"NNS", "NNPS"} or head.lower_ in words.nouns("groups"):
        return "group"
    if head.lower_ in words.nouns("bodies"):
        return "organisation"
    return "person" if phrases.is_actor_noun(head) else "unknown"


def _country_of(scene: Scene, phrase: Span) -> str | None:
    """The country of Russian diplomats, Turkey's delegation; by what opens the phrase."""
    for token in phrase[:-1]:
        affiliation = scene.known_starting(token.i)
        if affiliation is not None:
            return affiliation.country
        if token.text in words.POSSESSIVES or token.pos_ == "ADP":
            return None
    return None
