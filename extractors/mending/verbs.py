"""Verbs the tagger took for nouns: after *meeting* Sánchez, offered to *host* talks."""

from spacy.tokens import Token

from extractors.lexicon import verb_lemma

CLAUSES = frozenset({"advcl", "xcomp", "ccomp", "acl", "advcl:relcl"})
OPENERS = frozenset({"mark", "aux", "nsubj"})


def mend(token: Token) -> None:
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
