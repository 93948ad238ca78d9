"""Places by gazetteer, and which of them is where an event happened."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from readout.records import Where


def find(doc: Doc) -> tuple[Where, ...]:
    """Every place named in the text, in order, its country where that is certain."""
    del doc
    return ()


def place_of(trigger: Token, places: Iterable[Where]) -> Where | None:
    """Where an event happened: the place phrase of the trigger's own clause."""
    del trigger, places
    return None
