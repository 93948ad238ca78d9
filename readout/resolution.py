"""Who is meant by a name that a document was read to hold, by the lists of actors there are now.

A document is read once, by itself. What its words are taken to name is kept as it was read; who
that is, is said here, and said again for all documents whenever a list has changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from readout import codes
from readout.codes import KnownActor
from readout.identity import hash_id
from readout.spelling import fold, name_id, spelled_as, without_article

_MOST_MEMBERS = 6  # of a group: more are no longer told apart by trying


@dataclass(frozen=True, slots=True)
class Named:
    """An actor by its id, and the name it goes by."""

    actor_id: str
    name: str


class Resolution:
    """Who goes by which name, for one state of the lists."""

    def __init__(self, known: Iterable[KnownActor]) -> None:
        self._by_id: dict[str, Named] = {}
        self._by_spelling: dict[str, list[tuple[str, Named]]] = {}
        for actor in known:
            named = self._by_id.setdefault(actor.actor_id, Named(actor.actor_id, actor.name))
            for spelling in dict.fromkeys((actor.name, *actor.aliases)):
                key = fold(without_article(spelling))
                self._by_spelling.setdefault(key, []).append((spelling, named))

    def actor(self, read: Named) -> Named:
        """Who is meant; the one that was read when no list knows better."""
        if read.actor_id in self._by_id:
            return self._by_id[read.actor_id]
        if read.actor_id.startswith("country-"):
            return read
        return self._spelled(read.name) or self._group(read) or read

    def _spelled(self, name: str) -> Named | None:
        words = without_article(name)
        known = self._by_spelling.get(fold(words), ()) if words else ()
        meant = {named for spelling, named in known if spelled_as(without_article(spelling), words)}
        return meant.pop() if len(meant) == 1 else None

    def _group(self, read: Named) -> Named | None:
        """The two leaders are whoever each of them is."""
        members = self.members(read)
        if not members:
            return None
        meant = [*dict.fromkeys(self.actor(member) for member in members)]
        return meant[0] if len(meant) == 1 else group_of(meant)

    def members(self, read: Named) -> list[Named]:
        """Those of whom a group consists: their names, whose ids make up its own; else none."""
        names = read.name.replace(" and ", ", ").split(", ")
        if not 1 < len(names) <= _MOST_MEMBERS:
            return []
        for ids in product(*(self._ids(name) for name in names)):
            if hash_id("group", *sorted(ids)) == read.actor_id:
                return [Named(*one) for one in zip(ids, names, strict=True)]
        return []

    def _ids(self, name: str) -> list[str]:
        """The ids that an actor of this name can have been read to have."""
        known = [named.actor_id for _, named in self._by_spelling.get(fold(name), ())]
        unlisted = (name_id(name), hash_id("actor", fold(name)))
        countries = [_country_ids()[name]] if name in _country_ids() else []
        return [*dict.fromkeys((*unlisted, *countries, *known))]


def group_of(members: list[Named]) -> Named:
    """Several actors as one."""
    *names, last = (member.name for member in members)
    ids = sorted(member.actor_id for member in members)
    return Named(hash_id("group", *ids), f"{', '.join(names)} and {last}")


@cache
def _country_ids() -> Mapping[str, str]:
    return {country.name: country.actor_id for country in codes.countries().values()}
