"""Which language a text is written in."""

import re
from functools import cache
from typing import Protocol

SAMPLE = 1_000
FEWEST_LETTERS = 40
LETTERS = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W\d_]+")
# Words that English is full of and no other language has in number. One word in twelve is
# proof even where the names of people and places mislead the identifier.
ENGLISH = frozenset(
    (
        "the",
        "of",
        "and",
        "that",
        "with",
        "was",
        "has",
        "for",
        "said",
        "will",
        "this",
        "from",
        "have",
    )
)
ENGLISH_SHARE = 1 / 12
ASCII_SHARE = 0.9


class Identifier(Protocol):
    """What is asked of the identifier."""

    def classify(self, text: str) -> tuple[str, float]:
        """The ISO 639-1 code of the likeliest language, and how likely."""


@cache
def _identifier() -> Identifier:
    # Loading takes half a second, which only those who clean should pay.
    import py3langid  # noqa: PLC0415 - see above

    found: Identifier = py3langid
    return found


def identify(text: str) -> str:
    """The ISO 639-1 code of the language a text is mostly written in.

    Texts under 40 letters say too little: they count as English when they are in plain
    Latin letters, else as "und".
    """
    sample = _sample(text)
    letters = LETTERS.findall(sample)
    if len(letters) < FEWEST_LETTERS:
        plain = sum(letter.isascii() for letter in letters)
        return "en" if plain >= ASCII_SHARE * len(letters) else "und"
    words = WORD.findall(sample.lower())
    if sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words):
        return "en"
    return _identifier().classify(sample)[0]


def _sample(text: str) -> str:
    """A piece of the text from behind its furniture."""
    start = min(len(text) // 10, SAMPLE)
    return text[start : start + SAMPLE] if len(text) > SAMPLE else text
