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
BUSINESSES = frozenset(load("name_words")["businesses"].split())
WHERE = frozenset(load("name_words")["where_one_is"].split())
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
        if len(over) == 1 and over[0] == Claim(token.i, token.i + 1, "PERSON") and _is_where(token):
            yield Claim(token.i, token.i + 1, "GPE")
            continue
        within = mistaken and all(name.start >= token.i and name.end <= end for name in over)
        label = _label(token, end, over) if within else None
        if label is not None and gazetteer.named(doc[token.i : end].text) is None:
            yield Claim(token.i, end, label)


def _is_where(token: Token) -> bool:
    """Met skippers in Peterhead: where something is done, and nobody that a list knows."""
    inside = any(child.dep_ == "case" and child.lower_ == "in" for child in token.lefts)
    done = token.dep_ == "obl" and _verb(token) in MEETING | WHERE
    return inside and done and gazetteer.named(token.text) is None and len([*token.children]) == 1


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
    if over and (_is_owned(token) or _is_business(token)):
        return "ORG"
    if over and _is_with_person(token):
        return "PERSON"
    if over and token.dep_ == "nsubj" and _verb(token) in SPEAKING and not _is_modified(token):
        return "PERSON"
    return _label_alone(token, over) if _is_alone(token) else None


def _verb(token: Token) -> str | None:
    return verb_lemma(token.head.lower_)


def _is_modified(token: Token) -> bool:
    modifiers = {"det", "amod", "compound"}
    at = any(c.dep_ == "case" and c.lower_ not in {"between", "with"} for c in token.lefts)
    return at or any(child.dep_ in modifiers for child in token.lefts)


def _is_owned(token: Token) -> bool:
    """Whether a country's name owns it, and it acts: Vietnam's Petrovietnam signed."""
    owned = token.i - token.sent.start > 1 and token.nbor(-1).tag_ == "POS"
    known = gazetteer.named(token.nbor(-2).text) if owned else None
    with_it = any(child.dep_ == "case" and child.lower_ in {"with", "by"} for child in token.lefts)
    first = token.head if token.dep_ == "conj" else token
    return (
        known is not None
        and known.sense("country") is not None
        and (first.dep_ in SUBJECTS or with_it)
    )


def _is_business(token: Token) -> bool:
    """Its smaller rival Ferrante, the insurer Aurum: what it is called stands before it."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    return before.head == token and before.lower_ in BUSINESSES


def _is_with_person(token: Token) -> bool:
    """Talks between Novak and Petrov: partner of a person, and neither is anywhere."""
    partners = [child for child in token.rights if child.dep_ == "conj"]
    partners += [token.head] if token.dep_ == "conj" else []
    cases = {child.lower_ for child in token.lefts if child.dep_ == "case"}
    persons = len(partners) == 1 and partners[0].ent_type_ == "PERSON"
    return persons and cases <= {"between", "with"} and not _is_modified(token)


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
