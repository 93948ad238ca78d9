"""A reading: what the shared mechanisms know of a document before any event is looked for."""

from dataclasses import dataclass

from spacy.tokens import Doc

from extractors import actors, dates, places, quotations
from extractors.actors import Cast
from extractors.quotations import Quotation
from readout.records import Document, When, Where


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed document with its quotations, dates, places and cast."""

    document: Document
    doc: Doc
    quotations: tuple[Quotation, ...]
    dates: tuple[When, ...]
    places: tuple[Where, ...]
    cast: Cast


def read(document: Document, doc: Doc) -> Reading:
    """The reading of a document from its parse."""
    return Reading(
        document,
        doc,
        quotations.find(document.text),
        dates.find(doc, document),
        places.find(doc),
        actors.cast_of(doc, document),
    )
