"""The cast of a document: who the words of any phrase stand for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extractors import gazetteer, syntax
from extractors.actors import offices, phrases, roster, words
from extractors.actors.describing import described
from extractors.actors.discourse import Discourse
from extractors.actors.governments import governed
from extractors.actors.holders import holder
from extractors.actors.pairs import PARTIES, PERSONS, group_of, pair_kinds
from extractors.actors.records import Actor, Affiliation, Naming
from extractors.actors.scene import Scene
from readout.identity import hash_id
from readout.records import Argument, Extent

RELATIVES = frozenset({"who", "whom", "which", "that"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one document, each token that names one among them."""

    doc: Doc
    scene: Scene
    named: dict[int, tuple[Naming, Actor]]
    pronouns: dict[int, Actor]
    discourse: Discourse
    day: str | None = None  # publication, for who held an office

    def resolve(self, phrase: Span) -> Actor:
        """Who the words stand for; an actor of that very name when nothing better is known."""
        known = self._country_alone(phrase)
        if known is not None:
            return known
        head: Token = phrase.root
        if head.pos_ == "PRON":
            return self._pronoun(head)
        if head.i in self.named:
            return self.named[head.i][1]
        for token in () if _is_household(head) else phrase:
            if token.i in self.named and token.head.i == head.i and token.dep_ in syntax.NAME_PART:
                return self.named[token.i][1]
        members = self.members(phrase) or self._holders_for(head)
        if members:
            return group_of(members)
        return self._government(phrase) or self._counterpart(head) or described(self.scene, phrase)

    def members(self, phrase: Span) -> tuple[Actor, ...]:
        """The two actors that *the two leaders* or *both sides* stands for.

        Empty for other words, and when the text does not make clear which two.
        """
        head: Token = phrase.root
        kinds = pair_kinds(head) if head.i not in self.named else None
        return self.discourse.two(head.i, kinds) if kinds is not None else ()

    def can_act(self, head: Token) -> bool:
        """Whether a nominal can be a party to an event: a person, a body, a country, officials."""
        if head.pos_ == "PRON":
            return head.lower_ in words.ACTING_PRONOUNS or (
                head.lower_ == "it" and self._it(head) is not None
            )
        if head.i not in self.named:
            return phrases.is_actor_noun(head)
        actor = self.named[head.i][1]
        if actor.kind == "country":
            return syntax.preposition(head) not in words.PLACE_PREPOSITIONS
        return actor.kind != "place" or head.dep_ in syntax.SUBJECT

    def arguments(self, heads: Iterable[Token], role: str) -> tuple[Argument, ...]:
        """One argument in this role for each actor among the heads, with the name it stands for."""
        found: dict[Extent, Argument] = {}
        for head in heads:
            for phrase, actor in self._parties(head):
                extent = Extent(phrase.start_char, phrase.end_char)
                if not any(extent.overlaps(other) for other in found):
                    found[extent] = Argument(role, extent, actor.name, actor.actor_id)
        return tuple(found[extent] for extent in sorted(found))

    def _parties(self, head: Token) -> Iterator[tuple[Span, Actor]]:
        shared = phrases.sharing(self.scene, head)
        if shared:
            for part, affiliation in zip(phrases.parts(head, shared), shared, strict=True):
                yield part[0], self._one_of(head, affiliation, part[1])
        elif head.i in self.named:
            naming, actor = self.named[head.i]
            yield phrases.named_phrase(self.doc, naming), actor
        elif holders := self._holders_of(head):
            countries = offices.countries_after(self.scene, head)
            yield from zip(offices.spans_of(self.doc, head, countries), holders, strict=True)
        elif several := self._named_in_list(head):
            first = syntax.noun_phrase(head).start
            for naming, actor in several:
                start = first if naming is several[0][0] else naming.tokens.start
                yield self.doc[start : naming.last], actor
        elif (beside := self._named_beside(head)) is not None:
            naming, actor = beside
            yield self.doc[syntax.noun_phrase(head).start : naming.last], actor
        else:
            phrase = phrases.without_topic(head, syntax.trimmed(syntax.full_noun_phrase(head)))
            yield phrase, self.resolve(phrase)

    def _named_in_list(self, head: Token) -> list[tuple[Naming, Actor]]:
        """Those whom a plural stands right before: the operators *Fenngrid* and *Elvor*."""
        if head.tag_ != "NNS" or not phrases.is_actor_noun(head):
            return []
        found: list[tuple[Naming, Actor]] = []
        place = head.i + 1
        while place in self.named and self.named[place][0].tokens.start == place:
            found.append(self.named[place])
            place = found[-1][0].last
            while self.doc[place : place + 1].text in {",", "and", "&"}:
                place += 1
        joined = self.doc[head.i : place].text.split()
        return found if len(found) > 1 and {"and", "&"} & set(joined) else []

    def _named_beside(self, head: Token) -> tuple[Naming, Actor] | None:
        """The one whom a noun describes that stands right before the name: the insurer *Aurum*."""
        place = head.i + 1
        if offices.is_counterpart(head) and self.doc[place : place + 1].text == ",":
            place += 1  # her Estonian colleague, Interior Minister Tarmo Kask
        beside = self.named.get(place)
        if beside is None or head.tag_ not in {"NN", "JJ"} or head.pos_ == "PROPN":
            return None
        naming, actor = beside
        kinds = {"person", "organisation", "unknown", "place"}
        opens = naming.tokens.start == place and naming.kind in kinds
        described = phrases.is_actor_noun(head) or offices.is_counterpart(head)
        return beside if opens and described and actor.kind != "country" else None

    def shared_offices(self, head: Token) -> bool:
        """Whether a plural noun's countries tell who each is: French and German ministers."""
        shared = phrases.sharing(self.scene, head) if head.i not in self.named else []
        return bool(shared) and all(
            self._one_of(head, country, "").kind == "person" for country in shared
        )

    def _holders_of(self, head: Token) -> list[Actor]:
        """The leaders *of Armenia and Azerbaijan*; none when one of them is not known."""
        return self._all_holders(
            head, [one.country for one in offices.countries_after(self.scene, head)]
        )

    def _holders_for(self, head: Token) -> list[Actor]:
        """*Their* foreign ministers, the leaders *of the two countries*."""
        if not offices.are_holders(head):
            return []
        for owner in (*syntax.possessors(head), *syntax.prepositional(head, "of")):
            if owner.lower_ == "their" or (pair_kinds(owner) or PERSONS) <= PARTIES:
                pair = self.discourse.two(head.i, frozenset({"country"}))
                return self._all_holders(head, [actor.country for actor in pair])
        return self._holders_of(head)

    def _all_holders(self, head: Token, countries: list[str | None]) -> list[Actor]:
        if not offices.are_holders(head):
            return []
        office = offices.office_in_singular(self.doc, head)
        found = [self._holder_of(office, country) for country in countries if country]
        known = [actor for actor in found if actor is not None]
        return known if len(known) == len(countries) else []

    def _government(self, phrase: Span) -> Actor | None:
        alpha2 = governed(self.scene, phrase.start, phrase.end)
        if alpha2 is None:
            return None
        return Actor(f"country-{alpha2}", gazetteer.country_name(alpha2), "country", alpha2)

    def _counterpart(self, head: Token) -> Actor | None:
        """Who holds the same office in another country: Modi met *his British counterpart*."""
        owner = offices.owner_of_counterpart(head) if offices.is_counterpart(head) else None
        country = offices.country_of_counterpart(self.scene, head)
        if owner is None or country is None or head.tag_ != "NN":
            return None
        named = self.named.get(owner.i)
        of = named[1] if named is not None else self.pronouns.get(owner.i)
        if of is None:
            return None
        row = roster.office_on(of.actor_id, self.day)
        office = of.office or (row.office if row is not None else None)
        found = self._holder_of(office, country) if office else None
        return found if found is not None and found.actor_id != of.actor_id else None

    def _one_of(self, head: Token, affiliation: Affiliation, name: str) -> Actor:
        """Each of *the French and German foreign ministers*, *U.S. and Russian diplomats*."""
        country = affiliation.country
        if offices.are_holders(head) and country is not None:
            found = self._holder_of(offices.office_in_singular(self.doc, head), country)
            if found is not None:
                return found
        return Actor(hash_id("actor", gazetteer.fold(name)), name, "group", country)

    def _holder_of(self, office: str, country: str) -> Actor | None:
        among = (actor for _, actor in self.named.values())
        return holder(among, office, country, self.day)

    def _pronoun(self, head: Token) -> Actor:
        word = head.lower_
        meant: Actor | None = self.pronouns.get(head.i)
        if meant is None and word in RELATIVES:
            above = (token for token in head.ancestors if token.dep_ in syntax.RELATIVE_CLAUSE)
            clause = next(above, None)
            meant = self.resolve(syntax.noun_phrase(clause.head)) if clause is not None else None
        elif word in {"it", "itself"}:
            meant = self._it(head)
        elif word in {"they", "them"}:
            meant = self._they(head)
        return meant or Actor(hash_id("actor", word), head.text, "unknown")

    def _they(self, head: Token) -> Actor | None:
        heads = self.discourse.plural_before(head)
        if not heads:
            return None
        if len(heads) == 1:
            acts = self.can_act(heads[0])
            return self.resolve(syntax.noun_phrase(heads[0])) if acts else None
        members = [self.resolve(syntax.noun_phrase(t)) for t in heads if self.can_act(t)]
        return group_of(members) if len(members) == len(heads) else None

    def _it(self, head: Token) -> Actor | None:
        if head.dep_ == "expl" or any(child.dep_ == "cop" for child in head.head.children):
            return None
        return self.discourse.subject_before(head, PARTIES)

    def _country_alone(self, phrase: Span) -> Actor | None:
        """The country, when the words are its name or adjective alone, in a title or not."""
        start = phrase.start + (phrase[0].lower_ == "the" and len(phrase) > 1)
        affiliation = self.scene.known_starting(start)
        if affiliation is None or affiliation.end != phrase.end or affiliation.body:
            return None
        if affiliation.country is None or self._is_name(start):
            return None
        name = gazetteer.country_name(affiliation.country)
        return Actor(f"country-{affiliation.country}", name, "country", affiliation.country)

    def _is_name(self, i: int) -> bool:
        """Whether the token is part of a name, and not of the title before it."""
        return i in self.named and self.named[i][0].start <= i < self.named[i][0].end


def _is_household(head: Token) -> bool:
    """Whether a name before the noun is that of several: the *Reed* family is not Trevor Reed."""
    return head.lower_ in {"family", "families", "couple", "brothers", "sisters", "household"}
