"""Names compared as they are spelled: without case and diacritics, but for short acronyms.

Folding maps one character to one, so that an offset in the folded text is an offset in the text.
"""

import unicodedata

from readout.identity import hash_id

SINGLE_LETTERS = {"ß": "s", "æ": "a", "œ": "o", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i"}
APOSTROPHES = "’‘ʼʻ`´"
# Shorter acronyms are words too (us, who, au): they count in their own spelling alone.
LONGEST_STRICT_ACRONYM = 3


class _Folding(dict[int, str]):
    """Folded characters, found as they are first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        base = unicodedata.normalize("NFKD", character)[0].lower()[0]
        folded = "'" if character in APOSTROPHES else SINGLE_LETTERS.get(base, base)
        self[code] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text in lower case without diacritics, each character where it was."""
    return text.translate(_FOLDING)


def spelled_as(spelling: str, words: str) -> bool:
    """Whether capitals agree: acronyms keep theirs, and a name opens with one as it is listed."""
    if spelling.isupper() and len(spelling) <= LONGEST_STRICT_ACRONYM:
        return words == spelling
    return words[0].isupper() or not spelling[0].isupper()


def without_article(name: str) -> str:
    """The name without the article that some put before it: the United Nations."""
    return name[4:] if name.lower().startswith("the ") else name


def name_id(name: str) -> str:
    """The id of an actor that is on no list: the same for one name in every document."""
    return hash_id("actor", fold(without_article(name)))
