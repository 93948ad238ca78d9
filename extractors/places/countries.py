"""Which country a place is in, when that is certain."""

from collections.abc import Iterable

from extractors.actors.scene import Scene
from extractors.gazetteer import Entry

# Named in news from everywhere, so that they tell nothing of where a town of many namesakes is.
TELL_NOTHING = frozenset({"US"})


def possible_countries(entries: Iterable[Entry]) -> frozenset[str]:
    """Every country that a name can be in."""
    found: set[str] = set()
    for entry in entries:
        if entry.country and entry.sense != "demonym":
            found.add(entry.country)
        if entry.place is not None:
            found.update(entry.place.also_in)
    return frozenset(found)


def certain_country(scene: Scene, entries: tuple[Entry, ...]) -> str | None:
    """The one country a name can be in, or the one that the rest of the text speaks of."""
    capital = [e for e in entries if e.place is not None and e.place.kind in {"capital", "venue"}]
    unrivalled = {e.country for e in capital if e.place is not None and not e.place.also_in}
    if len(unrivalled) == 1:
        return unrivalled.pop()
    possible = possible_countries(entries)
    if len(possible) <= 1:
        return next(iter(possible), None)
    names = {entry.spelling for entry in entries}
    spoken_of = possible & _spoken_of(scene, names)
    return next(iter(spoken_of)) if len(spoken_of) == 1 else None


def _spoken_of(scene: Scene, but: set[str]) -> set[str]:
    """The countries whose people, capitals or other places the text names."""
    found: set[str] = set()
    for known in scene.starting.values():
        for entry in known.match.entries:
            if entry.spelling in but or entry.country is None or entry.actor is not None:
                continue
            if entry.place is not None and (entry.place.also_in or entry.place.kind == "venue"):
                continue
            if entry.place is None and entry.country in TELL_NOTHING:
                continue
            found.add(entry.country)
    return found
