"""Between whom: subjects, with-phrases, between A and B, on behalf of, A's deal, the A-B pact."""

from collections.abc import Iterable

from spacy.tokens import Token

from extractors import syntax
from extractors.actors import Cast
from extractors.compounds import Piece, joined
from extractors.deal_signings import relatives
from extractors.deal_signings.drafts import LEXICON
from extractors.lexicon import lemma
from extractors.lost import subjects_before
from extractors.reading import Reading
from extractors.surroundings import acting, phrases

BETWEEN = ("between", "among", "amongst", "involving")
ON_BEHALF = ("on behalf of", "behalf of")


def of_verb(verb: Token, agreements: Iterable[Token], reading: Reading) -> list[Token]:
    """Everyone the clause names as a party, in the order of their roles."""
    agents = subjects_before(verb) or syntax.agents(verb) or relatives.subjects_of(verb)
    found = agents + phrases(verb, "with", "alongside", *BETWEEN)
    found += _represented(verb) + _counterparties(verb)
    for noun in agreements:
        found += of_noun(noun)
        found += syntax.prepositional(noun, "by") if syntax.is_passive(verb) else []
    if agents:  # their agreement is the subjects' own
        found = [head for head in found if head.tag_ != "PRP$"]
    own = [head for head in syntax.agents(verb) if _is_it(head, verb)]
    sides = [*own, *acting(reading.cast, found)]
    return [head for head in sides if not _is_instrument(head, agreements)]


def _is_it(head: Token, verb: Token) -> bool:
    """*It signed*: a body or a country, whichever it is."""
    return head.lower_ == "it" and head.dep_ in syntax.SUBJECT - {"expl"} and head.head == verb


def _counterparties(verb: Token) -> list[Token]:
    """Awarded X a contract, awarded to X, won from X."""
    word = lemma(verb)
    if word in LEXICON["counterparty"]["to"]:
        given = syntax.indirect_objects(verb) + syntax.objects(verb)
        if syntax.is_passive(verb) and syntax.objects(verb):
            given += syntax.subjects(verb)  # the yard was awarded a contract
        return given + syntax.prepositional(verb, "to")
    if word in LEXICON["counterparty"]["from"]:
        won = [head for noun in syntax.patients(verb) for head in syntax.prepositional(noun, "of")]
        return phrases(verb, "from") + won
    return []


def of_noun(noun: Token) -> list[Token]:
    """The parties an instrument's own phrase names."""
    own = phrases(noun, *BETWEEN) + phrases(noun, "with") + _owners(noun)
    return own + [head for head in _in_business(noun) if head not in own]


def _in_business(noun: Token) -> list[Token]:
    """An agreement to sell its tea business *to* X, to buy gas *from* X."""
    found = []
    for clause in syntax.children(noun, syntax.NOUN_CLAUSE | syntax.OPEN_CLAUSE):
        if syntax.infinitive(clause):
            for preposition, verbs in LEXICON["business"].items():
                if lemma(clause) in verbs:
                    found += phrases(clause, preposition)
    return found


def _owners(noun: Token) -> list[Token]:
    """Ukraine's deal is Ukraine's; its deal is whoever's *its* is."""
    return [head for head in syntax.possessors(noun) if head.pos_ in {"PROPN", "PRON"}]


def _represented(verb: Token) -> list[Token]:
    """On behalf of Iran, for the agency: the one who is bound, beside the one who signs."""
    found = []
    for head in syntax.prepositional(verb, *ON_BEHALF, "on"):
        if head.lemma_.lower() == "behalf":
            found += syntax.prepositional(head, "of") + syntax.possessors(head)
        elif syntax.preposition(head) in ON_BEHALF:
            found.append(head)
    if lemma(verb) == "sign" and not syntax.patients(verb):
        found += syntax.prepositional(verb, "for")
    return found


def _is_instrument(head: Token, agreements: Iterable[Token]) -> bool:
    return any(head == noun for noun in agreements)


def pieces_of(agreements: Iterable[Token], cast: Cast) -> list[Piece]:
    """Parties joined by a hyphen before the instrument: the U.S.-Ukraine minerals deal."""
    return [piece for noun in agreements for piece in joined(noun, cast)]
