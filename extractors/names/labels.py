"""What the label of a name says, whoever trained the model: places are LOC here and GPE there."""

from spacy.tokens import Token

PERSONS = frozenset({"PERSON", "PER"})
PLACES = frozenset({"GPE", "LOC", "FAC"})


def is_person(token: Token) -> bool:
    """Whether the word belongs to a person's name."""
    return token.ent_type_ in PERSONS


def is_place(token: Token) -> bool:
    """Whether the word belongs to the name of a country, a town or another place."""
    return token.ent_type_ in PLACES


def is_body(token: Token) -> bool:
    """Whether the word belongs to the name of an organisation."""
    return token.ent_type_ == "ORG"
