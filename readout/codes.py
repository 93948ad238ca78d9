"""What is known before reading: countries, actors and places, from the tables in `seeds/`."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# The day up to which the terms in actors.csv were kept: of an office that has no end there, nobody
# can say who holds it later. Raised whenever the table is brought up to date.
ACTORS_AS_OF = "2025-12-31"


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory with a code of its own, and the words that name it."""

    alpha2: str  # ISO 3166, and XK for Kosovo
    alpha3: str
    name: str
    other_names: tuple[str, ...]
    demonyms: tuple[str, ...]  # adjectives and names of its people, in the singular
    capital: str
    metonyms: tuple[str, ...]  # places that stand for its government: Kremlin, Downing Street

    @property
    def actor_id(self) -> str:
        """The id of the country as an actor."""
        return f"country-{self.alpha2}"


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A person in one office, or a body. A person with two offices has two rows under one id."""

    actor_id: str
    name: str
    kind: str  # person or organisation
    country: str | None  # alpha-2
    office: str | None
    start: str | None  # year, year-month or ISO date; None when not known for certain
    end: str | None
    aliases: tuple[str, ...]

    def in_office(self, day: str) -> bool:
        """Whether the office was theirs on an ISO day, as far as the dates are known.

        A boundary known by its year or month alone counts whole. A row without a start says
        nothing about when, so it is never said to be in office.
        """
        if self.start is None or day < self.start:
            return False
        return day <= ACTORS_AS_OF if self.end is None else day[: len(self.end)] <= self.end


@dataclass(frozen=True, slots=True)
class Sector:
    """What CAMEO and PLOVER call those whose office, or whose name, has these words in it.

    PLOVER writes an actor as its country, or as one of `IGO`, `NGO`, `IMG` where it has none, and a
    sector; CAMEO writes both in one word.
    """

    kind: str  # person or organisation
    words: str
    actor: str | None
    sector: str | None
    cameo: str | None


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place on the map, or a building where people meet."""

    name: str
    kind: str  # capital, city, region, venue, area
    country: str | None  # alpha-2; None where it lies in several
    also_in: tuple[str, ...]  # countries with another place of this name that can be meant
    other_names: tuple[str, ...]


def _rows(table: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader((files("seeds") / f"{table}.csv").read_text("utf-8").splitlines())


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@cache
def countries() -> dict[str, Country]:
    """Every country by its alpha-2 code."""
    return {
        row["alpha2"]: Country(
            row["alpha2"],
            row["alpha3"],
            row["name"],
            _several(row["other_names"]),
            _several(row["demonyms"]),
            row["capital"],
            _several(row["metonyms"]),
        )
        for row in _rows("countries")
    }


@cache
def actors() -> tuple[KnownActor, ...]:
    """Every person and body on the list, in its order."""
    return tuple(known_actor(row) for row in _rows("actors"))


ACTOR_COLUMNS = ("actor_id", "name", "kind", "country", "office", "start", "end", "aliases")


def known_actor(row: Mapping[str, str]) -> KnownActor:
    """A line of a list of actors, by its columns."""
    return KnownActor(
        row["actor_id"],
        row["name"],
        row["kind"],
        row["country"] or None,
        row["office"] or None,
        row["start"] or None,
        row["end"] or None,
        _several(row["aliases"]),
    )


@cache
def sectors() -> tuple[Sector, ...]:
    """Every code for a sector, in the order of the table."""
    return tuple(
        Sector(
            row["kind"],
            row["words"],
            row["actor"] or None,
            row["sector"] or None,
            row["cameo"] or None,
        )
        for row in _rows("sectors")
    )


@cache
def places() -> tuple[KnownPlace, ...]:
    """Every place on the list, in its order."""
    return tuple(
        KnownPlace(
            row["name"],
            row["kind"],
            row["country"] or None,
            _several(row["also_in"]),
            _several(row["other_names"]),
        )
        for row in _rows("places")
    )
