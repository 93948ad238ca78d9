"""The plain text that vectors are learned from, as words."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language

from training import trial
from training.corpora import OPEN_GENRES, Corpora

BATCH = 2_000


def texts(corpora: Corpora, most_steps: int | None = None) -> Iterator[str]:
    """The raw text, of which a trial takes the beginning, and the treebanks' training parts."""
    yield from trial.opening(corpora.raw(), most_steps)
    yield from (sentence.text for sentence in corpora.ewt("train"))
    for genre in OPEN_GENRES:
        for document in corpora.gum("train", genre):
            yield from (sentence.text for sentence in document)


def tokenized(paragraphs: Iterable[str], nlp: Language) -> Iterator[str]:
    """Each paragraph with its words parted by single spaces, as the pipeline will part them."""
    remaining = iter(paragraphs)
    while batch := list(islice(remaining, BATCH)):
        for doc in map(nlp.make_doc, batch):
            yield " ".join(token.text for token in doc if not token.is_space)


def write_words(paragraphs: Iterable[str], file: Path) -> None:
    """Write the words of the text, a paragraph a line."""
    with file.open("w", encoding="utf-8") as out:
        out.writelines(line + "\n" for line in tokenized(paragraphs, spacy.blank("en")))
