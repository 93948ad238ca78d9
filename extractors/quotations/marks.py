"""Quotation marks, and whether each opens or closes, by what stands around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from readout.records import Extent

ELISIONS = re.compile(r"(?:\d0s|tis|twas|em|til|cause|n|round|bout)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """A kind of quotation mark."""

    opening: str
    closing: str
    either: str


DOUBLE = Style("“„‟", "”", '"')
GUILLEMETS = Style("«", "»", "")
SINGLE = Style("‘‚‛", "’", "'")
STYLES = (DOUBLE, GUILLEMETS, SINGLE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark and what its surroundings say of it."""

    start: int
    end: int
    opens: bool


def marks_in(
    text: str, paragraph: Extent, style: Style, taken: Sequence[Extent] = ()
) -> list[Mark]:
    """The marks of one style in a paragraph, in order, outside what is taken."""
    pattern = "[" + style.opening + style.closing + style.either + "]"
    if style is DOUBLE:
        pattern += "|``|''"
    marks: list[Mark] = []
    for match in re.compile(pattern).finditer(text, paragraph.start, paragraph.end):
        place = Extent(*match.span())
        if any(place.overlaps(other) for other in taken):
            continue
        sense = _sense(text, match, style, paragraph)
        if sense is None:
            continue
        if marks and marks[-1].end == place.start and marks[-1].opens == sense:
            marks[-1] = Mark(marks[-1].start, place.end, sense)  # typed twice: counts once
        else:
            marks.append(Mark(place.start, place.end, sense))
    return _without_plural_possessives(text, marks) if style is SINGLE else marks


def _sense(text: str, match: re.Match[str], style: Style, paragraph: Extent) -> bool | None:
    """True: opens; False: closes; None: no quotation mark at all."""
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    mark = match[0]
    if style is SINGLE and _is_apostrophe(text, match, before, after):
        return None
    if mark in style.opening or mark == "``":
        return not (after.isspace() and not before.isspace())
    if style is DOUBLE and mark in style.either and before.isdigit() and not _opened(text, match):
        return None  # an inch or second mark
    starts_word = (before.isspace() or before in "([{—–-/“‘\"'") and not after.isspace()
    if mark in style.closing:
        return starts_word and after.isalpha() and style is not GUILLEMETS
    return starts_word


def _opened(text: str, match: re.Match[str]) -> bool:
    """Whether a straight mark before this one, in its paragraph, is still without its partner."""
    line_start = text.rfind("\n", 0, match.start()) + 1
    before = text[line_start : match.start()]
    return before.count('"') % 2 == 1 or "“" in before


def _is_apostrophe(text: str, match: re.Match[str], before: str, after: str) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    if match[0] in "’'" and not before.isalnum() and ELISIONS.match(text, match.end()):
        return True
    return before.isspace() and after.isspace()


def _without_plural_possessives(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Of several marks that may close, those that only end a plural (the workers’ union) go."""
    kept: list[Mark] = []
    is_open = False
    for i, mark in enumerate(marks):
        if mark.opens:
            is_open = True
        elif not is_open or (_ends_plural(text, mark) and _closes_later(marks[i + 1 :])):
            continue
        else:
            is_open = False
        kept.append(mark)
    return kept


def _ends_plural(text: str, mark: Mark) -> bool:
    return text[mark.start - 1] in "sz" and bool(re.compile(r" [a-z]").match(text, mark.end))


def _closes_later(marks: Sequence[Mark]) -> bool:
    return bool(marks) and not marks[0].opens
