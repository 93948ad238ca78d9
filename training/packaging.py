"""Puts the trained parts together into the one folder that ships."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from extractors import lemmatizing
from training import lemmas
from training.corpora import Corpora

META: Mapping[str, Any] = {
    "name": "news_ud_sm",
    "version": "0.3.0",
    "description": "English news: tags, trees in Universal Dependencies, lemmas and names.",
    "author": "the readout authors",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "Universal Dependencies English EWT", "license": "CC BY-SA 4.0"},
        {"name": "GUM, genres under open terms", "license": "CC BY 4.0 and the texts' own"},
        {"name": "Universal NER on EWT", "license": "CC BY-SA 4.0"},
        {"name": "CrossNER", "license": "MIT; texts of Wikipedia, CC BY-SA"},
        {"name": "WikiGold", "license": "CC BY 4.0"},
        {"name": "Releases of US senators and government", "license": "public domain"},
        {"name": "Wikinews articles", "license": "CC BY 2.5"},
        {"name": "WordNet 3.0, by way of spacy-lookups-data", "license": "WordNet; MIT"},
        {"name": "Faker's lists of names", "license": "MIT"},
    ],
}


def assemble(parser: Path, names: Path, corpora: Corpora, target: Path) -> None:
    """Write the pipeline of a trained parser and a trained name finder, with lemmas, to a folder.

    Raises:
        ValueError: when the two were not trained on the same vectors.
    """
    nlp, finder = spacy.load(parser), spacy.load(names)
    if not (nlp.vocab.vectors.data == finder.vocab.vectors.data).all():
        raise ValueError(f"{parser} and {names} have different vectors: train both on the same")
    nlp.add_pipe("ner", source=finder)
    lemmatizer = nlp.add_pipe(lemmatizing.NAME)
    if not isinstance(lemmatizer, lemmatizing.Lemmas):
        raise TypeError(f"{lemmatizing.NAME} is registered for another component")
    lemmatizer.table = lemmas.table(corpora.training_sentences())
    nlp.meta.update(META, performance={})
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    # Its rules are in the folder's own tokenizer.
    nlp.config["nlp"]["after_creation"] = None
    nlp.to_disk(target)
    _keep_strings(target, _labels(nlp))


def _labels(nlp: Language) -> set[str]:
    """The strings the weights need: the words of the training texts need no keeping.

    What is not kept here is forgotten at the end of a memory zone: so labels and their parts,
    and sets of features, whole and one by one.
    """
    labels = {label for pipe in nlp.pipe_labels.values() for label in pipe}
    moves = {label.partition("-")[2] for label in labels}
    morphs = {"|".join(_features(label)) for label in labels}
    features = {feature for label in labels for feature in _features(label)}
    halves = {half for feature in features for half in feature.split("=", 1)}
    return labels | moves | morphs | features | halves


def _features(label: str) -> list[str]:
    """The features of a morphologizer's label, which names the part of speech beside them."""
    return [part for part in label.split("|") if "=" in part and not part.startswith("POS=")]


def _keep_strings(target: Path, strings: Iterable[str]) -> None:
    file = target / "vocab" / "strings.json"
    file.write_text(json.dumps(sorted(strings), ensure_ascii=False), encoding="utf-8")
