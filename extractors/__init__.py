"""Documents in, event mentions out. No input or output but the language model."""

from collections.abc import Callable, Iterable, Iterator
from itertools import tee

from extractors import deal_signings, meetings, parsing, statements
from extractors.reading import Reading, read
from readout.records import Document, Extraction, Mention

Extractor = Callable[[Reading], Iterator[Mention]]

EXTRACTORS: dict[str, Extractor] = {
    "meeting": meetings.find,
    "statement": statements.find,
    "deal_signing": deal_signings.find,
}

# Raised whenever the rules or word lists change what is found: older rows are then made again.
VERSION = "1"


def version() -> str:
    """Version of the rules and of the model, as kept with every extraction."""
    return f"{VERSION} ({parsing.model_version()})"


def extract(documents: Iterable[Document]) -> Iterator[Extraction]:
    """What is found in each document, in order; documents stream, and memory does not grow."""
    given, to_parse = tee(documents)
    docs = parsing.parse(document.text for document in to_parse)
    for document, doc in zip(given, docs, strict=True):
        yield extraction(read(document, doc))


def extraction(reading: Reading) -> Extraction:
    """Everything the registered extractors find in one reading, in the order of the text."""
    mentions = [mention for find in EXTRACTORS.values() for mention in find(reading)]
    mentions.sort(key=lambda mention: (mention.trigger, mention.kind, mention.evidence))
    return Extraction(reading.document.document_id, tuple(mentions), reading.dates)
