"""Word vectors from plain text: floret, whose hashed n-grams have a vector for every word."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import floret
import spacy
from spacy.language import Language
from spacy.training.initialize import convert_vectors

from training.corpora import OPEN_GENRES, Corpora

DIMENSIONS = 96
ROWS = 16_000
# 1 thread: with more, the threads' order decides the result.
THREADS = 1
BATCH = 2_000


def texts(corpora: Corpora) -> Iterator[str]:
    """The text the vectors are learned from: the raw text, and the treebanks' training parts."""
    yield from corpora.raw()
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


def write_words(corpora: Corpora, file: Path) -> None:
    """Write the words of all the raw text, a paragraph a line."""
    with file.open("w", encoding="utf-8") as out:
        out.writelines(line + "\n" for line in tokenized(texts(corpora), spacy.blank("en")))


def train(words: Path, folder: Path) -> None:
    """Learn vectors from a file of words, and keep them in `folder` as a blank pipeline."""
    model = floret.train_unsupervised(
        str(words),
        model="skipgram",
        mode="floret",
        dim=DIMENSIONS,
        minn=4,
        maxn=5,
        minCount=5,
        bucket=ROWS,
        hashCount=2,
        ws=3,
        neg=5,
        epoch=3,
        thread=THREADS,
    )
    folder.mkdir(parents=True, exist_ok=True)
    table = folder / "vectors.floret"
    model.save_floret_vectors(str(table))
    nlp = spacy.blank("en")
    convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret")
    nlp.to_disk(folder / "pipeline")
