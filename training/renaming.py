"""Varies texts with names: other names, titles before them, other marks and capitals."""

from collections.abc import Callable
from random import Random

from training.named_text import NamedText
from training.pools import Pools
from training.treebank import Name
from training.word_lists import entries

# How often a name is replaced. Of bodies, half: those of the corpora say what bodies are like.
SHARE = {"PERSON": 0.85, "GPE": 0.6, "LOC": 0.4, "ORG": 0.5, "NORP": 0.3}
TITLED = 0.08
TITLES = entries("put_before")
PARTICLES = ("al-", "Al-", "bin ", "van ", "van der ", "von der ", "de ", "da ", "Ben ", "Abu ")
PARTICLED = 0.08
LONG_NAME = 3


def renamed(named: NamedText, pools: Pools, random: Random) -> NamedText:
    """The text with names drawn from the pools, and titles before some persons."""
    drawn: dict[str, str] = {}
    text, at, found = "", 0, list[Name]()
    for start, end, label in named.names:
        text += named.text[at:start]
        old = named.text[start:end]
        if old not in drawn:
            drawn[old] = _other(old, label, pools, random)
        if label == "PERSON" and drawn[old] != old and random.random() < TITLED:
            text += _title(named.text[:start], random)
        found.append((len(text), len(text) + len(drawn[old]), label))
        text, at = text + drawn[old], end
    return NamedText(text + named.text[at:], tuple(found))


def _other(old: str, label: str, pools: Pools, random: Random) -> str:
    if random.random() >= SHARE.get(label, 0.0):
        return old
    words = pools.draw(label, _length(old, label, random), random)
    if words is None:
        return old
    name = " ".join(words)
    if label == "PERSON" and len(words) > 1 and random.random() < PARTICLED:
        return " ".join(words[:-1]) + " " + random.choice(PARTICLES) + words[-1]
    return name


def _length(old: str, label: str, random: Random) -> int:
    """The number of words of the name to draw: of places and bodies any, of persons alike."""
    length = len(old.split())
    if label == "PERSON":
        return min(length, LONG_NAME)
    return random.choice((1, 1, 2, 2, 3, 4)) if label == "ORG" else random.choice((1, 1, 1, 2))


def _title(before: str, random: Random) -> str:
    """A title, where none stands already; it takes the article's place nowhere."""
    words = before.split()
    bare = not words or (words[-1][:1].islower() and words[-1] not in {"the", "a", "an"})
    return random.choice(TITLES) + " " if bare else ""


def typographic(named: NamedText) -> NamedText:
    """With curved marks in place of straight ones, as many as there were."""
    out, opened = list(named.text), False
    for place, letter in enumerate(named.text):
        if letter == '"':
            out[place] = "”" if opened else "“"
            opened = not opened
        elif letter == "'":
            out[place] = "’"
    return NamedText("".join(out), named.names)


def recased(named: NamedText, case: Callable[[str], str]) -> NamedText:
    """In other capitals; unchanged where a letter has no single other form."""
    text = case(named.text)
    return NamedText(text, named.names) if len(text) == len(named.text) else named
