"""Spells sentences in the other ways that news are written: quotation marks, dashes, capitals."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from training.conllu import Sentence, Word

Respelling = Callable[[Word], str]

OPENING, CLOSING = "``", "''"
TYPOGRAPHIC = {OPENING: "“", CLOSING: "”"}
# As a word's own spelling, whatever its tag.
STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-"})
# Words that headlines in title case leave small.
SMALL = frozenset(
    {"a", "an", "the", "and", "but", "or", "nor", "of", "in", "on"}
    | {"at", "to", "for", "by", "with", "from", "as", "over", "vs"}
)


def respelled(sentences: Sequence[Sentence], spelling: Respelling) -> list[Sentence]:
    """The sentences with every word spelled anew; nothing else changes."""
    return [
        replace(s, words=tuple(replace(word, form=spelling(word)) for word in s.words))
        for s in sentences
    ]


def typographic(word: Word) -> str:
    """With curved quotation marks and apostrophes, and dashes for double hyphens."""
    if word.form in {'"', "``", "''"}:
        return TYPOGRAPHIC.get(word.xpos, word.form)
    if word.form == "'" and word.xpos in TYPOGRAPHIC:
        return "‘" if word.xpos == OPENING else "’"
    if word.form == "--":
        return "—"
    return word.form.replace("'", "’")


def straight(word: Word) -> str:
    """With the marks of a typewriter."""
    if word.form in {"—", "–"}:
        return "--"
    return word.form.translate(STRAIGHT)


def capitals(word: Word) -> str:
    """All in capitals, as some headlines and releases are; of the same length."""
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in word.form)


def small(word: Word) -> str:
    """All in small letters."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word.form)


def title(word: Word) -> str:
    """As in a headline of title case."""
    if word.form.lower() in SMALL or not re.match(r"[a-z]", word.form):
        return word.form
    return word.form[0].upper() + word.form[1:]
