"""The words that datelines are made of: cities, calendar, agencies."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from readout import codes

LONGEST_NAME = 4  # words in the name of a newspaper


@cache
def _words() -> dict[str, list[str]]:
    return tomllib.loads((files("readout.cleaning") / "dateline.toml").read_text("utf-8"))


@cache
def _cities() -> frozenset[str]:
    cities = [place for place in codes.places() if place.kind in {"capital", "city"}]
    names = {name for place in cities for name in (place.name, *place.other_names)}
    capitals = {country.capital for country in codes.countries().values()}
    others = set(_words()["other_places"])
    return frozenset(_plain(name) for name in names | capitals | others if name)


@cache
def _regions() -> frozenset[str]:
    regions = [place for place in codes.places() if place.kind in {"region", "area"}]
    names = {name for place in regions for name in (place.name, *place.other_names)}
    for country in codes.countries().values():
        names |= {country.name, *country.other_names}
    return frozenset(_plain(name) for name in names | set(states()))


def _plain(name: str) -> str:
    return name.casefold().replace(".", "").replace("’", "'").strip()


def is_city(place: str) -> bool:
    """Whether a place is a known city, or several: "Kyiv", "PARIS/BERLIN", "Brussels, Belgium"."""
    city, *regions = re.split(r", | \[|\]", place)
    if not all(_plain(name) in _cities() for name in city.split("/")):
        return False
    return all(_plain(region) in _regions() for region in regions if region)


def is_town(place: str) -> bool:
    """Whether a place is a known city, or a name in capitals followed by a known region."""
    city, *regions = re.split(r", ", place)
    if is_city(place):
        return True
    return city.isupper() and bool(regions) and all(_plain(name) in _regions() for name in regions)


def is_agency(name: str) -> bool:
    """Whether a name is that of a known agency, or has a newspaper's word in it."""
    if name.casefold() in _agencies():
        return True
    words = name.split()
    return 0 < len(words) <= LONGEST_NAME and words[-1].title() in _words()["press"]


@cache
def _agencies() -> frozenset[str]:
    return frozenset(name.casefold() for name in _words()["agencies"])


@cache
def labels() -> frozenset[str]:
    """Words of headings, in capitals: what begins with one is no dateline."""
    return frozenset(_words()["labels"])


@cache
def states() -> tuple[str, ...]:
    """States as they are shortened after the name of a town; some end in a full stop."""
    return tuple(_words()["states"])


@cache
def _calendar() -> frozenset[str]:
    return frozenset(word.casefold() for word in _words()["months"] + _words()["weekdays"])


def is_calendar(word: str) -> bool:
    """Whether a word is a month or a weekday."""
    return word.casefold() in _calendar()


@cache
def date_at_end() -> re.Pattern[str]:
    """A day at the end of some words, as group `date`: "March 3", "Mon., 3 March 2025"."""
    month = rf"(?:{'|'.join(_words()['months'])})\.?"
    weekday = rf"(?:{'|'.join(_words()['weekdays'])})\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    year = r"(?:,? \d{4})?"
    numbers = r"\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4}"
    written = rf"{month} {day}{year}|{day} {month}{year}|{numbers}"
    return re.compile(
        rf"(?:^|[,.]? ){'(?P<date>'}(?:{weekday},? )?(?:{written})|{weekday})[.,]?\s*$",
        re.IGNORECASE,
    )
