"""What is known of an actor, and of the words that name one."""

from dataclasses import dataclass
from typing import Literal

from extractors.gazetteer import Entry

Kind = Literal["person", "organisation", "country", "place", "group", "thing", "unknown"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body or country as a document speaks of it."""

    actor_id: str
    name: str
    kind: str  # person, organisation, country, group, unknown
    country: str | None = None  # ISO 3166 alpha-2
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Affiliation:
    """The country or body that a title or a group belongs to, by tokens `[start, end)`."""

    start: int
    end: int
    country: str | None
    body: str | None = None  # name of a body that is no country's government


@dataclass(frozen=True, slots=True)
class Title:
    """A title's words, by tokens `[start, end)`: French President, Secretary of State."""

    start: int
    end: int
    head: int
    family: str
    office: str | None  # the title without country; None for courtesies such as Mr.
    affiliation: Affiliation | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that name an actor, by tokens: the name itself within its whole phrase.

    `start == end` for a title that stands for its holder: the French president.
    """

    start: int
    end: int
    kind: Kind
    words: str
    entries: tuple[Entry, ...] = ()
    title: Title | None = None
    appositive: Title | None = None  # the title that follows: Kaja Kallas, the EU's ... chief
    origin: Affiliation | None = None  # the country that follows: King Abdullah II of Jordan

    @property
    def tokens(self) -> range:
        """Every token of the name and of the title before it."""
        return range(self.title.start if self.title else self.start, self.last)

    @property
    def last(self) -> int:
        """The token after the last one of name and title."""
        origin = self.origin.end if self.origin else 0
        return max(self.end, self.title.end if self.title else 0, origin)
