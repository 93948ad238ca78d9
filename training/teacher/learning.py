"""Trains the teacher of trees on treebanks."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn

from training import trial
from training.teacher import examples, fitting
from training.teacher.annotation import NOTHING, Annotated, Labels
from training.teacher.forms import Forms
from training.teacher.network import Sizes, Teacher, masked

ROUNDS = 12
# Arcs and relations count in full, tags and features as a help to them.
WEIGHTS = (1.0, 1.0, 0.4, 0.3)


def trained(
    sentences: Sequence[Annotated],
    labels: Labels,
    forms: Forms,
    *,
    seed: int,
    most_steps: int | None = None,
) -> Teacher:
    """A teacher that has read the sentences `ROUNDS` times, in an order of the seed's.

    A trial ends after `most_steps` batches.
    """
    torch.manual_seed(seed)
    sizes = Sizes(forms.width, len(labels.relations), len(labels.tags), len(labels.features))
    teacher = Teacher(sizes)
    lengths, random = [len(sentence.words) for sentence in sentences], Random(seed)
    rounds = (examples.batches(lengths, random) for _ in range(ROUNDS))
    fitting.fit(
        teacher,
        lengths,
        lambda places: _loss(teacher, [sentences[place] for place in places], forms),
        trial.rounds(rounds, most_steps),
    )
    return teacher


def _loss(teacher: Teacher, sentences: Sequence[Annotated], forms: Forms) -> Tensor:
    batch = examples.batch([sentence.words for sentence in sentences], forms)
    gold = examples.gold(sentences, batch.rows.shape[1])
    rows = examples.hidden(batch.rows)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = teacher(batch.vectors, rows, batch.lengths)
        relations = teacher.relations(scores, gold[0].clamp(min=0))
    said = (masked(scores, batch.real), relations, scores.tags, scores.features)
    losses = [
        weight * nn.functional.cross_entropy(s.flatten(0, 1), g.flatten(), ignore_index=NOTHING)
        for weight, s, g in zip(WEIGHTS, said, gold, strict=True)
    ]
    return torch.stack(losses).sum()


def save(teacher: Teacher, labels: Labels, file: Path) -> None:
    """Keep the weights, the sizes and the labels in one file."""
    torch.save({"weights": teacher.state_dict(), "sizes": teacher.sizes, "labels": labels}, file)


def load(file: Path) -> tuple[Teacher, Labels]:
    """The teacher of a file that `save` has written; trust the file, it may hold code."""
    kept = torch.load(file, weights_only=False)
    teacher = Teacher(kept["sizes"])
    teacher.load_state_dict(kept["weights"])
    return teacher.eval(), kept["labels"]
