"""Each different word of a batch embedded once gives what every word embedded gives."""

import numpy as np
import spacy
from spacy.ml.models import MultiHashEmbed
from spacy.tokens import Doc

from extractors.embedding import each_word_once

VOCAB = spacy.blank("en").vocab
TEXTS = ["Kallas met Shmyhal in Kyiv .", "Shmyhal met Kallas .", "", "met"]
DOCS = [Doc(VOCAB, words=text.split()) for text in TEXTS]


def test_the_same_vectors_come_out() -> None:
    embed = MultiHashEmbed(8, ["NORM", "PREFIX"], [50, 20], include_static_vectors=False)
    embed.initialize(X=DOCS)
    expected = embed.predict(DOCS)
    found = each_word_once(embed).predict(DOCS)
    assert [len(part) for part in found] == [6, 4, 0, 1]
    for ours, theirs in zip(found, expected, strict=True):
        np.testing.assert_allclose(np.asarray(ours), np.asarray(theirs), atol=1e-6)


def test_the_same_gradients_go_back() -> None:
    grown = []
    for wrap in (lambda embed: embed, each_word_once):
        embed = MultiHashEmbed(8, ["NORM", "PREFIX"], [50, 20], include_static_vectors=False)
        embed.initialize(X=DOCS)
        layer = wrap(embed)
        out, back = layer.begin_update(DOCS)
        back([np.ones_like(part) for part in out])
        grown.append([node.get_grad("E") for node in embed.walk() if node.has_param("E")])
    for ours, theirs in zip(*grown, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-4)
