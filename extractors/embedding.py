"""Embeds each different word of a batch once: most words of a text stand in it many times.

What the network knows of a word before its context is the same wherever the word stands, so
nothing changes but the time it takes.
"""

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model
from thinc.types import Floats2d, Ints1d

NAME = "readout.EachWordOnce.v1"

Embedding = Model[list[Doc], list[Floats2d]]


@registry.architectures(NAME)  # type: ignore[untyped-decorator]  # so in spaCy
def each_word_once(embed: Embedding) -> Embedding:
    """A layer that shows `embed` every different word of a batch, as one document, once.

    `embed` may look at what a word has alone (its form, norm, affixes, shape, vector), at nothing
    that a place in a text gives it (the space after it).
    """
    return Model("each_word_once", _forward, init=_initialize, layers=[embed], dims={"nO": None})


def _forward(
    model: Embedding,
    docs: list[Doc],
    is_train: bool,  # noqa: FBT001  so thinc calls it
) -> tuple[list[Floats2d], Callable[[list[Floats2d]], list[Doc]]]:
    embed = model.layers[0]
    forms = np.concatenate([doc.to_array("ORTH") for doc in docs])
    different, inverse = np.unique(forms, return_inverse=True)
    places, lengths = cast("Ints1d", inverse), cast("Ints1d", [len(doc) for doc in docs])
    (embedded,), backprop = embed(_words(docs, different), is_train)

    def back(gradients: list[Floats2d]) -> list[Doc]:
        summed = model.ops.alloc2f(*embedded.shape)
        model.ops.scatter_add(summed, places, model.ops.flatten(gradients))
        backprop([summed])
        return []

    return model.ops.unflatten(embedded[places], lengths), back


def _words(docs: list[Doc], forms: Any) -> list[Doc]:
    vocab = docs[0].vocab
    return [Doc(vocab, words=[vocab.strings[form] for form in forms.tolist()])]


def _initialize(
    model: Embedding,
    X: list[Doc] | None = None,  # noqa: N803  so thinc calls it
    Y: list[Floats2d] | None = None,  # noqa: N803  likewise
) -> None:
    model.layers[0].initialize(X, Y)
