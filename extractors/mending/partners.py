"""Partners that the parser hung on a part of a name, on a place, or on the noun of an event."""

from spacy.tokens import Token

from extractors import gazetteer
from extractors.mending.coordination import NAMES
from extractors.mending.tree import ARGUMENT, attach
from extractors.names.labels import is_person

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
ONE = frozenset({"NN", "NNP"})


def mend(token: Token) -> None:
    """Hang a partner on what it is joined to."""
    _open_fixed(token)
    _join_before(token)
    _own(token)
    _complete_between(token)
    _raise_from_title(token)
    _pair(token)
    _raise_person(token)
    _raise_from_name(token)


def _open_fixed(token: Token) -> None:
    """Separately, | *Tirumala* and the firm Onoda ended it: a name is no part of an adverb."""
    adverb = token.head
    verb = adverb.head
    if token.dep_ != "fixed" or token.pos_ != "PROPN" or adverb.pos_ != "ADV" or verb == adverb:
        return
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    partner = next((child for child in token.rights if child.dep_ == "conj"), None)
    if subject is None or partner is None or adverb.nbor().text != ",":
        return
    attach(token, verb, subject.dep_)
    attach(subject, partner, "appos")


def _join_before(token: Token) -> None:
    """U.S. and | *Russian* diplomats: two countries before a noun are joined to one another."""
    if token.dep_ != "amod" or token.head.i < token.i or not token.ent_type_:
        return
    joint = next((child for child in token.lefts if child.dep_ == "cc"), None)
    if joint is None:
        return
    first = joint.nbor(-1) if joint.i > token.sent.start else joint
    if first.head == token.head and first.ent_type_ in {"GPE", "NORP"}:
        attach(token, first, "conj")


def _own(token: Token) -> None:
    """A company and Vietnam's | Petrovietnam: an owner is its noun's, and no partner."""
    if token.dep_ != "conj" or not any(c.tag_ == "POS" and c.i > token.i for c in token.children):
        return
    after = token.doc[token.right_edge.i + 1] if token.right_edge.i + 1 < token.sent.end else token
    if after.head == token.head and after.dep_ == "conj" and after.pos_ in NAMES:
        attach(token, after, "nmod:poss")


def _complete_between(verb: Token) -> None:
    """Talks between the firm and | the union *were* adjourned: no clause is a noun's partner."""
    noun = verb.head
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or noun.dep_ != "ROOT" or noun.pos_ not in NAMES:
        return
    first = _between(noun)
    own = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    cc = next((child for child in verb.lefts if child.dep_ == "cc"), None)
    if first is None or own is None or cc is None or any(c.dep_ == "conj" for c in first.children):
        return
    if own.left_edge.i != cc.i + 1 or first.right_edge.i != cc.i - 1:
        return
    label = own.dep_
    attach(verb, verb, "ROOT")
    attach(noun, verb, label)
    attach(own, first, "conj")
    attach(cc, own, "cc")


def _raise_from_title(token: Token) -> None:
    """Senators Durbin and | *Grassley*: partner of the phrase, not of a name within it."""
    name = token.head
    if token.dep_ == "conj" and name.dep_ == "flat" and name.i < token.i:
        attach(token, name.head, "conj")


def _pair(token: Token) -> None:
    """A meeting between the minister and | *the chief*: what is between needs a second."""
    noun = token.head
    if token.dep_ != "conj" or token.pos_ not in NAMES or noun.pos_ not in NAMES:
        return
    first = _between(noun) or _around(noun)
    if first is None or first.i > token.i or any(c.dep_ == "conj" for c in first.children):
        return
    if any(child.dep_ == "cc" and child.lower_ == "and" for child in token.lefts):
        attach(token, first, "conj")


def _around(noun: Token) -> Token | None:
    """Between the bank of | Sweden and another: the one thing between that this is a part of."""
    if _is_between(noun):
        return None
    return next((one for one in noun.ancestors if _is_between(one) and one.tag_ in ONE), None)


def _raise_person(token: Token) -> None:
    """Halvard of Estmark and | *Ines Corveta* met: a person's partner is a person, no place."""
    place = token.head
    if token.dep_ != "conj" or not is_person(token) or is_person(place) or place.dep_ != "nmod":
        return
    name = place.head
    while name.dep_ == "flat":
        name = name.head
    alone = not any(child.dep_ == "conj" for child in name.children)
    if is_person(name) and name.i < place.i and alone and name.dep_ in ARGUMENT:
        attach(token, name, "conj")


def _raise_from_name(token: Token) -> None:
    """The United States of America and | *India*: partner of the whole name, not of its end."""
    end = token.head
    name = end.head
    if token.dep_ != "conj" or end.dep_ != "nmod" or not token.ent_type_:
        return
    within = name.i < end.i and name.ent_type_ and gazetteer.named(_words(name, end)) is not None
    if within and not any(child.dep_ == "conj" for child in name.children):
        attach(token, name, "conj")


def _words(name: Token, end: Token) -> str:
    """The words of a name from its first to its last."""
    first = min([name.i, *(child.i for child in name.lefts if child.dep_ != "det")])
    return name.doc[first : end.i + 1].text


def _between(noun: Token) -> Token | None:
    """The first of those that something is between."""
    return next((child for child in noun.rights if _is_between(child)), None)


def _is_between(token: Token) -> bool:
    return token.dep_ == "nmod" and any(
        child.dep_ == "case" and child.lower_ == "between" for child in token.lefts
    )
