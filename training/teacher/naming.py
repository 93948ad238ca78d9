"""The teacher of names: the same reading, under one layer that tags where names begin and go on."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch
from spacy.tokens import Doc, Span
from torch import Tensor, nn

from training.teacher import examples, fitting
from training.teacher.examples import NOTHING, Numbers
from training.teacher.forms import Forms
from training.teacher.reading import READ, LockedDropout, Reader

LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP")
# 0: outside; then the beginning and the inside of each label.
BEGINNING, INSIDE = 1, 1 + len(LABELS)
TAGS = INSIDE + len(LABELS)
LAYERS = 2
# The texts come three times as it is, with other names.
ROUNDS = 4


class NameTeacher(nn.Module):
    """Words in, scores of tags out."""

    def __init__(self, vectors: int) -> None:
        super().__init__()
        self.reader = Reader(vectors, LAYERS)
        self.drop = LockedDropout()
        self.tags = nn.Linear(READ, TAGS)

    def forward(self, vectors: Tensor, rows: Tensor, lengths: Tensor) -> Tensor:
        """(B, N, TAGS): scores of a batch of words."""
        scores: Tensor = self.tags(self.drop(self.reader(vectors, rows, lengths)))
        return scores.float()


def tags(doc: Doc) -> Numbers:
    """The tag of each word."""
    out = np.zeros(len(doc), dtype=np.int64)
    for name in doc.ents:
        place = LABELS.index(name.label_)
        out[name.start : name.end] = INSIDE + place
        out[name.start] = BEGINNING + place
    return out


def names(doc: Doc, tagged: Sequence[int]) -> list[Span]:
    """The names that tags say; an inside that goes on from nothing of its kind begins a name."""
    found: list[tuple[int, int, int]] = []
    for place, tag in enumerate(tagged):
        if tag == 0:
            continue
        kind = (tag - 1) % len(LABELS)
        goes_on = tag >= INSIDE and bool(found) and found[-1][1:] == (place, kind)
        start = found.pop()[0] if goes_on else place
        found.append((start, place + 1, kind))
    return [Span(doc, start, end, label=LABELS[kind]) for start, end, kind in found]


def trained(docs: Sequence[Doc], forms: Forms, *, seed: int) -> NameTeacher:
    """A teacher that has read the documents `ROUNDS` times, in an order of the seed's."""
    torch.manual_seed(seed)
    teacher = NameTeacher(forms.width)
    words, gold = _words(docs, forms), [tags(doc) for doc in docs]
    fitting.fit(
        teacher,
        [len(doc) for doc in docs],
        lambda places: _loss(teacher, [words[p] for p in places], [gold[p] for p in places], forms),
        rounds=ROUNDS,
        random=Random(seed),
    )
    return teacher


def _words(docs: Sequence[Doc], forms: Forms) -> list[Numbers]:
    return [forms.numbers(token.text for token in doc) for doc in docs]


def _loss(teacher: NameTeacher, words: list[Numbers], gold: list[Numbers], forms: Forms) -> Tensor:
    batch = examples.batch(words, forms)
    rows = examples.hidden(batch.rows)
    true = torch.full(batch.real.shape, NOTHING)
    true[batch.real] = torch.from_numpy(np.concatenate(gold))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = teacher(batch.vectors, rows, batch.lengths)
    return nn.functional.cross_entropy(scores.flatten(0, 1), true.flatten(), ignore_index=NOTHING)


def named(teacher: NameTeacher, docs: Sequence[Doc], forms: Forms) -> Iterator[Doc]:
    """The documents with the names that the teacher finds."""
    for doc, tagged in zip(docs, _tagged(teacher, _words(docs, forms), forms), strict=True):
        doc.set_ents(names(doc, tagged.tolist()), default="outside")
        yield doc


def _tagged(teacher: NameTeacher, sentences: list[Numbers], forms: Forms) -> list[Numbers]:
    lengths = [len(sentence) for sentence in sentences]
    order = sorted(range(len(sentences)), key=lengths.__getitem__)
    found: dict[int, Numbers] = {}
    for places in examples.in_batches(lengths, order):
        batch = examples.batch([sentences[place] for place in places], forms)
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            scores = teacher(batch.vectors, batch.rows, batch.lengths)
        best = scores.argmax(dim=2).numpy()
        found.update((place, best[row, : lengths[place]]) for row, place in enumerate(places))
    return [found[place] for place in range(len(sentences))]


def save(teacher: NameTeacher, file: Path) -> None:
    """Keep the weights in a file."""
    torch.save(teacher.state_dict(), file)


def load(file: Path, forms: Forms) -> NameTeacher:
    """The teacher of a file that `save` has written."""
    teacher = NameTeacher(forms.width)
    teacher.load_state_dict(torch.load(file))
    teacher.eval()
    return teacher
