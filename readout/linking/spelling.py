"""Names as they are compared: without marks, case, and what one paper writes and another not."""

import re
import unicodedata
from functools import lru_cache

_GENITIVE = re.compile(r"['’]s?$")
_TWICE = re.compile(r"(.)\1+")
_REMEMBERED = 1 << 16  # words: names come again and again


@lru_cache(_REMEMBERED)
def fold(word: str) -> str:
    """A word of a name without marks, case and doubtful letters: Zelenskyy is Zelensky."""
    plain = unicodedata.normalize("NFKD", _GENITIVE.sub("", word)).encode("ascii", "ignore")
    return _TWICE.sub(r"\1", plain.decode().casefold().replace("y", "i").strip(".-'&"))


def ends(name: str) -> frozenset[str]:
    """The first and the last word of a name, folded: by one of them a short form calls it."""
    words = name.split()
    return frozenset({fold(words[0]), fold(words[-1])} if words else ())
