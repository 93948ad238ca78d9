"""Names told by where they stand: whom one meets is somebody, and what a company buys is a company.

The trained model takes many a surname alone for a town.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from extractors import gazetteer
from extractors.lexicon import load, verb_lemma
from extractors.names.claims import Claim, overlapped

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
PLACES = frozenset({"GPE", "LOC"})
MEETING = frozenset(load("name_words")["whom_one_meets"].split())
RECEIVING = frozenset(load("name_words")["whom_one_receives"].split())
SPEAKING = frozenset(load("name_words")["who_says"].split())
BUYING = frozenset(load("name_words")["what_one_buys"].split())


def claims(doc: Doc, names: Sequence[Claim]) -> Iterator[Claim]:
    """Names that no list knows, in the place of a person or a company."""
    for token in doc:
        if token.pos_ not in {"PROPN", "NOUN"} or not token.text[0].isupper():
            continue
        end = _end_of(token)
        over = overlapped(names, token.i, end)
        mistaken = not over or (len(over) == 1 and over[0].label in PLACES)
        within = mistaken and all(name.start >= token.i and name.end <= end for name in over)
        label = _label(token, end, over) if within else None
        if label is not None and gazetteer.named(doc[token.i : end].text) is None:
            yield Claim(token.i, end, label)


def _end_of(token: Token) -> int:
    """Where the name that the token opens ends."""
    end = token.i + 1
    while end < token.sent.end and token.doc[end].dep_ == "flat" and token.doc[end].head == token:
        end += 1
    return end


def _is_alone(token: Token) -> bool:
    """Whether it is one word of a phrase by itself: no article, no preposition, no other name."""
    if token.is_sent_start or token.text.isupper():
        return False
    return not any(
        child.dep_ not in {"conj", "cc", "punct", "acl:relcl"} for child in token.children
    )


def _label(token: Token, end: int, over: Sequence[Claim]) -> str | None:
    if end > token.i + 1:
        first = token.head if token.dep_ == "conj" else token
        several = not over and first.dep_ in SUBJECTS | {"obj"} and not _is_modified(token)
        return "PERSON" if several and _verb(first) in MEETING else None
    if over and _is_owned(token):
        return "ORG"
    if over and token.dep_ == "nsubj" and _verb(token) in SPEAKING and not _is_modified(token):
        return "PERSON"
    return _label_alone(token, over) if _is_alone(token) else None


def _verb(token: Token) -> str | None:
    return verb_lemma(token.head.lower_)


def _is_modified(token: Token) -> bool:
    return any(child.dep_ in {"det", "case", "amod", "compound"} for child in token.lefts)


def _is_owned(token: Token) -> bool:
    """Whether a country's name owns it, and it acts: Vietnam's Petrovietnam signed."""
    owners = [child for child in token.lefts if child.dep_ == "nmod:poss"]
    known = gazetteer.named(owners[0].text) if owners else None
    with_it = any(child.dep_ == "case" and child.lower_ in {"with", "by"} for child in token.lefts)
    first = token.head if token.dep_ == "conj" else token
    return (
        known is not None
        and known.sense("country") is not None
        and (first.dep_ in SUBJECTS or with_it)
    )


def _label_alone(token: Token, over: Sequence[Claim]) -> str | None:
    verb = token.head
    lemma = verb_lemma(verb.lower_)
    if lemma in BUYING and token.dep_ == "obj" and _has_price(verb):
        return "ORG"
    if lemma in MEETING and over and token.dep_ in SUBJECTS | {"obj"}:
        return "PERSON"
    received = lemma in RECEIVING and token.dep_ == "obj" and _received_somewhere(verb)
    return "PERSON" if received else None


def _has_price(verb: Token) -> bool:
    return any(child.dep_ == "obl" and _is_money(child) for child in verb.rights)


def _is_money(token: Token) -> bool:
    return token.tag_ == "$" or any(child.tag_ == "$" for child in token.children)


def _received_somewhere(verb: Token) -> bool:
    """Whether a person receives, at a place with a name: received Petro *in Brasília*."""
    somebody = any(child.dep_ == "nsubj" and child.ent_type_ == "PERSON" for child in verb.children)
    return somebody and any(
        child.dep_ == "obl" and child.ent_type_ in PLACES for child in verb.rights
    )
