"""Texts and pages that are hard to read, by what is hard about them; each of about a size."""

import random
from collections.abc import Callable, Mapping

Make = Callable[[int], str]

_RANDOM = random.Random(8)  # the same texts each time


def repeated(words: str) -> Make:
    """These words, again and again."""
    return lambda size: words * max(1, size // len(words))


def _any_characters(size: int) -> str:
    return "".join(chr(_RANDOM.randrange(1, 0x30000)) for _ in range(size))


def _any_ascii(size: int) -> str:
    return "".join(chr(_RANDOM.randrange(32, 127)) for _ in range(size))


def _marks_out_of_order(size: int) -> str:
    # Putting marks in their order takes the square of their number in Unicode's own way.
    return "a" + "\u0301\u0327" * (size // 2)


TEXTS: Mapping[str, Make] = {
    "brackets": repeated("("),
    "quotation marks": repeated('"'),
    "curly quotation marks": repeated("“"),
    "apostrophes": repeated("'s"),
    "exclamations": repeated("!"),
    "emoji": repeated("😀"),
    "one word": repeated("a"),
    "one word in capitals": repeated("A"),
    "a hyphenated word": repeated("Trump-"),
    "one address": repeated("http://a.b/"),
    "marks out of order": _marks_out_of_order,
    "zero-width": repeated("\u200b\u200d\ufeff"),
    "right to left": repeated("\u202eשלום עולם "),
    "lone surrogates": repeated("the \ud800 minister \udfff said "),
    "escapes": repeated("&amp;amp;#38;"),
    "any characters": _any_characters,
    "any ASCII": _any_ascii,
    "one sentence": repeated("and the minister of the council said that "),
    "one sentence of names": repeated("John Smith and Anna Berg and "),
    "titles": repeated("President Prime Minister Foreign Minister "),
    "quoted in quoted": repeated("“he said ‘she said "),
    "quoted again and again": repeated("“Yes,” he said. "),
    "meetings": repeated("Putin met Xi with Merz and "),
    "deals": repeated("they signed the agreement worth $5 billion with "),
    "dates": repeated("on Monday, March 4, 2025 "),
    "a month in each word": repeated("May "),
    "numbers": repeated("1,000,000 "),
    "money": repeated("$5 billion "),
    "abbreviations": repeated("U.S. Sen. J. K. "),
    "commas": repeated("a, "),
    "lines of one letter": repeated("a\n"),
    "lines": repeated("\n"),
    "teasers": repeated("Read more: the minister said\n"),
    "bars": repeated("a | "),
    "headings": repeated("# The minister\n"),
    "links": repeated("[the minister]("),
    "brackets in brackets": repeated("[["),
    "stars": repeated("**a*"),
}  # fmt: skip

PAGES: Mapping[str, Make] = {
    "nested tags": lambda size: "<div>" * (size // 5) + "The minister spoke.",
    "nested inline tags": lambda size: "<b>" * (size // 3) + "The minister spoke.",
    "attributes": lambda size: f"<p {'a=1 ' * (size // 4)}>The minister spoke.</p>",
    "distinct attributes": lambda size: (
        f"<p {' '.join(f'a{n}=1' for n in range(size // 8))}>The minister spoke.</p>"
    ),
    "one text": lambda size: f"<p>{'The minister spoke. ' * (size // 20)}</p>",
    "open tags": repeated("<a"),
    "open comments": repeated("<!--"),
    "open quotation": lambda size: f'<p title="{"x " * (size // 2)}',
    "entities": repeated("&lt;"),
    "open tables": repeated("<table><tr><td>"),
    "lists": repeated("<ul><li>The minister spoke."),
    "scripts": repeated("<script>var a = '<p>';</script>"),
    "marked sections": repeated("<![CDATA["),
    "declarations": repeated("<?xml version='1.0'?>"),
    "links": repeated("<a href=x>The minister</a>"),
    "angles": repeated("<"),
    "NULs": repeated("<p>The \0minister</p>"),
}
