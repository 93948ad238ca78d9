"""Companies bought and merged: A acquired B for $3bn, A takes a stake in B, A merges with B."""

from collections.abc import Iterator

from spacy.tokens import Token

from extractors import syntax
from extractors.deal_signings import parties
from extractors.deal_signings.drafts import LEXICON, Draft
from extractors.deal_signings.values import is_priced
from extractors.lexicon import lemma
from extractors.lost import subjects_before
from extractors.reading import Reading
from extractors.surroundings import acting, is_person
from readout.records import Extent

TAKEOVERS: dict[str, str] = LEXICON["takeovers"]
SHARES = frozenset(LEXICON["shares"]["nouns"])
COMPANIES = frozenset({"organisation", "company"})


def drafts(reading: Reading) -> Iterator[Draft]:
    """Every purchase of a company or a share in one, and every merger, in order."""
    for token in reading.doc:
        if token.pos_ == "VERB" and lemma(token) in TAKEOVERS:
            draft = _draft(token, lemma(token), reading)
            if draft is not None:
                yield draft


def _draft(verb: Token, word: str, reading: Reading) -> Draft | None:
    agents = syntax.agents(verb)
    if not agents and _is_agreed(verb):
        agents = subjects_before(verb.head)
    buyers = acting(reading.cast, agents)
    bought = syntax.patients(verb) if word != "merge" else []
    if word == "take" and not (_takes_over(verb) and _is_business(verb, reading)):
        return None
    others = (
        acting(reading.cast, syntax.prepositional(verb, "with", "into")) if word == "merge" else []
    )
    bidding = is_priced(verb, reading) and any(_is_company(head, reading) for head in buyers)
    targets = [
        head
        for head in bought
        if _is_company(head, reading) or (bidding and head.pos_ == "PROPN")  # a name, at a price
    ]
    shares = [head for head in bought if head.lemma_.lower() in SHARES or head.lower_ in SHARES]
    issuers = [head for share in shares for head in syntax.prepositional(share, "in", "of")]
    targets += [head for head in acting(reading.cast, issuers) if not is_person(reading.cast, head)]
    sides = [*buyers, *others, *[head for head in targets if head not in buyers]]
    if not _is_enough(verb, word, buyers, [*targets, *others], reading):
        return None
    agreed = verb.head if _is_agreed(verb) else verb
    return Draft(
        agreed,
        Extent(agreed.idx, verb.idx + len(verb)),
        "agreed",
        TAKEOVERS[word],
        f"{word}: company",
        0.6,
        tuple(shares),
        tuple(sides),
        tuple(parties.pieces_of(bought, reading.cast)),
    )


def _is_business(verb: Token, reading: Reading) -> bool:
    """Whether a company is taken over, not a government: by another, or at a price."""
    bodies = [head for head in syntax.agents(verb) if not is_person(reading.cast, head)]
    return is_priced(verb, reading) or any(reading.cast.can_act(head) for head in bodies)


def _is_agreed(verb: Token) -> bool:
    """Agreed *to buy*: the agreement is what happened."""
    clause = verb.dep_ in syntax.OPEN_CLAUSE or (
        verb.dep_ in syntax.ADVERBIAL_CLAUSE and syntax.infinitive(verb)
    )
    return clause and lemma(verb.head) == "agree"


def _takes_over(verb: Token) -> bool:
    return any(
        child.lower_ == "over" and child.dep_ in {"compound:prt", "prt"} for child in verb.children
    )


def _is_company(head: Token, reading: Reading) -> bool:
    if head.ent_type_ == "ORG":
        return True
    kind = reading.cast.resolve(syntax.noun_phrase(head)).kind
    return kind in COMPANIES or (head.pos_ == "PROPN" and not head.ent_type_ and kind == "unknown")


def _is_enough(
    verb: Token, word: str, buyers: list[Token], others: list[Token], reading: Reading
) -> bool:
    """Whether both sides are named, and the buyer is a company or a price is."""
    if not buyers or not others:
        return word == "merge" and len(buyers) > 1
    if word == "merge" and any(head.pos_ == "PROPN" for head in buyers):
        return True
    return is_priced(verb, reading) or any(_is_company(head, reading) for head in buyers)
