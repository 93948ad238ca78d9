"""Datelines: KYIV, March 3 (Agency) — at the opening of a report, described where it stands.

A dateline is told by its shape (capitals, a date, an agency in brackets, a dash) and by the places
that are known: without a date or an agency the place must be known, or the country behind it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from readout.cleaning import gazette
from readout.records import Dateline, Extent

OPENING_LINES = 6  # a title, a byline, a subheading, a caption may come before it
LONGEST_HEADING = 200
LONGEST_DATELINE = 140
FEWEST_WORDS = 6

# Windows are cut to LONGEST_DATELINE before these are used, so none can take long.
DASH = re.compile(r"(?<=[)\]/])\s{0,2}-{1,2}|\s-{1,3}(?=\s)|\s{0,2}(?:--(?!\()|[–—―])")
COLON = re.compile(r":(?=\s)")
SIGNED = re.compile(r"(?<=[)/])\.?(?=\s{1,2}[\"“'‘]?[A-Z])")
AGENCY = re.compile(r"(?:--|\s{0,2})(?:\(([^()]{2,40})\)|/([^/]{2,40})/)\.?\s*$")
NAME = r"[^\W\d_][\w.'’-]{0,30}"
PLACE = re.compile(
    rf"{NAME}(?:[ /]{NAME}){{0,5}}"
    rf"(?:\s\[{NAME}(?: {NAME}){{0,2}}\])?"
    rf"(?:, {NAME}(?: {NAME}){{0,3}}){{0,2}}"
)
PARTICLES = frozenset(
    ("and", "of", "the", "de", "del", "da", "do", "dos", "la", "al", "el", "upon", "on")
)
AFTER = re.compile(r"\s*[\"“”'‘’(\[]{0,2}[\w$€£₹]")
AFTER_SENTENCE = re.compile(r"\s*[\"“'‘(\[]{0,2}[A-Z0-9À-Þ$€£₹]")
FINISHED = re.compile(r"[.?!…:][\"”'’)\]]{0,2}$")


def find(text: str) -> Dateline | None:
    """The dateline in the opening lines of a text, its extents in the text; None without one.

    It may follow a title, a byline and the like, all short, and it opens its line. The place
    keeps what is said of it ("PARIS, Texas", "PARIS/BERLIN"); an agency comes without brackets.
    """
    for start, line in _opening(text):
        found = _of_line(line, text)
        if found:
            return _moved(found, start)
    return None


def _opening(text: str) -> Iterator[tuple[int, str]]:
    """The first lines with their offsets, to the first that is longer than a heading."""
    start = seen = 0
    while start < len(text) and seen < OPENING_LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line.strip():
            indent = len(line) - len(line.lstrip())
            yield start + indent, line.strip()
            seen += 1
            if len(line) > LONGEST_HEADING:
                return
        start = end + 1


def _of_line(line: str, text: str) -> Dateline | None:
    if not line[0].isalpha() and line[0] not in "(/":
        return None
    head = line[:LONGEST_DATELINE]
    for pattern in (DASH, SIGNED, COLON):
        ending = pattern.search(head)
        if ending is None:
            continue
        found = _taken_apart(head[: ending.start()], ending.end())
        if found and AFTER.match(line, ending.end()) and _holds(found, line, pattern, text):
            return found
    return _place_alone(line)


def _place_alone(line: str) -> Dateline | None:
    """A line that is a known place and nothing else: where a press release or a talk was given."""
    if len(line) > LONGEST_DATELINE or not PLACE.fullmatch(line):
        return None
    whole = Extent(0, len(line))
    return Dateline(whole, place=whole) if gazette.is_city(line) else None


def _taken_apart(words: str, end: int) -> Dateline | None:
    """Place, date and agency of the words before the dash; None when they are something else."""
    signed = AGENCY.search(words)
    agency = None
    rest = words
    if signed:
        agency = Extent(*signed.span(1 if signed[1] else 2))
        rest = words[: signed.start()]
    rest, day = _without_date(rest)
    if agency is None:
        rest, agency = _without_agency(rest)
    place = rest.rstrip(" ,.") if not rest.rstrip().endswith(gazette.states()) else rest.rstrip()
    if place and not _is_place_shaped(place):
        return None
    if not place and not (agency and gazette.is_agency(agency.of(words))):
        return None
    found = Dateline(Extent(0, end), date=day, agency=agency)
    return replace(found, place=Extent(0, len(place))) if place else found


def _without_date(words: str) -> tuple[str, Extent | None]:
    found = gazette.date_at_end().search(words)
    if found is None:
        return words, None
    return words[: found.start()], Extent(*found.span("date"))


def _without_agency(words: str) -> tuple[str, Extent | None]:
    """An agency after a comma, as in "Tehran, IRNA –"."""
    before, comma, last = words.rpartition(", ")
    if not comma or not gazette.is_agency(last.strip()):
        return words, None
    start = len(before) + len(comma)
    return before, Extent(start, start + len(last.rstrip()))


def _is_place_shaped(words: str) -> bool:
    if not PLACE.fullmatch(words):
        return False
    names = re.split(r"[ /,\[\]]+", words)
    if not names[0][0].isupper() or gazette.is_calendar(names[0].rstrip(".")):
        return False
    return all(name in PARTICLES or not name[:1].islower() or "-" in name for name in names if name)


def _holds(found: Dateline, line: str, pattern: re.Pattern[str], text: str) -> bool:
    """Whether there is enough of a dateline for what follows it."""
    agency = found.agency is not None and gazette.is_agency(found.agency.of(line))
    if found.place is None:
        return agency
    place = found.place.of(line)
    city = re.split(r", | \[", place)[0]
    dated, signed = found.date is not None, found.agency is not None
    if any(word in gazette.labels() for word in re.split(r"\W+", city.upper())):
        return False
    if pattern is SIGNED:
        return dated and signed
    if agency or (dated and signed):
        return True
    if pattern is COLON or not (dated or signed):
        return gazette.is_town(place) and _opens_a_report(found, line, text)
    return dated or city.isupper() or gazette.is_town(place)


def _opens_a_report(found: Dateline, line: str, text: str) -> bool:
    """Whether sentences follow, and the place is no heading and no speaker's name."""
    if not AFTER_SENTENCE.match(line, found.extent.end) or not FINISHED.search(line):
        return False
    if len(line[found.extent.end :].split(maxsplit=FEWEST_WORDS)) < FEWEST_WORDS:
        return False
    label = f"\n{line[: found.extent.end]}"
    return f"\n{text}".count(label) == 1


def _moved(found: Dateline, by: int) -> Dateline:
    def moved(extent: Extent | None) -> Extent | None:
        return Extent(extent.start + by, extent.end + by) if extent else None

    whole = Extent(found.extent.start + by, found.extent.end + by)
    return Dateline(whole, moved(found.place), moved(found.date), moved(found.agency))
