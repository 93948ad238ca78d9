"""Documents in, event mentions out. No input or output but the language model."""

from collections.abc import Callable, Iterable, Iterator

import readout  # noqa: F401  it says how many threads numpy may start, before numpy is loaded
from extractors import deal_signings, first_persons, meetings, parsing, statements
from extractors.reading import Reading, read
from readout.records import Document, Extraction, Failure, Mention

Extractor = Callable[[Reading], Iterator[Mention]]

EXTRACTORS: dict[str, Extractor] = {
    "meeting": meetings.find,
    "statement": statements.find,
    "deal_signing": deal_signings.find,
}

# Raised whenever the rules or word lists change what is found: older rows are then made again.
VERSION = "3"

# What is parsed before the vocabulary's new words are let go; large enough for full batches.
CHUNK_CHARACTERS = 200_000


def version() -> str:
    """Version of the rules and of the model, as kept with every extraction."""
    return f"{VERSION} ({parsing.model_version()})"


def extract(documents: Iterable[Document]) -> Iterator[Extraction | Failure]:
    """What is found in each document, in order: documents stream, and memory does not grow.

    A document that the rules or the model cannot stand comes back as a `Failure`; the others go on.
    """
    for chunk in _chunks(documents):
        try:
            found: list[Extraction | Failure] = [*_extract_together(chunk)]
        except Exception:  # noqa: BLE001  one of them is at fault: below, each answers for itself
            found = [_extract_alone(document) for document in chunk]
        yield from found


def extraction(reading: Reading) -> Extraction:
    """Everything the registered extractors find in one reading, in the order of the text."""
    mentions = [mention for find in EXTRACTORS.values() for mention in find(reading)]
    mentions = [*first_persons.resolved(mentions, reading.document.text)]
    mentions.sort(key=lambda mention: (mention.trigger, mention.kind, mention.evidence))
    return Extraction(reading.document.document_id, tuple(mentions), reading.dates)


def _chunks(documents: Iterable[Document]) -> Iterator[list[Document]]:
    chunk: list[Document] = []
    size = 0
    for document in documents:
        chunk.append(document)
        size += len(document.text)
        if size >= CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _extract_together(documents: list[Document]) -> list[Extraction]:
    with parsing.model().memory_zone():
        docs = parsing.parse(document.text for document in documents)
        pairs = zip(documents, docs, strict=True)
        return [extraction(read(document, doc)) for document, doc in pairs]


def _extract_alone(document: Document) -> Extraction | Failure:
    try:
        return _extract_together([document])[0]
    except Exception as error:  # noqa: BLE001  whatever it is, it is this document's, and is kept
        return Failure(document.document_id, f"{type(error).__name__}: {error}")
