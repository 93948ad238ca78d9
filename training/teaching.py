"""From the treebanks to teachers, and from the teachers to the text that the model learns from."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import spacy
import torch
from spacy.language import Language
from spacy.tokens import Doc

from extractors import sentences
from training import silver, tokenizing, treebank, vectors
from training.corpora import Corpora
from training.stages import NAMES, PARSER, corpus
from training.teacher import examples, learning, naming
from training.teacher.forms import Forms

SEED = 1
# How often the treebanks' own files stand in the mixed text: the trees of all that is silver
# are the teacher's, the names of two paragraphs in three.
GOLD_TREES, SILVER_NAMES = 2, 30_000
BATCH = 4_000


def teach(corpora: Corpora, work: Path) -> None:
    """Train the teacher of trees and that of names, into `work/teacher`."""
    torch.set_num_threads(1)
    forms = _forms(work)
    gold = corpora.training_sentences()
    labels = examples.Labels.of(gold)
    trees = learning.trained(examples.annotated(gold, labels, forms), labels, forms, seed=SEED)
    learning.save(trees, labels, _file(work, PARSER))
    docs = treebank.read(corpus(work, NAMES, "train"), spacy.blank("en").vocab)
    naming.save(naming.trained(docs, forms, seed=SEED), _file(work, NAMES))


def write_silver(corpora: Corpora, work: Path) -> None:
    """Parse raw news by the teachers; mix it with the treebanks for both stages of training."""
    torch.set_num_threads(1)
    forms, nlp = _forms(work), _splitter()
    teacher, labels = learning.load(_file(work, PARSER))
    texts = silver.paragraphs(corpora, Random(SEED))
    docs = list(silver.documents(texts, nlp, teacher, labels, forms))
    _mix(work, PARSER, docs, GOLD_TREES, nlp)
    random = Random(SEED)
    named = list(_named(naming.load(_file(work, NAMES), forms), docs, forms))
    random.shuffle(named)
    _mix(work, NAMES, named[:SILVER_NAMES], 1, nlp)


def _named(teacher: naming.NameTeacher, docs: Sequence[Doc], forms: Forms) -> Iterator[Doc]:
    for start in range(0, len(docs), BATCH):
        yield from naming.named(teacher, docs[start : start + BATCH], forms)


def _mix(work: Path, stage: str, docs: Sequence[Doc], often: int, nlp: Language) -> None:
    gold = treebank.read(corpus(work, stage, "train"), nlp.vocab)
    mixed = [*gold * often, *docs]
    Random(SEED).shuffle(mixed)
    treebank.write(mixed, corpus(work, stage, "mixed"))


def _splitter() -> Language:
    """Words and sentences by rule, as the program finds them."""
    nlp = tokenizing.equipped(spacy.blank("en"))
    nlp.add_pipe(sentences.NAME)
    return nlp


def _forms(work: Path) -> Forms:
    table = vectors.TEACHER
    return Forms(vectors.of_words(vectors_file(work)), table.dimensions)


def vectors_file(work: Path) -> Path:
    """Where the teachers' vectors lie."""
    return work / "teacher" / "vectors.bin"


def _file(work: Path, stage: str) -> Path:
    return work / "teacher" / f"{stage}.pt"
