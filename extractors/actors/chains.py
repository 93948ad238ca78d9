"""One chain for each person, body and country of a document: full name, surname, acronym, title."""

from bisect import insort
from collections.abc import Sequence

from extractors import gazetteer
from extractors.actors import roster, titles, words
from extractors.actors.chain import Chain
from extractors.actors.fullness import fullness, is_one_word_person, person_entry
from extractors.actors.governments import NOUNS, governed, owner_of
from extractors.actors.holders import (
    best,
    candidates,
    first_of_the_house,
    is_definite,
    is_past,
    is_plain_head,
    monarch,
    prominence,
)
from extractors.actors.likeness import (
    body_key,
    gender_of_name,
    is_short_for,
    name_id,
    same_name,
    surname,
)
from extractors.actors.naming import is_surname, surnames
from extractors.actors.records import Kind, Naming, Title
from extractors.actors.scene import Scene
from readout.codes import KnownActor


class Chains:
    """The chains of one document, and the naming that belongs to each."""

    def __init__(self, scene: Scene, day: str | None) -> None:
        self.doc = scene.doc
        self.day = day
        self.headlines = scene.headlines
        self._scene = scene
        self.chains: list[Chain] = []
        self.of: dict[int, Chain] = {}  # index of a naming → its chain
        self._by_id: dict[str, Chain] = {}
        self._bodies: dict[str, Chain] = {}
        self._surnames: frozenset[str] = frozenset()
        self._first_bare: dict[str, int] = {}  # of each family, the first title without a name
        self._alone: frozenset[str] = frozenset()

    def link(self, found: Sequence[Naming]) -> None:
        """Give each naming its chain: full names first, then what is short for them."""
        self._surnames = surnames(found)
        bare = (naming.title for naming in found if naming.start == naming.end)
        self._first_bare = first_of_the_house(self.doc, bare)
        self._alone = frozenset(gazetteer.fold(n.words) for n in found if is_one_word_person(n))
        persons = [n for n in enumerate(found) if n[1].start < n[1].end and self._full(n[1])]
        for index, naming in sorted(persons, key=lambda person: fullness(person[1])):
            self._join(index, naming, self._full_name(naming))
        for index, naming in enumerate(found):
            if index not in self.of and naming.start < naming.end:
                chain = self._other(naming)
                if chain is not None:
                    self._join(index, naming, chain)
        for index, naming in enumerate(found):
            if naming.start == naming.end and naming.title is not None:
                chain = self._title_alone(naming.title)
                if chain is not None:
                    self._join(index, naming, chain)

    def _full(self, naming: Naming) -> bool:
        if person_entry(naming):
            return True
        if naming.end - naming.start == 1 or naming.start in self.headlines:
            return False
        return naming.kind == "person" or self._is_alone_elsewhere(naming)

    def _is_alone_elsewhere(self, naming: Naming) -> bool:
        """Whether the last word of a name of no known kind is a person's elsewhere in the text."""
        last = naming.words.split()[-1:]
        return naming.kind == "unknown" and any(
            gazetteer.fold(word) in self._alone for word in last
        )

    def _join(self, index: int, naming: Naming, chain: Chain) -> None:
        self.of[index] = chain
        insort(chain.places, naming.tokens.start)
        if naming.origin is not None:
            chain.country = chain.country or naming.origin.country
        if naming.start < naming.end:
            for title in (naming.title, naming.appositive):
                if title is not None and self.doc[title.head].tag_ not in {"NNS", "NNPS"}:
                    self._learn(chain, title)

    def _learn(self, chain: Chain, title: Title) -> None:
        """Office and country as the text states them, which counts for more than any list."""
        chain.gender = chain.gender or titles.gender(self.doc, title)
        chain.families.add(title.family)
        if title.office and title.family not in {"honorific", "kin"}:
            if chain.office is None or len(title.office) > len(chain.office):
                chain.office = title.office
            if title.affiliation and title.affiliation.country:
                chain.country = chain.country or title.affiliation.country

    def _new(self, chain: Chain) -> Chain:
        self.chains.append(chain)
        self._by_id[chain.actor_id] = chain
        return chain

    def _known(self, known: KnownActor) -> Chain:
        if known.actor_id in self._by_id:
            return self._by_id[known.actor_id]
        kind: Kind = "person" if known.kind == "person" else "organisation"
        chain = Chain(known.name, kind, known.actor_id, known.country)
        row = roster.office_on(known.actor_id, self.day)
        if row is not None and row.office:
            chain.families.add(roster.office_key(row.office)[0])
        chain.gender = gender_of_name(known.name)
        return self._new(chain)

    def _country(self, alpha2: str) -> Chain:
        actor_id = f"country-{alpha2}"
        if actor_id in self._by_id:
            return self._by_id[actor_id]
        return self._new(Chain(gazetteer.country_name(alpha2), "country", actor_id, alpha2))

    def _full_name(self, naming: Naming) -> Chain:
        entry = person_entry(naming)
        if entry is not None and entry.actor is not None:
            return self._known(entry.actor)
        name = naming.words
        crowned = monarch(naming)
        if crowned is not None:
            return self._known(crowned)
        same = next(
            (c for c in self.chains if c.kind == "person" and same_name(c.name, name)), None
        )
        if same is not None:
            return same
        return self._new(Chain(name, "person", name_id(name), gender=gender_of_name(name)))

    def _other(self, naming: Naming) -> Chain | None:
        if naming.kind in {"country", "place", "group"}:
            if is_surname(self.doc, naming, self._surnames):
                return self._short_name(naming)
            return self._on_the_map(naming)
        if naming.kind == "organisation":
            return self._body(naming)
        if naming.kind == "thing":
            return None
        return self._short_name(naming)

    def _on_the_map(self, naming: Naming) -> Chain | None:
        for entry in naming.entries:
            if entry.sense in {"country", "metonym"} and entry.country:
                return self._country(entry.country)
        if naming.kind == "group" or naming.start in self.headlines:
            return None
        name = naming.words
        if (known := self._by_id.get(name_id(name))) is not None:
            return known
        country = naming.entries[0].country if naming.entries else None
        return self._new(Chain(name, "place", name_id(name), country))

    def _body(self, naming: Naming) -> Chain:
        alpha2 = governed(self._scene, naming.start, naming.end)
        if alpha2 is not None:
            return self._country(alpha2)
        entry = next((e for e in naming.entries if e.sense == "actor" and e.actor), None)
        if entry is not None and entry.actor is not None:
            return self._known(entry.actor)
        owner = owner_of(self._scene, naming)
        if owner and naming.words.lower() in NOUNS:
            return self._country(owner)
        country = owner or next((e.country for e in naming.entries if e.country), None)
        name = f"{gazetteer.country_name(owner)}'s {naming.words}" if owner else naming.words
        chain = self._bodies.get(body_key(name))
        if chain is None:
            known = roster.body_of(owner, naming.words) if owner else None
            chain = self._known(known) if known is not None else self._by_id.get(name_id(name))
            chain = chain or self._new(Chain(name, "organisation", name_id(name), country))
            self._bodies[body_key(name)] = self._bodies[body_key(naming.words)] = chain
            self._acronym(naming, chain)
        return chain

    def _acronym(self, naming: Naming, chain: Chain) -> None:
        """Learn the acronym in brackets after a body's name."""
        after = list(self.doc[naming.end : naming.end + 3])
        if [token.text for token in after[::2]] == ["(", ")"] and after[1].text.isupper():
            self._bodies[body_key(after[1].text)] = chain

    def _short_name(self, naming: Naming) -> Chain | None:
        """A surname, a given name, or a name of which nothing is known."""
        name = naming.words
        if (body := self._bodies.get(body_key(name))) is not None:
            return body
        bearers = [c for c in self.chains if c.kind == "person" and is_short_for(name, c.name)]
        chosen = best(bearers, self.doc, naming)
        if chosen is not None or naming.start in self.headlines:
            return chosen
        if naming.title and naming.title.office:
            country = naming.title.affiliation.country if naming.title.affiliation else None
            known = roster.titled(surname(name), naming.title.office, country)
            if known is not None:
                return self._known(known)
        same = self._by_id.get(name_id(name))
        return same or self._new(
            Chain(name, naming.kind, name_id(name), gender=gender_of_name(name))
        )

    def _title_alone(self, title: Title) -> Chain | None:
        """The holder of *the French president*, *the Secretary*: in the text, else on the list."""
        if title.office is None or not is_definite(self.doc, title):
            return None
        country = title.affiliation.country if title.affiliation else None
        body = title.affiliation.body if title.affiliation else None
        holders = candidates(self.chains, title, country)
        if is_past(title.office):
            holders = [c for c in holders if c.office and is_past(c.office)]
            country = None
        before = [c for c in holders if min(c.places, default=0) < title.start]
        if before:
            of_the_house = country is None and words.is_capitalised(self.doc[title.head])
            if of_the_house:  # who is named only later was not meant the first time, nor now
                first = self._first_bare.get(title.family, title.start)
                before = [chain for chain in before if min(chain.places) < first]
            return max(
                before,
                default=None,
                key=lambda chain: (
                    len(chain.places) if of_the_house else 0,
                    prominence(chain, title.start),
                ),
            )
        if body is not None:
            return self._head_of(body, title)
        if country is None:
            return None
        if len(holders) == 1:
            return holders[0]
        known = roster.holder(title.office, country, self.day)
        return self._known(known) if known is not None else None

    def _head_of(self, body: str, title: Title) -> Chain | None:
        """The head of a body of several countries: the U.N. chief, who is named or on the list."""
        if not is_plain_head(self.doc, title):
            return None
        rows = roster.heads_of(body)
        named = {row.actor_id for row in rows} & self._by_id.keys()
        if len(named) == 1:
            return self._by_id[named.pop()]
        in_office = [row for row in rows if self.day and row.in_office(self.day)]
        return self._known(in_office[0]) if len(in_office) == 1 and not named else None
