"""Places of meetings the parser hung on who was met: received the minister | in Ankara."""

from spacy.tokens import Token

from extractors.lexicon import lemma, load
from extractors.mending.tree import attach
from extractors.names.labels import is_place

PREPOSITIONS = frozenset({"in", "at"})
UNDER = frozenset({"conj", "nmod", "appos", "flat"})
PERSONS = frozenset({"PROPN", "NOUN"})


def mend(token: Token) -> None:
    """Hang the place that ends a meeting's phrase on the verb or noun that tells of the meeting."""
    if token.dep_ != "nmod" or token.head.i > token.i:
        return
    cases = {child.lower_ for child in token.children if child.dep_ == "case"}
    if _is_purpose(token, cases) or _is_goal(token, cases):
        attach(token, token.head.head, "obl")
        return
    if not _is_place(token):
        return
    if not cases & PREPOSITIONS:
        return
    teller = _listened_to(token.head) or _teller(token.head)
    if teller is not None:
        attach(token, teller, "obl" if teller.pos_ == "VERB" else "nmod")


def _is_purpose(token: Token, cases: set[str]) -> bool:
    """Travelled to La Paz | for the talks: the journey is for them, not the town."""
    place = token.head
    above = place.head
    moved = above.pos_ == "VERB" and lemma(above) in load("places")["motion"]
    on_the_way = place.dep_ == "obl" and place.pos_ == "PROPN"
    return moved and on_the_way and cases == {"for"} and _is_meeting(token, "strong", "weak")


def _is_goal(token: Token, cases: set[str]) -> bool:
    """Welcomed the minister | to Washington."""
    guest = token.head
    brought = guest.head.pos_ == "VERB" and lemma(guest.head) in {"welcome", "invite", "summon"}
    return brought and guest.dep_ == "obj" and cases == {"to"} and token.pos_ == "PROPN"


def _is_place(token: Token) -> bool:
    """A place by its name; after a person's name, any name: Vance | at the White House."""
    if token.head.ent_type_ == "PERSON":
        return token.pos_ == "PROPN" and token.ent_type_ != "PERSON"
    inside_another = is_place(token.head) and token.head.pos_ == "PROPN"
    return is_place(token) and not inside_another


def _listened_to(listener: Token) -> Token | None:
    """Told reporters | in Oslo: where it was told, whoever listened."""
    told = listener.dep_ in {"iobj", "obj"} and listener.tag_ == "NNS"
    return listener.head if told and lemma(listener.head) == "tell" else None


def _teller(nominal: Token) -> Token | None:
    """The meeting above a nominal that takes part in it: its noun, or its verb."""
    top = nominal
    while top.dep_ in UNDER and top.head.i < top.i:
        top = top.head
        if top != nominal and _is_meeting(top, "strong", "weak"):
            return top
    if top.dep_ not in {"obj", "obl"} or top.pos_ not in PERSONS or top.head.pos_ != "VERB":
        return None
    lexicon = load("meetings")
    word = lemma(top.head)
    if any(word in lexicon[table] for table in ("mutual", "receiving", "hosting")):
        return top.head
    told = any(child.dep_ == "obj" and _is_meeting(child, "strong") for child in top.head.children)
    return top.head if told else None


def _is_meeting(noun: Token, *lists: str) -> bool:
    names = load("meetings")["nouns"]
    forms = (noun.lower_, noun.lower_.removesuffix("s"))
    return any(form in names[one] for one in lists for form in forms)
