"""Deals told by a verb and a noun that is no instrument: put their names to, entered into force."""

from spacy.tokens import Token

from extractors import syntax
from extractors.deal_signings import instruments, parties
from extractors.deal_signings.antecedents import antecedent, stands_for
from extractors.deal_signings.drafts import LEXICON, Draft
from extractors.reading import Reading
from extractors.surroundings import acting
from readout.records import Extent

PUTTING = frozenset(LEXICON["putting"]["verbs"])
SIGNATURES = frozenset(LEXICON["putting"]["objects"])
ENTERING: dict[str, list[str]] = LEXICON["entering"]
CLOSING = frozenset(LEXICON["talks"]["verbs"])
TALKS = frozenset(LEXICON["talks"]["nouns"])


def draft(verb: Token, word: str, reading: Reading) -> Draft | None:
    """The deal that the verb tells of with a noun of another kind, or None."""
    if word in PUTTING:
        return _put(verb, reading)
    if word in ENTERING:
        return _enter(verb, ENTERING[word])
    if word in CLOSING:
        return _close(verb, reading)
    return None


def _put(verb: Token, reading: Reading) -> Draft | None:
    """Put their names to the text."""
    signed = [head for head in syntax.patients(verb) if head.lower_ in SIGNATURES]
    heads = _phrases_of(signed[0], verb, "to", "on", "under") if signed else []
    agreements = [head for head in heads if _is_instrument(head)]
    if not agreements:
        return None
    sides = parties.of_verb(verb, agreements, reading)
    return _made(verb, signed[0], "signed", agreements, sides)


def _phrases_of(noun: Token, verb: Token, *prepositions: str) -> list[Token]:
    """What these prepositions bring in under the noun or its verb, wherever the parser hung it."""
    return syntax.prepositional(verb, *prepositions) + syntax.prepositional(noun, *prepositions)


def _is_instrument(head: Token) -> bool:
    if stands_for(head):
        return antecedent(head) is not None
    return instruments.is_clear(head) or instruments.key_of(head) is not None


def _enter(verb: Token, nouns: list[str]) -> Draft | None:
    """The treaty entered into force; it took effect."""
    last = [*syntax.prepositional(verb, "into", "in"), *syntax.objects(verb)]
    effect = next((head for head in last if head.lower_ in nouns), None)
    if effect is None:
        return None
    agreements = [head for head in syntax.subjects(verb) if _comes_into_force(head)]
    return _made(verb, effect, "in force", agreements, [])


def _comes_into_force(head: Token) -> bool:
    if head.pos_ == "PRON":
        return stands_for(head) and antecedent(head) is not None
    return instruments.is_clear(head) or instruments.kind_of(head) == "ceasefire"


def _close(verb: Token, reading: Reading) -> Draft | None:
    """Concluded negotiations on a trade agreement."""
    talks = [head for head in syntax.patients(verb) if head.lower_ in TALKS]
    if not talks:
        return None
    heads = _phrases_of(talks[0], verb, "on", "for", "over", "about", "towards", "toward")
    agreements = [head for head in heads if instruments.is_clear(head)]
    sides = [*acting(reading.cast, syntax.agents(verb))]
    sides += acting(reading.cast, _phrases_of(talks[0], verb, "with", "between"))
    if not agreements or not sides:
        return None
    return _made(verb, verb, "agreed", agreements, sides)


def _made(
    verb: Token, last: Token, stage: str, agreements: list[Token], sides: list[Token]
) -> Draft | None:
    if not agreements:
        return None
    meant = antecedent(agreements[0]) if stands_for(agreements[0]) else None
    start, end = min(verb.idx, last.idx), max(verb.idx + len(verb), last.idx + len(last))
    return Draft(
        verb,
        Extent(start, end),
        stage,
        instruments.kind_of(meant or agreements[0]),
        f"{stage}: verb and noun",
        0.75,
        tuple(agreements),
        tuple(dict.fromkeys(sides)),
    )
