"""What something is worth, told from what it is: a contract *worth 640 million euros*."""

from spacy.tokens import Token

from extractors.mending.tree import NAME_LIKE, attach

AFTER_SUM = frozenset({"with", "from", "to", "for", "by"})


def mend(token: Token) -> None:
    """Signed a | contract worth 5 million euros: the contract is signed, not the euros."""
    if token.lower_ != "worth" or token.i == token.sent.start:
        return
    _release(token)
    sum_, noun = token.head, token.nbor(-1)
    if sum_.i < token.i or noun.head != sum_ or noun.dep_ not in NAME_LIKE | {"amod"}:
        return
    if noun.pos_ not in {"NOUN", "PROPN"} or sum_.is_ancestor(sum_.head):
        return
    others = [child for child in sum_.children if child not in (noun, token)]
    attach(noun, sum_.head, sum_.dep_)
    attach(token, noun, "amod")
    attach(sum_, token, "obl:unmarked")
    for child in others:
        if child.i < token.i or (child.dep_ in {"nmod", "acl", "acl:relcl"} and child.i > sum_.i):
            attach(child, noun, child.dep_)


def _brought_in(phrase: Token) -> bool:
    """Whether a preposition brings it in that no sum takes."""
    return any(part.dep_ == "case" and part.lower_ in AFTER_SUM for part in phrase.lefts)


def _release(worth: Token) -> None:
    """Signed a contract worth 5 million | with them: *worth* takes a sum and no preposition."""
    above, noun = worth.head, worth.nbor(-1)
    if above.pos_ == "VERB" and noun.head == above and noun.dep_ == "obj":
        attach(worth, noun, "amod")
    elif above != noun:
        return
    sums = [child for child in worth.rights if child.dep_ in {"obj", "obl:unmarked", "obl"}]
    for child in [*worth.rights, *(phrase for sum_ in sums for phrase in sum_.rights)]:
        if child.dep_ in {"obl", "nmod"} and _brought_in(child):
            signed = noun.dep_ == "obj" and noun.head.pos_ == "VERB"
            attach(child, noun.head if signed else noun, "obl" if signed else "nmod")
