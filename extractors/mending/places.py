"""Places of meetings the parser hung on who was met: received the minister | in Ankara."""

from spacy.tokens import Token

from extractors.lexicon import lemma, load
from extractors.mending.tree import attach

PREPOSITIONS = frozenset({"in", "at"})
PERSONS = frozenset({"PROPN", "NOUN"})


def mend(token: Token) -> None:
    """Hang the place that ends a meeting's clause on the verb that tells of the meeting."""
    if token.dep_ != "nmod" or token.ent_type_ != "LOC" or token.head.i > token.i:
        return
    cases = {child.lower_ for child in token.children if child.dep_ == "case"}
    inside_another = token.head.ent_type_ == "LOC" and token.head.pos_ == "PROPN"
    if not cases & PREPOSITIONS or inside_another:
        return
    verb = _telling_verb(token.head)
    if verb is not None:
        attach(token, verb, "obl")


def _telling_verb(nominal: Token) -> Token | None:
    """The meeting verb above a nominal that is its object or companion, or the meeting's."""
    top = nominal
    while top.dep_ in {"conj", "nmod", "appos"} and top.head.i < top.i:
        top = top.head
    if top.dep_ not in {"obj", "obl"} or top.pos_ not in PERSONS or top.head.pos_ != "VERB":
        return None
    lexicon = load("meetings")
    word = lemma(top.head)
    if any(word in lexicon[table] for table in ("mutual", "receiving", "hosting")):
        return top.head
    told = any(child.dep_ == "obj" and _is_meeting(child) for child in top.head.children)
    return top.head if told else None


def _is_meeting(noun: Token) -> bool:
    names = load("meetings")["nouns"]
    return any(word in names["strong"] for word in (noun.lower_, noun.lower_.removesuffix("s")))
