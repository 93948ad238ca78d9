"""Titles: as given, in one line, and as they are found at the head of a plain text."""

import re

from readout.cleaning import characters

TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
LONGEST = 1_000
LONGEST_FOUND = 200
FEWEST_WORDS = 5
FEWEST_BODY = 80
UNFINISHED = re.compile(r"[.:;,…]$")
FINISHED = re.compile(r"[.?!…:][\"”'’)\]]{0,2}$")
BYLINE = re.compile(r"by:? [A-Z]", re.IGNORECASE)
SITE_SEPARATOR = re.compile(r" (?:[|·•»]|[-–—]|::) ")
SITE_WORDS = 6


def normal(title: str | None) -> str | None:
    """A title in one line, without tags, its characters in normal form; None when nothing is left.

    More than a thousand characters are no title.
    """
    if not title or len(title) > LONGEST:
        return None
    return " ".join(characters.normal(TAG.sub("", title)).split()) or None


def without_site(title: str, site: str | None, heading: str | None) -> str:
    """A page's title without the name of the site that publishers put behind it.

    The name is known from the page, or the rest is the page's heading, or a bar stands between.
    """
    separators = list(SITE_SEPARATOR.finditer(title))
    for separator in separators:
        before, after = title[: separator.start()].strip(), title[separator.end() :].strip()
        if before and (is_same(before, heading) or is_same(after, site)):
            return before
    if separators and separators[-1][0].strip() in "|·•»::":
        last = separators[-1]
        if len(title[last.end() :].split()) <= SITE_WORDS:
            return title[: last.start()].strip() or title
    return title


def is_same(one: str | None, other: str | None) -> bool:
    """Whether two titles have the same words; punctuation and case don't count."""
    return bool(one and other) and _words(one) == _words(other)


def _words(title: str | None) -> list[str]:
    return re.findall(r"\w+", (title or "").casefold())


def of_plain(paragraphs: list[str]) -> str | None:
    """The first line, when it is a headline: several words, no full stop, a story behind it."""
    if len(paragraphs) < 2:  # noqa: PLR2004 - a headline and its story
        return None
    first = paragraphs[0]
    if len(first) > LONGEST_FOUND or UNFINISHED.search(first) or BYLINE.match(first):
        return None
    if len(first.split()) < FEWEST_WORDS:
        return None
    has_story = any(len(p) >= FEWEST_BODY and FINISHED.search(p) for p in paragraphs[1:4])
    return first if has_story else None
