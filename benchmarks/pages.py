"""Made-up reports whose mentions are spread as in the news.

Twenty mentions a document, of which one in five is a meeting or a deal, as in the articles that
the program was written on; 250 documents a day, so that a larger archive is a longer one. A few
people and stories are in most reports (Zipf), so some pairs meet in every week's news; half of the
reports give a date, half a place, two in three of a deal its value; one in eight tells of a plan;
one statement in seven is quoted by others too; one report in twenty is a copy with another last
line.
"""

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate

from readout import codes
from readout.identity import hash_id
from readout.records import Argument, Extent, Factuality, Mention, When, Where

MENTIONS = 20
A_DAY = 250
FIRST_DAY = datetime(2020, 1, 6, tzinfo=UTC)

_EVENTS = 4  # of them meetings and deals; the others are statements
_STATEMENTS_EACH = (MENTIONS - _EVENTS) // _EVENTS
_STORIES_A_DAY = 300
_COPIED, _ORIGINAL = 20, 7  # every 20th page copies the one 7 before it
_GIVEN = 1 / 2  # how many reports of an event give its date, and its place
_QUOTED = 1 / 7  # how many statements are quoted by several reports
_DEALS = 5  # one story in five is of a deal
_AHEAD = (-2, -1, 0, 3, 6)  # days from a report to the event it tells of
_AHEAD_WEIGHTS = (1, 3, 10, 1, 1)
_ACTORS = 20_000
_TOPICS = (
    *("trade", "energy", "the border", "grain exports", "prisoner exchanges", "security"),
    *("investment", "migration", "the ceasefire", "fisheries", "nuclear safety", "climate aid"),
)
_INSTRUMENTS = ("agreement", "memorandum", "contract", "treaty", "accord")
_VALUES = ("", "", "40", "300", "1200", "5000")
_WORDS = (
    *("we", "will", "not", "accept", "more", "of", "this", "war", "and", "our", "people", "need"),
    *("an", "answer", "that", "lasts", "while", "prices", "rise", "in", "every", "market", "so"),
    *("next", "budget", "must", "find", "money", "for", "schools", "roads", "hospitals", "before"),
    *("winter", "comes", "again", "to", "cities", "where", "nobody", "can", "say", "when"),
)
_SYLLABLES = ("ba", "den", "kor", "li", "mar", "no", "pel", "ros", "sta", "tur", "ven", "wi", "zan")


@dataclass(slots=True)
class Page:
    """A text that grows, and what it tells."""

    text: str = ""
    mentions: list[Mention] = field(default_factory=list)

    def write(self, words: str) -> Extent:
        """Adds words; where they stand."""
        start = len(self.text)
        self.text += words
        return Extent(start, len(self.text))


@dataclass(frozen=True, slots=True)
class _Actor:
    actor_id: str
    name: str


@dataclass(frozen=True, slots=True)
class _Happening:
    kind: str
    pair: tuple[_Actor, _Actor]
    day: datetime
    place: str
    country: str
    topic: str
    instrument: str


def page(number: int, day: int) -> tuple[Page, datetime]:
    """The report with this number, of a day, and when it was published; the same everywhere."""
    is_copy = number % _COPIED == _COPIED - 1
    choose = _dice(number - _ORIGINAL if is_copy else number)
    made = Page()
    for _ in range(_EVENTS):
        _tell(made, choose, day)
        for _ in range(_STATEMENTS_EACH):
            _quote(made, choose, day)
    if is_copy:
        made.write(f"This report came to us under number {number}.")
    minutes = number % A_DAY * 5
    return made, FIRST_DAY + timedelta(days=day, minutes=minutes)


def _dice(seed: int | str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - not a secret


def _tell(made: Page, choose: random.Random, day: int) -> None:
    ahead = choose.choices(_AHEAD, _AHEAD_WEIGHTS)[0]
    told = _happening(day + ahead, _popular(choose, _STORIES_A_DAY))
    is_deal = told.kind == "deal_signing"
    role = "party" if is_deal else "participant"
    one, other = told.pair
    start = len(made.text)
    arguments = [_argument(made, role, one)]
    made.write(" will " if ahead > 0 else " ")
    trigger = made.write(_verb(is_deal=is_deal, is_plan=ahead > 0))
    made.write(" with " if is_deal else " ")
    arguments.append(_argument(made, role, other))
    if is_deal:
        made.write(" an ")
        arguments.append(Argument("agreement", made.write(told.instrument)))
    made.write(" on ")
    arguments.append(Argument("topic", made.write(told.topic)))
    where = _where(made, told) if choose.random() < _GIVEN else None
    when = _when(made, told) if choose.random() < _GIVEN else None
    value = choose.choice(_VALUES) if is_deal else ""
    if value:
        made.write(" worth ")
        arguments.append(Argument("value", made.write(f"${value} million")))
    arguments += [Argument("place", where.extent)] if where else []
    arguments += [Argument("time", when.extent)] if when else []
    made.mentions.append(
        Mention(
            told.kind,
            trigger,
            Extent(start, made.write(". ").end - 1),
            tuple(arguments),
            Factuality("planned" if ahead > 0 else "occurred"),
            0.9,
            "made up",
            when,
            where,
            _attributes(told, value),
        )
    )


def _attributes(told: _Happening, value: str) -> dict[str, str]:
    if told.kind == "meeting":
        return {"format": "in person"}
    deal = {"stage": "signed", "instrument": told.instrument, "deal": told.instrument}
    return {**deal, "value": f"{value}000000", "currency": "USD"} if value else deal


def _verb(*, is_deal: bool, is_plan: bool) -> str:
    if is_deal:
        return "sign" if is_plan else "signed"
    return "meet" if is_plan else "met"


def _where(made: Page, told: _Happening) -> Where:
    made.write(" in ")
    return Where(made.write(told.place), told.place, told.country)


def _when(made: Page, told: _Happening) -> When:
    made.write(" on ")
    extent = made.write(f"{told.day:%B %-d}")
    begins = told.day.replace(tzinfo=None)
    return When(begins, begins + timedelta(days=1), "day", "explicit", extent)


def _argument(made: Page, role: str, actor: _Actor) -> Argument:
    return Argument(role, made.write(actor.name), actor.name, actor.actor_id)


def _quote(made: Page, choose: random.Random, day: int) -> None:
    is_shared = choose.random() < _QUOTED
    words = _dice(f"{day} {_popular(choose, _STORIES_A_DAY)}") if is_shared else choose
    start = len(made.text)
    speaker = _argument(made, "speaker", _actor(_popular(words, _ACTORS)))
    made.write(" ")
    cue = made.write("said")
    made.write(" that ")
    content = made.write(" ".join(words.choices(_WORDS, k=words.randint(8, 16))))
    made.mentions.append(
        Mention(
            "statement",
            cue,
            Extent(start, made.write(". ").end - 1),
            (speaker, Argument("content", content)),
            Factuality("occurred"),
            0.9,
            "made up",
            attributes={"quote_type": "indirect", "speech_act": "state"},
        )
    )


@cache
def _happening(day: int, story: int) -> _Happening:
    choose = _dice(f"{day} {story}")
    first, second = (_popular(choose, _ACTORS) for _ in range(2))
    place, country = choose.choice(_places())
    return _Happening(
        "meeting" if story % _DEALS else "deal_signing",
        (_actor(first), _actor(second if second != first else first + 1)),
        FIRST_DAY + timedelta(days=day),
        place,
        country,
        choose.choice(_TOPICS),
        choose.choice(_INSTRUMENTS),
    )


def _popular(choose: random.Random, count: int) -> int:
    """A number under `count`; the k-th is drawn about 1/k as often as the first."""
    return choose.choices(range(count), cum_weights=_weights(count))[0]


@cache
def _weights(count: int) -> list[float]:
    return [*accumulate(1 / (rank + 3) for rank in range(count))]


@cache
def _actor(rank: int) -> _Actor:
    listed = _listed()
    if rank < len(listed):
        return listed[rank]
    choose = _dice(rank)
    given, family = ("".join(choose.choices(_SYLLABLES, k=length)) for length in (2, 3))
    name = f"{given.capitalize()} {family.capitalize()}"
    return _Actor(hash_id("actor", name.casefold()), name)


@cache
def _listed() -> list[_Actor]:
    """Those on the lists, in an order that has no meaning."""
    people = {one.actor_id: _Actor(one.actor_id, one.name) for one in codes.actors()}
    countries = {one.actor_id: _Actor(one.actor_id, one.name) for one in codes.countries().values()}
    return sorted([*people.values(), *countries.values()], key=lambda one: hash_id(one.actor_id))


@cache
def _places() -> list[tuple[str, str]]:
    return [(one.name, one.country) for one in codes.places() if one.country]
