"""Trees and tags of sentences by the teacher."""

from collections.abc import Sequence

import torch
from torch import Tensor

from training.teacher import examples
from training.teacher.annotation import Numbers, Parse
from training.teacher.examples import Batch
from training.teacher.forms import Forms
from training.teacher.network import Teacher, masked
from training.teacher.trees import best_tree


def parsed(teacher: Teacher, sentences: Sequence[Numbers], forms: Forms) -> list[Parse]:
    """A parse of every sentence."""
    lengths = [len(sentence) for sentence in sentences]
    order = sorted(range(len(sentences)), key=lengths.__getitem__)
    found: dict[int, Parse] = {}
    for places in examples.in_batches(lengths, order):
        batch = examples.batch([sentences[place] for place in places], forms)
        found.update(zip(places, _parses(teacher, batch), strict=True))
    return [found[place] for place in range(len(sentences))]


def _parses(teacher: Teacher, batch: Batch) -> list[Parse]:
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        said = teacher(batch.vectors, batch.rows, batch.lengths)
        arcs = masked(said, batch.real).log_softmax(dim=2).double().numpy()
        trees = [
            best_tree(arcs[place, :n, : n + 1]) for place, n in enumerate(batch.lengths.tolist())
        ]
        relations = teacher.relations(said, _filled(trees, batch.rows.shape[1]))
    kinds = [kind.argmax(dim=2).numpy() for kind in (relations, said.tags, said.features)]
    return [
        Parse(tree, *[kind[place, : len(tree)] for kind in kinds])
        for place, tree in enumerate(trees)
    ]


def _filled(trees: Sequence[Numbers], longest: int) -> Tensor:
    out = torch.zeros(len(trees), longest, dtype=torch.long)
    for place, tree in enumerate(trees):
        out[place, : len(tree)] = torch.from_numpy(tree)
    return out
