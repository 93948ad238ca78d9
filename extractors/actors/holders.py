"""Who a title without a name stands for: the French president, the Secretary."""

from collections.abc import Iterable

from spacy.tokens import Doc

from extractors.actors import roster, titles, words
from extractors.actors.chain import Chain
from extractors.actors.records import Actor, Naming, Title
from extractors.actors.runs import NUMERALS
from readout.codes import KnownActor

RANKS = frozenset({"vice", "deputy", "assistant", "under", "undersecretary", "associate", "sub"})
MONARCH_PARTS = 2  # a name and its number
JUST_NAMED = 60  # tokens: two or three sentences


def nearness(chain: Chain, position: int) -> tuple[bool, int]:
    """Whether a chain was named before this place, and how near."""
    earlier = [place for place in chain.places if place < position]
    return (bool(earlier), earlier[-1] if earlier else -min(chain.places, default=0))


def prominence(chain: Chain, position: int) -> tuple[bool, int, int]:
    """Somebody just named comes first, then who is named most: the president, without a country."""
    earlier = [place for place in chain.places if place < position]
    just_named = position - earlier[-1] < JUST_NAMED
    return just_named, earlier[-1] if just_named else len(earlier), earlier[-1]


def is_definite(doc: Doc, title: Title) -> bool:
    """Whether the title stands for one holder: the president, France's president."""
    first = doc[title.start]
    if doc[title.head].tag_ in {"NNS", "NNPS"}:
        return False
    before = doc[title.start - 1] if title.start > 0 else None
    if before is not None and before.lower_ in {
        "the",
        "his",
        "her",
        "their",
        "its",
        "this",
        "that",
    }:
        return before.lower_ in {"the", "this", "that"}
    if before is not None and before.pos_ == "DET":
        return False
    return title.affiliation is not None or words.is_capitalised(first)


def first_of_the_house(doc: Doc, bare: Iterable[Title | None]) -> dict[str, int]:
    """Where each family's title first stands with a capital, a name and a country apart.

    *The President* so written is the one of the house whose text it is: a briefing, a release.
    """
    first: dict[str, int] = {}
    for title in bare:
        if title is None or title.affiliation is not None or not is_definite(doc, title):
            continue
        if words.is_capitalised(doc[title.head]):
            first.setdefault(title.family, title.start)
    return first


def is_past(office: str) -> bool:
    """Whether the office is said to be over: former president."""
    return any(word in words.title_words("past") for word in office.lower().split())


def candidates(chains: Iterable[Chain], title: Title, country: str | None) -> list[Chain]:
    """Those in the text who can be who a title without a name stands for.

    Who holds the office so named goes before who holds one like it: beside a foreign minister, a
    secretary of state is not the foreign minister.
    """
    found = [chain for chain in chains if _could_be(chain, title, country)]
    if title.office is None:
        return found
    own = (title.family, roster.meanings(title.office)[0][1])
    return [chain for chain in found if _holds(chain, *own)] or found


def _could_be(chain: Chain, title: Title, country: str | None) -> bool:
    if chain.kind != "person" or (country and chain.country != country):
        return False
    if title.office and title.office.lower().split()[-1] == "leader":
        return bool(chain.families & _leaders())
    if title.office is None:
        return title.family in chain.families and (country is not None or chain.office is None)
    if chain.office is not None and _rank(chain.office) != _rank(title.office):
        return False
    if _leads_another(chain, title):
        return False
    meant = roster.meanings(title.office)
    return any(_holds(chain, *key) for key in ((title.family, meant[0][1]), *meant[1:]))


def _leads_another(chain: Chain, title: Title) -> bool:
    """Whether the title is of a named body, and the office has a field that it does not name.

    Beside a press secretary, the Security Council secretary is somebody else.
    """
    if title.affiliation is None or title.affiliation.body is None or chain.office is None:
        return False
    field = roster.office_key(chain.office)[1]
    return not field <= set((title.office or "").lower().split())


def _holds(chain: Chain, family: str, rest: frozenset[str]) -> bool:
    if family not in chain.families:
        return False
    if chain.office is None:
        return True
    ours = roster.office_key(chain.office)[1]
    return rest <= ours or not ours


def _rank(office: str) -> frozenset[str]:
    """The words that make it another's office: the vice president is not the president."""
    return frozenset(office.lower().replace("-", " ").split()) & RANKS


def _leaders() -> frozenset[str]:
    """The families of titles whose holders are called leaders."""
    return words.title_words("leaders")


def is_plain_head(doc: Doc, title: Title) -> bool:
    """Whether the title says no more than that one leads a body: U.N. chief, head of NATO.

    The U.N. aid chief leads something within it.
    """
    owner = title.affiliation
    if title.family not in {"chief", "secretary", "president"} or owner is None:
        return False
    rest = [
        doc[i]
        for i in range(title.start, title.end)
        if not owner.start <= i < owner.end and doc[i].text not in words.POSSESSIVES
    ]
    plain = {"of", "the", "general", "secretary", "chief", "head", "boss", "leader", "president"}
    return all(token.lower_ in plain or token.is_punct for token in rest)


def monarch(naming: Naming) -> KnownActor | None:
    """The monarch on the list of one name and a number: King Abdullah | II."""
    parts, title = naming.words.split(), naming.title
    if title is None or title.office is None or len(parts) < MONARCH_PARTS:
        return None
    if parts[-1] not in NUMERALS:
        return None
    country = title.affiliation or naming.origin
    return roster.titled(parts[0], title.office, country.country if country else None)


def holder(actors: Iterable[Actor], office: str, country: str, day: str | None) -> Actor | None:
    """Who holds an office of a country that day: whom the text names, else whom the list has."""
    leads = office.split()[-1:] == ["leader"] or office == "head of state and government"
    keys = roster.meanings(office)
    found: dict[str, Actor] = {}
    for actor in actors:
        if actor.country != country or not actor.office or is_past(actor.office):
            continue
        key = roster.office_key(actor.office)
        if key in keys or (leads and key[0] in _leaders() - {"chief"}):
            found[actor.actor_id] = actor
    if found:
        return next(iter(found.values())) if len(found) == 1 else None
    known = roster.holder(office, country, day)
    if known is None:
        return None
    return Actor(known.actor_id, known.name, "person", known.country, known.office)


def best(bearers: list[Chain], doc: Doc, naming: Naming) -> Chain | None:
    """Of several people of one surname, the one whose title agrees, else the last named."""
    sex = titles.gender(doc, naming.title)
    fitting = [c for c in bearers if not (sex and c.gender and c.gender not in {sex, "either"})]
    if naming.title and naming.title.family != "honorific":
        fitting = [c for c in fitting if naming.title.family in c.families] or fitting
    if not fitting:
        return None
    return max(fitting, key=lambda chain: nearness(chain, naming.start))
