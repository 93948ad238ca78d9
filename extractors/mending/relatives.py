"""Relative clauses with *who* that the parser hung on a thing: a suspect in a shop | who fled."""

from spacy.tokens import Token

from extractors.lexicon import load, verb_lemma
from extractors.mending.speaking import speaking_verbs
from extractors.mending.tree import attach
from extractors.names.labels import is_person

PEOPLE = frozenset(load("actor_nouns")["people"]) | {
    head for heads in load("titles")["heads"].values() for head in heads
}
TELLING = frozenset({"tell", "inform", "notify", "assure", "remind", "warn", "advise", "brief"})
EVENTS = frozenset([*load("meetings")["nouns"]["strong"], *load("meetings")["nouns"]["weak"]])
SPANS = frozenset({"days", "weeks", "months", "years", "decades", "hours", "times", "occasions"})
WITHIN_PHRASE = frozenset({"nmod", "appos"})


def mend(token: Token) -> None:
    """Hang the clause on the person in whose phrase the thing stands, where there is one."""
    if token.dep_ == "acl:relcl":
        _part(token)
    if token.dep_ == "acl:relcl" and _is_whole(token):
        _set_content(token)
    if token.dep_ == "acl:relcl" and _is_of_event(token):
        _hang_on_event(token)
    if token.dep_ != "acl:relcl" or not any(
        child.lower_ == "who" and child.dep_ in {"nsubj", "nsubj:pass"} for child in token.children
    ):
        return
    noun = token.head
    while not _is_somebody(noun):
        if noun.dep_ not in WITHIN_PHRASE or noun.head.i > noun.i:
            return
        noun = noun.head
    if noun != token.head:
        attach(token, noun, "acl:relcl")


def _part(verb: Token) -> None:
    """Told them that | *loans* would be ready: no noun is a part of *that*."""
    for that in [child for child in verb.lefts if child.lower_ == "that"]:
        for noun in [child for child in that.rights if child.dep_ == "fixed"]:
            if noun.pos_ in {"NOUN", "PROPN"}:
                attach(noun, verb, that.dep_)
                that.dep_ = "mark"


def _is_whole(verb: Token) -> bool:
    """Reports *that they had met*: a clause that misses nothing is no relative clause."""
    labels = {child.dep_ for child in verb.children if child.i < verb.i}
    that = next((child for child in verb.lefts if child.lower_ == "that"), None)
    if that is None:
        return False
    marked = that.dep_ == "mark" and "nsubj" in labels
    passive = that.dep_ == "obj" and "nsubj:pass" in labels  # told them that huts were burned
    told = that.dep_ == "obj" and "nsubj" in labels and _is_told(verb.head)
    subjects = [child for child in verb.lefts if child.dep_ in {"nsubj", "nsubj:pass"}]
    return marked or passive or told or (that in subjects and len(subjects) > 1)


def _is_told(noun: Token) -> bool:
    """Whether a verb tells it: warned *the growers* that targets will rise, warned for *years*."""
    verb = verb_lemma(noun.head.lower_)
    often = noun.lower_ in SPANS and noun.dep_ in {"obl", "obl:unmarked"}
    return (noun.dep_ == "iobj" and verb in TELLING) or (often and verb in speaking_verbs())


def _set_content(verb: Token) -> None:
    """Make the clause the content of its noun, or of the verb that somebody is told by."""
    noun = verb.head
    for child in verb.lefts:
        if child.lower_ == "that":
            child.dep_, child.tag_ = "mark", "IN"
    verb.dep_ = "acl"
    if noun.dep_ in {"iobj", "obj"} and verb_lemma(noun.head.lower_) in TELLING:
        noun.dep_ = "iobj"
        attach(verb, noun.head, "ccomp")
    elif _is_told(noun):
        attach(verb, noun.head, "ccomp")


def _is_of_event(verb: Token) -> bool:
    """Whether it can be said of events alone: that was to *take place*."""
    return verb_lemma(verb.lower_) == "take" and any(
        child.lower_ == "place" and child.dep_ == "obj" for child in verb.children
    )


def _hang_on_event(verb: Token) -> None:
    """A meeting of ministers | that was to take place: people do not take place."""
    place = next(child for child in verb.children if child.lower_ == "place")
    for child in [*place.rights]:
        attach(child, verb, "obl" if child.dep_ == "nmod" else child.dep_)
    noun = verb.head
    while noun.dep_ in {"nmod", "conj", "appos"} and noun.head.i < noun.i:
        if noun.lemma_.lower() in EVENTS:
            break
        noun = noun.head
    if noun != verb.head and noun.lemma_.lower() in EVENTS:
        attach(verb, noun, "acl:relcl")


def _is_somebody(noun: Token) -> bool:
    return is_person(noun) or noun.lower_ in PEOPLE or noun.pos_ in {"PRON", "PROPN"}
