"""Quotations by their marks, whatever the marks and however they are broken.

Marks are paired within a paragraph; where one is missing or doubled, the pairing goes on with the
next. An opening mark repeated where the next paragraph starts carries the quotation on, as
typographers have it; a quotation left open may also end with a lone closing mark just below.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.records import Extent

PARAGRAPH = re.compile(r"[^\n]+")
# How far below its opening a quotation may end when the mark is not repeated.
REACH_PARAGRAPHS = 3
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


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks: `extent` with them, `inner` without.

    `parts` are its stretches paragraph by paragraph, without marks; one, as a rule.
    """

    extent: Extent
    inner: Extent
    parts: tuple[Extent, ...] = ()
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark and what its surroundings say of it."""

    start: int
    end: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """What lies between two marks of one paragraph; a mark that is missing is None."""

    opening: Mark | None
    closing: Mark | None
    inner: Extent


def find(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order, none overlapping another."""
    paragraphs = [Extent(*match.span()) for match in PARAGRAPH.finditer(text)]
    found: list[Quotation] = []
    for style in (DOUBLE, GUILLEMETS, SINGLE):
        taken = [quotation.extent for quotation in found]
        stretches = [_pair(text, paragraph, style, taken) for paragraph in paragraphs]
        found = _outermost([*found, *_joined(text, paragraphs, stretches)])
    return tuple(found)


def _outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    """In order, without those that lie in another; of two that cross, the first."""
    kept: list[Quotation] = []
    for quotation in sorted(quotations, key=lambda each: (each.extent.start, -each.extent.end)):
        if not kept or kept[-1].extent.end <= quotation.extent.start:
            kept.append(quotation)
    return kept


def _marks(text: str, paragraph: Extent, style: Style, taken: Sequence[Extent]) -> list[Mark]:
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
    return marks


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


def _pair(text: str, paragraph: Extent, style: Style, taken: Sequence[Extent]) -> list[Stretch]:
    marks = _marks(text, paragraph, style, taken)
    if style is SINGLE:
        marks = _without_plural_possessives(text, marks)
    stretches: list[Stretch] = []
    opening: Mark | None = None
    depth = 0
    for i, mark in enumerate(marks):
        if mark.opens and opening is None:
            opening, depth = mark, 0
        elif mark.opens and opening is not None:
            if _closes_twice(marks[i:]):
                depth += 1
            else:
                stretches.append(_stretch(text, opening, None, Extent(opening.end, mark.start)))
                opening = mark
        elif depth:
            depth -= 1
        else:
            start = opening.end if opening else paragraph.start
            stretches.append(_stretch(text, opening, mark, Extent(start, mark.start)))
            opening = None
    if opening is not None:
        stretches.append(_stretch(text, opening, None, Extent(opening.end, paragraph.end)))
    return stretches


def _closes_twice(marks: Sequence[Mark]) -> bool:
    """Whether a mark that opens inside a quotation leaves a closing one for the outer too."""
    depth = 1
    for mark in marks:
        depth += 1 if mark.opens else -1
        if depth == 0:
            return True
    return False


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


def _stretch(text: str, opening: Mark | None, closing: Mark | None, inner: Extent) -> Stretch:
    start, end = inner.start, inner.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Stretch(opening, closing, Extent(start, end))


def _joined(
    text: str, paragraphs: Sequence[Extent], stretches: Sequence[Sequence[Stretch]]
) -> Iterator[Quotation]:
    """The quotations of all paragraphs, those that run on over several joined."""
    done: set[tuple[int, int]] = set()
    for i, paragraph in enumerate(paragraphs):
        for j, stretch in enumerate(stretches[i]):
            if (i, j) in done or stretch.inner.start >= stretch.inner.end:
                continue
            if stretch.opening is None:
                if j == 0 and text[stretch.inner.end - 1] in ",.?!":
                    yield _quotation([stretch])
            elif stretch.closing is not None:
                yield _quotation([stretch])
            elif j + 1 < len(stretches[i]):
                continue  # opened again before it closed: a stray mark
            elif run := _run_on(text, paragraphs, stretches, i):
                done.update((k, 0) for k in range(i + 1, i + len(run)))
                yield _quotation(run)
            elif _introduced(text, paragraph, stretch.opening):
                yield _quotation([stretch])


def _run_on(
    text: str, paragraphs: Sequence[Extent], stretches: Sequence[Sequence[Stretch]], i: int
) -> list[Stretch]:
    """The stretches of a quotation that goes on after paragraph `i`; empty when it does not."""
    run = [stretches[i][-1]]
    between: list[Stretch] = []
    for k in range(i + 1, len(paragraphs)):
        first = stretches[k][0] if stretches[k] else None
        if first is not None and first.opening is None:
            return [*run, *between, first]
        if first is None:
            between.append(_stretch(text, None, None, paragraphs[k]))
            if len(between) >= REACH_PARAGRAPHS:
                break
            continue
        if (
            between
            or first.opening is None
            or first.opening.start != _first_ink(text, paragraphs[k])
        ):
            break
        run.append(first)
        if first.closing is not None or len(stretches[k]) > 1:
            break
    return run if len(run) > 1 else []


def _first_ink(text: str, paragraph: Extent) -> int:
    start = paragraph.start
    while start < paragraph.end and text[start].isspace():
        start += 1
    return start


def _introduced(text: str, paragraph: Extent, opening: Mark) -> bool:
    """Whether an unclosed quotation is one all the same: a whole paragraph, or after a colon."""
    before = text[paragraph.start : opening.start].rstrip()
    return not before or before[-1] in ",:"


def _quotation(run: Sequence[Stretch]) -> Quotation:
    first, last = run[0], run[-1]
    start = first.opening.start if first.opening else first.inner.start
    end = last.closing.end if last.closing else last.inner.end
    inner = Extent(first.inner.start, last.inner.end)
    parts = tuple(stretch.inner for stretch in run if stretch.inner.start < stretch.inner.end)
    return Quotation(Extent(start, end), inner, parts, last.closing is not None)
