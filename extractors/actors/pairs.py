"""Words for two at once: the two leaders, both sides; and several actors as one."""

from collections.abc import Iterable

from spacy.tokens import Token

from extractors import syntax
from extractors.actors import words
from extractors.actors.records import Actor
from readout.identity import hash_id


def group_of(members: Iterable[Actor]) -> Actor:
    """Several actors as one: the two leaders."""
    actors = tuple(members)
    names = [actor.name for actor in actors]
    name = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return Actor(hash_id("group", *sorted(actor.actor_id for actor in actors)), name, "group")


PERSONS = frozenset({"person"})
PARTIES = frozenset({"country", "organisation"})
COUNTRIES = frozenset({"country"})
PAIR_NOUNS = {
    "leaders": PERSONS, "presidents": PERSONS, "ministers": PERSONS, "premiers": PERSONS,
    "men": PERSONS, "women": PERSONS, "officials": PERSONS, "diplomats": PERSONS,
    "counterparts": PERSONS, "chiefs": PERSONS, "pair": PERSONS, "duo": PERSONS,
    "secretaries": PERSONS, "statesmen": PERSONS, "politicians": PERSONS, "rivals": PERSONS,
    "countries": COUNTRIES, "nations": COUNTRIES, "states": COUNTRIES, "neighbours": COUNTRIES,
    "neighbors": COUNTRIES, "allies": PARTIES, "governments": COUNTRIES, "powers": PARTIES,
    "capitals": COUNTRIES, "economies": COUNTRIES, "companies": PARTIES, "firms": PARTIES,
    "sides": PERSONS | PARTIES, "parties": PERSONS | PARTIES, "delegations": PARTIES,
    "two": PERSONS, "both": PERSONS,
}  # fmt: skip


# These need no number: the sides are the two that were named.
DEFINITE_PAIRS = frozenset(
    {"sides", "pair", "duo", "leaders", "parties", "ministers", "presidents"}
)
NOT_MODIFIERS = syntax.NOUN_CLAUSE | {"case", "cc", "conj", "punct"}


def pair_kinds(head: Token) -> frozenset[str] | None:
    """What kind of actors *the two leaders*, *both sides*, *they* stands for.

    None for other words. A noun takes *two*, *both* or *the* and nothing else: "European leaders"
    are others.
    """
    kinds = PAIR_NOUNS.get(head.lower_)
    if kinds is None or head.pos_ == "PRON":
        return kinds
    before = {child.lower_ for child in head.lefts if child.dep_ not in NOT_MODIFIERS}
    if head.lower_ in {"two", "both"}:
        return kinds if before <= {"the"} and head.dep_ != "nummod" else None
    if kinds == PERSONS:  # the two prime ministers
        before -= words.title_words("modifiers")
    if not before <= {"the", "both", "two"}:
        return None
    counted = bool(before & {"both", "two"})
    return kinds if counted or (before and head.lower_ in DEFINITE_PAIRS) else None
