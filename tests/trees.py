"""Parse trees written by hand: what the parser would say, whether or not it does."""

import spacy
from spacy.tokens import Doc

VOCAB = spacy.blank("en").vocab


def tree(*rows: str) -> Doc:
    """A `Doc` from one row a token: "text TAG pos label head", the head by its number.

    >>> tree("Xi NNP PROPN nsubj 1", "spoke VBD VERB ROOT 1")[1].tag_
    'VBD'
    """
    parts = [row.split() for row in rows]
    return Doc(
        VOCAB,
        words=[part[0] for part in parts],
        tags=[part[1] for part in parts],
        pos=[part[2] for part in parts],
        deps=[part[3] for part in parts],
        heads=[int(part[4]) for part in parts],
        lemmas=[part[0].lower() for part in parts],
    )
