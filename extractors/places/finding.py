"""Every place that a text names, its country where that is certain."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from extractors.actors import tokens
from extractors.actors.naming import is_surname, namings_of, surnames
from extractors.actors.records import Naming
from extractors.actors.scene import Scene, scene_of
from extractors.lexicon import load
from extractors.places.countries import certain_country, possible_countries
from readout import codes
from readout.records import Extent, Where

CAPITAL = tokens.ids(["capital"])
POSSESSIVES = frozenset({"'s", "’s"})


def find(doc: Doc) -> tuple[Where, ...]:
    """Every place named in the text, in order, its country where that is certain.

    A place and the country or state after it are one: Bali, Indonesia. Names of people, countries
    within a title, and adjectives are no places.
    """
    scene = scene_of(doc)
    found_names = namings_of(scene)
    people = surnames(found_names)
    named = [
        naming
        for naming in found_names
        if _is_place(scene, naming) and not is_surname(doc, naming, people)
    ]
    found = [*_merged(scene, named), *_capitals(scene)]
    return tuple(sorted(found, key=lambda where: where.extent))


def _is_place(scene: Scene, naming: Naming) -> bool:
    if naming.start == naming.end or naming.title is not None:
        return False
    if naming.entries:
        return naming.kind in {"country", "place"} and any(
            entry.sense in {"country", "metonym", "place"} for entry in naming.entries
        )
    if naming.kind == "place":
        return _follows(scene.doc, naming.start, "locative", "goal", "visiting")
    return naming.kind == "unknown" and _is_unknown_place(scene, naming)


def _is_unknown_place(scene: Scene, naming: Naming) -> bool:
    """In Peterhead, the port of Lorient: a name of nothing else, no headline's."""
    doc, start = scene.doc, naming.start
    if start in scene.headlines or not all(t.pos_ == "PROPN" for t in doc[start : naming.end]):
        return False
    if naming.words.isupper() or naming.words.lower() in load("places")["no_places"]:
        return False
    if naming.end < len(doc) and doc[naming.end].pos_ in {"NOUN", "PROPN", "PART"}:
        return False  # in Chandra's office, in Brexit talks
    return doc[start - 1].lower_ == "in" or _of_settlement(doc, start)


def _of_settlement(doc: Doc, start: int) -> bool:
    before = doc[start - 2].lower_ if start > 1 else ""
    return doc[start - 1].lower_ == "of" and before in load("places")["settlements"]


def _follows(doc: Doc, start: int, *lists: str) -> bool:
    """Whether a word of these lists comes before the name, articles and adjectives aside."""
    k = start - 1
    while k > 0 and doc[k].pos_ in {"DET", "ADJ"}:
        k -= 1
    return k >= 0 and (
        any(doc[k].lower_ in load("places")[name] for name in lists) or _of_settlement(doc, start)
    )


def _merged(scene: Scene, named: list[Naming]) -> Iterator[Where]:
    taken: set[int] = set()
    for place, outer in pairwise([*named, None]):
        if place is None or place.start in taken:
            continue
        if outer is not None and _within(scene, place, outer):
            taken.add(outer.start)
            yield _where(scene, place.start, outer.end, _country(scene, outer))
        else:
            yield _where(scene, place.start, place.end, _country(scene, place))


def _within(scene: Scene, place: Naming, outer: Naming) -> bool:
    """Whether the second of two places holds the first: Bali, Indonesia; Paris, Texas."""
    if outer.start != place.end + 1 or scene.doc[place.end].text != ",":
        return False
    if not _is_wide(outer) or any(entry.sense == "country" for entry in place.entries):
        return False
    if place.entries and _is_state(place):  # a list of states
        return any(entry.sense == "country" for entry in outer.entries)
    if not place.entries or _is_state(outer):
        return True
    return bool(possible_countries(place.entries) & possible_countries(outer.entries))


def _is_wide(outer: Naming) -> bool:
    return any(
        entry.sense == "country" or (entry.place is not None and entry.place.kind == "region")
        for entry in outer.entries
    )


def _is_state(naming: Naming) -> bool:
    """Whether the place is a state or province, before which any town may stand."""
    return all(entry.place is not None and entry.place.kind == "region" for entry in naming.entries)


def _country(scene: Scene, naming: Naming) -> str | None:
    return certain_country(scene, naming.entries) if naming.entries else None


def _where(scene: Scene, start: int, end: int, country: str | None) -> Where:
    span = scene.doc[start:end]
    return Where(Extent(span.start_char, span.end_char), " ".join(span.text.split()), country)


def _capitals(scene: Scene) -> Iterator[Where]:
    """*The Turkish capital* and *Turkey's capital*, when its name does not follow."""
    for i in tokens.with_lower(scene.doc, CAPITAL):
        token = scene.doc[i]
        if i == 0 or _is_named(token):
            continue
        end = token.i - 1 if scene.doc[token.i - 1].text in POSSESSIVES else token.i
        known = scene.ending.get(end)
        entry = known.match.sense("demonym", "country") if known is not None else None
        if known is not None and entry is not None and entry.country:
            span = scene.doc[known.start : token.i + 1]
            name = codes.countries()[entry.country].capital
            yield Where(Extent(span.start_char, span.end_char), name, entry.country)


def _is_named(token: Token) -> bool:
    """Whether more than the city is meant: capital Kyiv, capital city, capital markets."""
    if token.i + 1 >= len(token.doc):
        return False
    following = token.nbor()
    return following.text[0].isupper() or following.pos_ in {"NOUN", "PROPN"}
