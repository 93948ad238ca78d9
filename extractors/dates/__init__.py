"""Dates by their words: patterns find them, the parse ties them to events."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from readout.records import Document, When


def find(doc: Doc, document: Document) -> tuple[When, ...]:
    """Every date in the text that can be given an interval, in order."""
    del doc, document
    return ()


def date_of(trigger: Token, dates: Iterable[When]) -> When | None:
    """The date of an event: the one in the trigger's own clause, else a clear one of its sentence."""
    del trigger, dates
    return None
