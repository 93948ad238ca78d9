"""Verbs the tagger took for nouns (offered to *host* talks), or the parser for partners."""

from spacy.tokens import Token

from extractors.lexicon import verb_lemma
from extractors.mending.tree import attach

FINITE = frozenset({"VBD", "VBZ"})
CLAUSES = frozenset({"advcl", "xcomp", "ccomp", "acl", "advcl:relcl"})
OPENERS = frozenset({"mark", "aux", "nsubj"})


def mend(token: Token) -> None:
    """Mend a verb's tag, or where its clause hangs."""
    _retag(token)
    _raise(token)


def _raise(token: Token) -> None:
    """He urged them to wait and | *spoke*: a past tense is no partner of an infinitive."""
    first = token.head
    if token.dep_ != "conj" or token.tag_ not in FINITE or first.tag_ != "VB":
        return
    if not any(child.tag_ == "TO" for child in first.children):
        return
    above = next((verb for verb in first.ancestors if verb.tag_ in FINITE), None)
    if above is not None and not any(child.dep_.startswith("nsubj") for child in token.children):
        attach(token, above, "conj")


def _retag(token: Token) -> None:
    """Tag a noun as the verb it must be: it heads a clause, and is a form of a listed verb."""
    if token.pos_ != "NOUN" or token.dep_ not in CLAUSES or verb_lemma(token.lower_) is None:
        return
    if any(child.dep_ == "cop" for child in token.children):
        return
    openers = [child for child in token.children if child.dep_ in OPENERS and child.i < token.i]
    if openers:
        token.pos_ = "VERB"
        token.tag_ = "VBG" if token.lower_.endswith("ing") else "VB"
        for child in token.children:
            if child.dep_ == "obl" and not any(part.dep_ == "case" for part in child.children):
                child.dep_ = "obj"
