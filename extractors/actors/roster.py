"""The actors that are known before reading, by name, by surname and by office."""

from collections import defaultdict
from functools import cache

from extractors import gazetteer
from extractors.actors import words
from extractors.actors.likeness import surname
from extractors.lexicon import load
from readout import codes
from readout.codes import KnownActor

SAME_WORD = {"defense": "defence", "labor": "labour", "external": "foreign"}
OFFICE_NOISE = frozenset({"of", "for", "the", "and", "affairs", "'s", "&"})


def office_key(office: str) -> tuple[str, frozenset[str]]:
    """An office as its family and the words that tell it from the others of that family.

    Foreign Minister, Minister of Foreign Affairs and minister for external affairs are one.
    """
    parts = gazetteer.fold(office).replace("-", " ").split()
    families = words.families()
    heads = [part for part in parts if part in families]
    times = words.title_words("times")
    rest = frozenset(
        SAME_WORD.get(part, part)
        for part in parts
        if part not in OFFICE_NOISE and part not in families and part not in times
    )
    if not heads:
        return "", rest
    family = families[heads[0] if " of " in office else heads[-1]]
    if family == "minister" and rest == {"prime"}:
        return "premier", frozenset()
    return family, rest


def meanings(office: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The offices that words may stand for, as keys, their own first.

    The head of state is a president or a monarch, the top diplomat a foreign minister.
    """
    plain = " ".join(gazetteer.fold(office).replace("-", " ").replace("defense", "defence").split())
    listed: list[str] = load("titles")["standing_for"].get(plain, [])
    return tuple(dict.fromkeys(office_key(one) for one in (office, *listed)))


@cache
def _by_surname() -> dict[str, tuple[KnownActor, ...]]:
    table: dict[str, list[KnownActor]] = defaultdict(list)
    for actor in codes.actors():
        if actor.kind == "person":
            for name in dict.fromkeys((actor.name, *actor.aliases)):
                for word in (surname(name), gazetteer.fold(name).split()[0]):
                    if actor not in table[word]:
                        table[word].append(actor)
    return {last_name: tuple(actors) for last_name, actors in table.items()}


@cache
def _by_office() -> dict[tuple[str | None, str], tuple[KnownActor, ...]]:
    table: dict[tuple[str | None, str], list[KnownActor]] = defaultdict(list)
    for actor in codes.actors():
        if actor.kind == "person" and actor.office:
            table[actor.country, office_key(actor.office)[0]].append(actor)
    return {key: tuple(actors) for key, actors in table.items()}


@cache
def _rows() -> dict[str, tuple[KnownActor, ...]]:
    table: dict[str, list[KnownActor]] = defaultdict(list)
    for actor in codes.actors():
        table[actor.actor_id].append(actor)
    return {actor_id: tuple(rows) for actor_id, rows in table.items()}


def office_on(actor_id: str, day: str | None) -> KnownActor | None:
    """The row of the office an actor held on a day; None when the lists don't say."""
    if day is None:
        return None
    return next((row for row in _rows().get(actor_id, ()) if row.in_office(day)), None)


def titled(last_name: str, office: str, country: str | None) -> KnownActor | None:
    """The one person on the list of this surname who holds or held this office."""
    family, rest = office_key(office)
    found: dict[str, KnownActor] = {}
    for row in _by_surname().get(gazetteer.fold(last_name), ()):
        if row.office is None or (country is not None and row.country != country):
            continue
        listed_family, listed_rest = office_key(row.office)
        if listed_family == family and (not rest or not listed_rest or rest & listed_rest):
            found[row.actor_id] = row
    return next(iter(found.values())) if len(found) == 1 else None


def holder(office: str, country: str | None, day: str | None) -> KnownActor | None:
    """Who held a country's office on a day, when the list has exactly one."""
    if day is None or country is None:
        return None
    for family, rest in meanings(office):
        found = {
            row.actor_id: row
            for row in _by_office().get((country, family), ())
            if row.in_office(day) and row.office and office_key(row.office)[1] == rest
        }
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def heads_of(body: str) -> tuple[KnownActor, ...]:
    """Who is or was at the head of a body of several countries: Secretary General *of NATO*."""
    whole = gazetteer.fold(body)
    return tuple(
        actor
        for actor in codes.actors()
        if actor.office
        and actor.country is None
        and gazetteer.fold(actor.office).endswith((f" of {whole}", f" of the {whole}"))
    )


def body_of(alpha2: str, name: str) -> KnownActor | None:
    """A country's body by its name alone: the Foreign Ministry of Russia."""
    country = codes.countries()[alpha2]
    for adjective in (*country.demonyms, f"{country.name}'s"):
        match = gazetteer.named(f"{adjective} {name}")
        entry = match.sense("actor") if match is not None else None
        if entry is not None and entry.actor is not None:
            return entry.actor
    return None
