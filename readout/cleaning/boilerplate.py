"""Lines that belong to the page and not to the report, by the rules in boilerplate.toml."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

HEAD_LINES = 6
TAIL_LINES = 12
HEADLINE_WORDS = 25
FINISHED = re.compile(r"[.?!…][\"”'’)\]]{0,2}$")


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads((files("readout.cleaning") / "boilerplate.toml").read_text("utf-8"))


def _either(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)})[.:!]?", re.IGNORECASE)


@cache
def _where(*places: str) -> re.Pattern[str]:
    rules = [rule for rule in _rules()["rule"] if rule["where"] in places]
    return _either([pattern for rule in rules for pattern in rule["patterns"]])


@cache
def _list_heading() -> re.Pattern[str]:
    # A heading has no full stop: "More on that later." is a sentence.
    patterns = "|".join(_rules()["lists_of_stories"]["patterns"])
    return re.compile(rf"(?:{patterns}):?", re.IGNORECASE)


def without(paragraphs: list[str]) -> list[str]:
    """The paragraphs that are the report's, in order, each whole and untouched."""
    longest: int = _rules()["longest"]
    last = len(paragraphs) - TAIL_LINES
    kept = [
        line
        for place, line in enumerate(paragraphs)
        if len(line) > longest
        or not _is_furniture(line, at_edge=place < HEAD_LINES or place >= last)
    ]
    return _without_lists_of_stories(kept)


def _is_furniture(line: str, *, at_edge: bool) -> bool:
    rules = _where("anywhere", "edge") if at_edge else _where("anywhere")
    return rules.fullmatch(line) is not None


def _without_lists_of_stories(paragraphs: list[str]) -> list[str]:
    """Without a heading such as "Related stories" and the headlines under it, to the end."""
    for place, line in enumerate(paragraphs):
        if len(line) <= _rules()["longest"] and _list_heading().fullmatch(line):
            under = paragraphs[place + 1 :]
            if all(_is_headline(title) for title in under):
                return paragraphs[:place]
    return paragraphs


def _is_headline(line: str) -> bool:
    return len(line.split()) <= HEADLINE_WORDS and not FINISHED.search(line)
