"""Puts other names in the place of names, of as many words, so that the tree stays as it is."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from training.conllu import Sentence, Word
from training.pools import Pools, Words
from training.treebank import Name

# How often a name is replaced. Bodies are rarely alike in structure: fewer.
SHARE = {"PERSON": 0.85, "GPE": 0.6, "LOC": 0.3, "ORG": 0.3}


def swapped(
    sentences: Sequence[Sentence],
    names: Sequence[Sequence[Name]],
    pools: Pools,
    random: Random,
) -> list[Sentence]:
    """The sentences with names drawn from the pools; the same name is replaced by the same."""
    drawn: dict[tuple[str, ...], Words | None] = {}
    out = []
    for sentence, named in zip(sentences, names, strict=True):
        words = list(sentence.words)
        for start, end, label in named:
            old = tuple(word.form for word in words[start:end])
            if old not in drawn:
                drawn[old] = _draw(label, len(old), pools, random)
            new = drawn[old]
            if new is not None and _replaceable(words, start, end):
                words[start:end] = [
                    replace(word, form=form, lemma=form)
                    for word, form in zip(words[start:end], new, strict=True)
                ]
        out.append(replace(sentence, words=tuple(words)))
    return out


def _draw(label: str, length: int, pools: Pools, random: Random) -> Words | None:
    if random.random() >= SHARE.get(label, 0.0):
        return None
    return pools.draw(label, length, random)


def _replaceable(words: Sequence[Word], start: int, end: int) -> bool:
    """Proper nouns in the singular without an article: *the Netherlands* stays what it is."""
    article = start > 0 and words[start - 1].form.lower() == "the"
    return not article and all(word.xpos == "NNP" for word in words[start:end])
