"""The time of day that stands beside a date: at 10 a.m. on Tuesday."""

import re

from extractors.dates import intervals
from extractors.dates.intervals import Interval
from readout.records import Extent

NOON = 12
REACH = 40  # characters before or behind a date in which its time of day may stand
CLOCK = re.compile(
    r"(?<![\w$£€:.,-])(?:(?P<hour>0?[1-9]|1[0-2])(?:[:.](?P<minute>[0-5]\d))?[ ]?"
    r"(?P<half>[ap]\.m\.|[ap]m\b|[AP]M\b|[AP]\.M\.)"
    r"|(?P<hour24>[01]\d|2[0-3])[:.]?(?P<minute24>[0-5]\d)[ ]?"
    r"(?:(?:hours|hrs|h)\b[ ]?)?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|[Ll]ocal[ ]time)"
    r"|(?P<word>[Nn]oon|[Mm]idday)\b)"
)
ZONE = r"(?:[ ](?:GMT|UTC|BST|CET|CEST|ET|EST|EDT|PT|local[ ]time|Eastern(?:[ ]Time)?))?"
GAP_BEFORE = re.compile(ZONE + r"(?:[ ]\([^()]{1,20}\))?,?[ ](?:on[ ])?", re.ASCII)
GAP_AFTER = re.compile(r",?[ ](?:at|from|shortly[ ]after)?[ ]?(?:about[ ]|around[ ])?", re.ASCII)


def at_time(text: str, day: Interval, extent: Extent) -> tuple[Interval, Extent]:
    """The minute, and the words of both, where a time of day stands beside the date."""
    found = _before(text, extent) or _after(text, extent)
    if found is None:
        return day, extent
    hour, minute = _hour(found), int(found["minute"] or found["minute24"] or 0)
    both = Extent(min(found.start(), extent.start), max(found.end(), extent.end))
    return intervals.minute(day.start.date(), hour, minute), both


def _before(text: str, extent: Extent) -> re.Match[str] | None:
    last = None
    for match in CLOCK.finditer(text, max(0, extent.start - REACH), extent.start):
        if GAP_BEFORE.fullmatch(text, match.end(), extent.start):
            last = match
    return last


def _after(text: str, extent: Extent) -> re.Match[str] | None:
    gap = GAP_AFTER.match(text, extent.end, min(len(text), extent.end + REACH))
    return CLOCK.match(text, gap.end()) if gap else None


def _hour(match: re.Match[str]) -> int:
    if match["word"]:
        return NOON
    if match["hour24"]:
        return int(match["hour24"])
    after_noon = match["half"].lower().startswith("p")
    return int(match["hour"]) % NOON + (NOON if after_noon else 0)
