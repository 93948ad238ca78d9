"""From the treebanks to a teacher, and from the teacher to the text that the model learns from."""

from pathlib import Path
from random import Random

import spacy
import torch
from spacy.language import Language

from extractors import sentences
from training import silver, tokenizing, treebank, trial, vectors
from training.corpora import Corpora
from training.stages import PARSER, corpus
from training.teacher import annotation, learning, parsing
from training.teacher.forms import Forms

SEED = 1
# How often the treebanks stand in the mixed text, where all that is silver stands once.
TREEBANKS = 2


def teach(corpora: Corpora, work: Path, most_steps: int | None = None) -> None:
    """Train the teacher, into `work/teacher`; a trial ends after `most_steps` batches."""
    torch.set_num_threads(1)
    forms = _forms(work)
    gold = corpora.training_sentences()
    labels = annotation.Labels.of(gold)
    known = annotation.annotated(gold, labels, forms)
    teacher = learning.trained(known, labels, forms, seed=SEED, most_steps=most_steps)
    learning.save(teacher, labels, _weights(work))


def write_silver(corpora: Corpora, work: Path, most_steps: int | None = None) -> None:
    """Parse raw news by the teacher, and mix it with the treebanks for the parser's training.

    A trial takes as much of the news as `most_steps` batches hold.
    """
    torch.set_num_threads(1)
    nlp, forms = _splitter(), _forms(work)
    teacher, labels = learning.load(_weights(work))
    texts = trial.opening(silver.paragraphs(corpora, Random(SEED)), most_steps)
    parsed = silver.documents(
        texts, nlp, lambda words: parsing.parsed(teacher, words, forms), labels, forms
    )
    gold = treebank.read(corpus(work, "parse", "train"), nlp.vocab)
    mixed = [*gold * TREEBANKS, *parsed]
    Random(SEED).shuffle(mixed)
    treebank.write(mixed, corpus(work, PARSER, "train"))


def _splitter() -> Language:
    """Words and sentences by rule, as the program finds them."""
    nlp = tokenizing.equipped(spacy.blank("en"))
    nlp.add_pipe(sentences.NAME)
    return nlp


def _forms(work: Path) -> Forms:
    table = vectors.TEACHER
    return Forms(vectors.of_words(vectors_file(work)), table.dimensions)


def vectors_file(work: Path) -> Path:
    """Where the teacher's vectors lie."""
    return work / "teacher" / "vectors.bin"


def _weights(work: Path) -> Path:
    return work / "teacher" / "weights.pt"
