"""Teasers of other stories behind the end of a report, told by their shape.

A teaser is a headline, its words with capitals, and the first words of the story, broken off with
an ellipsis; on one line or on two. One alone may be a report that was cut short, so it stays.
"""

import re

ELLIPSIS = re.compile(
    r"(?:…|\.\.\.|[\[(](?:…|\.\.\.)[\])])(?: ?(?:read more|more))?[ »→>]{0,3}$", re.IGNORECASE
)
WORD = re.compile(r"[^\W\d_][\w'’-]*")
FINISHED = re.compile(r"[.,:;][\"”'’)\]]{0,2}$")
FEWEST = 2
OPENING_WORDS = 8
FEWEST_WORDS = 5
MOST_WORDS = 60
# Small words keep their small letters in headlines.
LONG_WORD = 4
CAPITALS_SHARE = 0.75


def without(paragraphs: list[str]) -> list[str]:
    """The paragraphs without the teasers behind the last of them."""
    end = len(paragraphs)
    found = 0
    while (length := _teaser_before(end, paragraphs)) > 0:
        end -= length
        found += 1
    return paragraphs[:end] if found >= FEWEST else paragraphs


def _teaser_before(end: int, paragraphs: list[str]) -> int:
    """How many of the lines before `end` make a teaser: none, one, or headline and opening."""
    if end < 1 or not ELLIPSIS.search(paragraphs[end - 1][-30:]):
        return 0
    if len(paragraphs[end - 1].split(maxsplit=MOST_WORDS)) > MOST_WORDS:
        return 0
    if _opens_as_headline(paragraphs[end - 1]):
        return 1
    return 2 if end > 1 and _is_headline(paragraphs[end - 2]) else 0


def _is_headline(line: str) -> bool:
    return (
        not FINISHED.search(line) and not ELLIPSIS.search(line[-30:]) and _opens_as_headline(line)
    )


def _opens_as_headline(line: str) -> bool:
    words = WORD.findall(line[:300])
    if len(words) < FEWEST_WORDS:
        return False
    long: list[str] = [word for word in words[:OPENING_WORDS] if len(word) >= LONG_WORD]
    capitals = sum(word[0].isupper() for word in long)
    return capitals > 0 and capitals >= CAPITALS_SHARE * len(long)
