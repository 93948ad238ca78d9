"""Makes the training and development files of the parser and of the name finder."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from training import banks, documents, named_text, renaming, spelling, swapping, treebank
from training.banks import Treebanks
from training.conllu import Sentence
from training.corpora import Corpora, Split
from training.named_text import NamedText
from training.pools import Pools, Words

# Pools from, among others, labelled names.
PoolMaker = Callable[[Iterable[tuple[str, Words]]], Pools]

SEED = 1
# Fields of CrossNER other than politics.
FIELDS = ("ai", "literature", "music", "science")
# The parts of CrossNER to learn from. Choices are made on the development parts of the treebanks.
NOT_FOR_MEASURING: tuple[Split, ...] = ("train", "dev")


def names_in(training: Treebanks) -> Iterator[tuple[str, Words]]:
    """The label and the words of every name."""
    for part in training.parts:
        for sentence in part:
            for start, end, label in training.names.get(sentence.identifier, ()):
                yield label, tuple(word.form for word in sentence.words[start:end])


def parse_training(training: Treebanks, drawn: Pools, nlp: Language, *, seed: int) -> list[Doc]:
    """Every sentence twice: in its paragraph, and in a chance run with other names."""
    random = Random(seed)
    docs = [
        treebank.document(nlp.vocab, _marked(paragraph, random))
        for part in training.parts
        for paragraph in documents.by_paragraph(part)
    ]
    for part in training.parts:
        for run in documents.by_chance(part, random):
            swapped = swapping.swapped(run, training.names_of(run), drawn, random)
            marks = spelling.typographic if random.random() < 0.5 else spelling.straight
            respelled = spelling.respelled(swapped, marks)
            docs.append(treebank.document(nlp.vocab, _recased(respelled, random)))
    random.shuffle(docs)
    return docs


def _marked(sentences: list[Sentence], random: Random) -> list[Sentence]:
    share = random.random()
    if share < 0.3:
        return spelling.respelled(sentences, spelling.typographic)
    return spelling.respelled(sentences, spelling.straight) if share < 0.5 else sentences


def _recased(sentences: list[Sentence], random: Random) -> list[Sentence]:
    share = random.random()
    if share < 0.02:
        return spelling.respelled(sentences, spelling.capitals)
    if share < 0.04:
        return spelling.respelled(sentences, spelling.small)
    if share < 0.07 and len(sentences) <= 2:
        return spelling.respelled(sentences, spelling.title)
    return sentences


def runs(measured: Treebanks, nlp: Language) -> list[Doc]:
    """The sentences as they are, in runs that pay no heed to paragraphs."""
    return [
        treebank.document(nlp.vocab, run)
        for part in measured.parts
        for run in documents.by_run(part)
    ]


def names_training(
    texts: list[NamedText], drawn: Pools, nlp: Language, *, seed: int, variants: int
) -> list[Doc]:
    """Every text as it is, and so many times with other names; a few in other capitals."""
    random = Random(seed)
    renamed = [_varied(t, drawn, random) for t in texts for _ in range(variants) if t.names]
    return _shuffled([*texts, *renamed], random, nlp)


def _shuffled(texts: list[NamedText], random: Random, nlp: Language) -> list[Doc]:
    marked = [renaming.typographic(t) if random.random() < 0.4 else t for t in texts]
    random.shuffle(marked)
    return named_text.documents(marked, nlp)


def _listed_texts(corpora: Corpora) -> Iterator[NamedText]:
    """The sentences of CrossNER's training and development parts, and of WikiGold."""
    for fields in (("politics",), FIELDS):
        for split in NOT_FOR_MEASURING:
            for field in fields:
                yield from banks.listed(corpora.crossner(field, split))
    yield from banks.listed(corpora.wikigold())


def _varied(text: NamedText, drawn: Pools, random: Random) -> NamedText:
    renamed = renaming.renamed(text, drawn, random)
    share = random.random()
    cases: list[tuple[float, Callable[[str], str]]] = [(0.03, str.upper), (0.06, str.lower)]
    for limit, case in cases:
        if share < limit:
            return renaming.recased(renamed, case)
    return renamed


def names_measured(measured: Treebanks, nlp: Language) -> list[Doc]:
    """The paragraphs of treebanks whose names are known."""
    return named_text.documents(banks.treebank_texts(measured), nlp)


def convert(corpora: Corpora, folder: Path, make_pools: PoolMaker) -> None:
    """Write the treebanks' files of all stages of training into `folder`.

    Names are replaced by those of the pools made from the names of the training treebanks.
    """
    nlp = spacy.blank("en")
    training, development = banks.treebanks(corpora, "train"), banks.treebanks(corpora, "dev")
    drawn = make_pools(names_in(training))
    measured = runs(development, nlp)
    for seed, stage in ((SEED, "parse"), (SEED + 1, "parse-more")):
        docs = parse_training(training, drawn, nlp, seed=seed)
        treebank.write(docs, folder / f"{stage}-train.spacy")
        treebank.write(measured, folder / f"{stage}-dev.spacy")
    treebank.write(measured, folder / "parse-silver-dev.spacy")
    texts = [*banks.treebank_texts(training), *_listed_texts(corpora)]
    for seed, stage, variants in ((SEED, "names", 2), (SEED + 1, "names-more", 1)):
        docs = names_training(texts, drawn, nlp, seed=seed, variants=variants)
        treebank.write(docs, folder / f"{stage}-train.spacy")
        treebank.write(names_measured(development, nlp), folder / f"{stage}-dev.spacy")
