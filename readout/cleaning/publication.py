"""When an article was published, from what is said of it; never from nothing."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from readout.records import Dateline

EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
CLOCKS_DIFFER = timedelta(days=2)

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>\d{4})"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
CLOCK = (
    r"(?:,?\s+(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::\d\d)?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*(?P<zone>[a-z]{1,5}|[+-]\d\d:?\d\d)?)?"
)
WRITTEN = tuple(
    re.compile(rf"{WEEKDAY}{order}{CLOCK}", re.IGNORECASE)
    for order in (rf"{MONTH}\s+{DAY},?\s+{YEAR}", rf"{DAY}\s+{MONTH},?\s+{YEAR}")
)
MAIL = re.compile(
    r"(?:[a-z]{3},\s*)?\d{1,2}\s+[a-z]{3}\s+\d{2,4}\s+\d{1,2}:\d\d.{0,20}", re.IGNORECASE
)
EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{13}")
MILLISECONDS = 13
ISO = re.compile(r"\d{4}([-/]?)\d\d\1\d\d(?:[T ].{0,30})?")
ISO_ZONE = re.compile(r"(?<=\d)\s*(?:(?:UTC|GMT)|([+-]\d\d:?\d\d))$")
IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})/")
# Hours from Greenwich of the zones that newspapers write.
ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
    "est": -5, "edt": -4, "et": -5, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7,
}  # fmt: skip
SAID_BEFORE = re.compile(
    r"^(?:(?:first )?(?:published|posted|issued|released)(?: on)?|date) ?:? ", re.IGNORECASE
)
NOON = 12
LONGEST = 80
LONGEST_DATE_LINE = 60
OPENING_LINES = 6


def understood(stated: str) -> datetime | None:
    """The moment that a statement of date names, in UTC; None where it is not certain.

    ISO 8601, RFC 822, seconds or milliseconds since 1970, and dates with the month in words. A day
    alone is its midnight in UTC; a time without a zone counts as UTC; a zone nobody knows leaves
    the day. Numbers alone (03/04/2025) are not understood: they mean two things.
    """
    words = " ".join(stated.split())
    if not words or len(words) > LONGEST:
        return None
    try:
        return _iso(words) or _epoch(words) or _mail(words) or _written(words)
    except (ValueError, OverflowError, OSError):
        return None  # the shape of a date, but no such day or moment


def believable(moment: datetime | None, now: datetime) -> datetime | None:
    """The moment, unless it lies before 1900 or more than two days ahead."""
    if moment is None or not EARLIEST <= moment <= now + CLOCKS_DIFFER:
        return None
    return moment


def from_address(url: str | None) -> datetime | None:
    """The day in an address such as https://news.example/2025/03/05/talks."""
    found = IN_ADDRESS.search(url or "")
    return _day(*map(int, found.groups())) if found else None


def from_text(text: str, dateline: Dateline | None) -> datetime | None:
    """The day in a full date in the dateline, or on a line of its own in the opening."""
    if dateline and dateline.date:
        return understood(dateline.date.of(text))
    lines = [line.strip() for line in text[: 20 * LONGEST].split("\n", OPENING_LINES)]
    stated = (SAID_BEFORE.sub("", line) for line in lines[:OPENING_LINES])
    dates = (understood(line) for line in stated if _is_date_line(line))
    return next((found for found in dates if found), None)


def _is_date_line(line: str) -> bool:
    return len(line) <= LONGEST_DATE_LINE and any(form.fullmatch(line) for form in WRITTEN)


def _iso(words: str) -> datetime | None:
    if not ISO.fullmatch(words):
        return None
    return _in_utc(datetime.fromisoformat(ISO_ZONE.sub(_joined_zone, words.replace("/", "-"))))


def _joined_zone(zone: re.Match[str]) -> str:
    """A zone set apart by a space or named, as the standard library's reader wants it."""
    return zone[1] or "+00:00"


def _epoch(words: str) -> datetime | None:
    if not EPOCH.fullmatch(words):
        return None
    seconds = int(words) / 1000 if len(words) == MILLISECONDS and words.isdigit() else float(words)
    return datetime.fromtimestamp(seconds, tz=UTC)


def _mail(words: str) -> datetime | None:
    return _in_utc(parsedate_to_datetime(words)) if MAIL.fullmatch(words) else None


def _written(words: str) -> datetime | None:
    found = next(filter(None, (form.fullmatch(words) for form in WRITTEN)), None)
    if found is None:
        return None
    month = MONTHS.index(found["month"][:3].lower()) + 1
    day = _day(int(found["year"]), month, int(found["day"]))
    if day is None or not found["hour"]:
        return day
    return _with_clock(day, found)


def _with_clock(day: datetime, found: re.Match[str]) -> datetime:
    hour, minute = int(found["hour"]), int(found["minute"])
    if found["half"]:
        hour = hour % NOON + (NOON if found["half"].lower().startswith("p") else 0)
    zone = (found["zone"] or "utc").lower()
    if zone in ZONES:
        return day.replace(hour=hour, minute=minute) - timedelta(hours=ZONES[zone])
    if zone[0] in "+-":
        return _in_utc(datetime.fromisoformat(f"{day:%Y-%m-%d}T{hour:02}:{minute:02}{zone}"))
    return day


def _day(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None


def _in_utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
