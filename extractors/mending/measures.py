"""What something is worth, told from what it is: a contract *worth 640 million euros*."""

from spacy.tokens import Token

from extractors.mending.tree import NAME_LIKE, attach


def mend(token: Token) -> None:
    """Signed a | contract worth 5 million euros: the contract is signed, not the euros."""
    if token.lower_ != "worth" or token.i == token.sent.start:
        return
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
