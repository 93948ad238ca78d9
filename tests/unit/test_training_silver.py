"""Raw news with trees on it: which paragraphs are taken, and what stands on their words."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
import pytest
import spacy
from spacy.language import Language

from extractors import sentences
from tests.training import hamlet
from training import silver, tokenizing
from training.corpora import Corpora
from training.teacher import annotation
from training.teacher.annotation import Labels, Numbers, Parse
from training.teacher.forms import Forms

LABELS = Labels(("nsubj", "obj", "punct"), (".", "NNP", "VBD"), ("PROPN Number=Sing", "PUNCT "))


@pytest.fixture(scope="module")
def splitter() -> Language:
    nlp = tokenizing.equipped(spacy.blank("en"))
    nlp.add_pipe(sentences.NAME)
    return nlp


def forms() -> Forms:
    return Forms(lambda word: np.full(4, len(word), dtype=np.float32), 4)


def under_the_second(words: Sequence[Numbers]) -> list[Parse]:
    """Every word under the second of its sentence, which is the root."""
    parses = []
    for sentence in words:
        count = len(sentence)
        heads = np.full(count, 2)
        heads[1] = 0
        relations = np.zeros(count, dtype=np.int64)
        tags = np.array([1, 2] + [0] * (count - 2))
        features = np.array([0, 0] + [1] * (count - 2))
        parses.append(Parse(heads, relations, tags, features))
    return parses


def test_trees_tags_and_features_are_those_of_the_parser(splitter: Language) -> None:
    texts = ["Ana met Eva. Luis left Accra."]
    (doc,) = silver.documents(texts, splitter, under_the_second, LABELS, forms())
    assert doc.text == texts[0]
    assert [token.head.text for token in doc] == ["met"] * 4 + ["left"] * 4
    assert [sentence.root.text for sentence in doc.sents] == ["met", "left"]
    assert [token.dep_ for token in doc][:3] == ["nsubj", "ROOT", "nsubj"]
    assert [token.tag_ for token in doc][:3] == ["NNP", "VBD", "."]
    assert [(token.pos_, str(token.morph)) for token in doc][1:3] == [
        ("PROPN", "Number=Sing"),
        ("PUNCT", ""),
    ]


def test_names_of_silver_text_are_unknown_not_none(splitter: Language) -> None:
    (doc,) = silver.documents(["Ana left."], splitter, under_the_second, LABELS, forms())
    assert not doc.has_annotation("ENT_IOB")


def test_a_paragraph_with_a_sentence_too_long_to_be_one_is_left_out(splitter: Language) -> None:
    texts = ["Ana left.", "steel " * (silver.LONGEST_SENTENCE + 1), "Eva stayed."]
    made = silver.documents(texts, splitter, under_the_second, LABELS, forms())
    assert [doc.text for doc in made] == ["Ana left.", "Eva stayed."]


def test_each_paragraph_has_its_own_parses_across_batches(
    splitter: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silver, "BATCH", 2)
    texts = ["Ana left.", "Eva met Luis Prado.", "Kofi saw. Mei came here.", "Ines slept."]
    made = list(silver.documents(texts, splitter, under_the_second, LABELS, forms()))
    assert [doc.text for doc in made] == texts
    assert [[s.root.text for s in doc.sents] for doc in made] == [
        ["left"],
        ["met"],
        ["saw", "came"],
        ["slept"],
    ]


def test_all_articles_and_a_draw_of_the_releases_are_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpora = Corpora(hamlet.write(tmp_path))
    monkeypatch.setattr(silver, "RELEASE_WORDS", 500)
    drawn = list(silver.paragraphs(corpora, Random(1)))
    releases = set(corpora.releases())
    assert set(corpora.articles()) <= set(drawn)
    assert 0 < sum(len(text.split()) for text in drawn if text in releases) <= 500
    assert drawn == list(silver.paragraphs(corpora, Random(1)))
    assert drawn != list(silver.paragraphs(corpora, Random(2)))


def test_captions_and_walls_of_text_are_not_parsed(tmp_path: Path) -> None:
    root = hamlet.write(tmp_path)
    file = tmp_path / "articles" / "articles.jsonl"
    wall = "steel " * (silver.MOST + 1)
    file.write_text(f'{{"text": "Photo: Ana Silva\\n{wall}\\nAna  Silva left Accra."}}\n')
    drawn = set(silver.paragraphs(Corpora(root), Random(1)))
    assert "Ana Silva left Accra." in drawn
    assert "Photo: Ana Silva" not in drawn
    assert wall.strip() not in drawn


def test_labels_are_those_of_the_treebank_by_number(tmp_path: Path) -> None:
    gold = Corpora(hamlet.write(tmp_path)).training_sentences()
    labels = Labels.of(gold)
    assert list(labels.tags) == sorted({word.xpos for s in gold for word in s.words})
    (known,) = annotation.annotated(gold[:1], labels, forms())
    heads, relations, tags, features = known.gold
    assert heads.tolist() == [word.head for word in gold[0].words]
    assert [labels.relations[n] for n in relations] == [w.deprel for w in gold[0].words]
    assert [labels.tags[n] for n in tags] == [w.xpos for w in gold[0].words]
    assert [labels.features[n] for n in features] == [annotation.features(w) for w in gold[0].words]


def test_a_label_that_no_treebank_has_counts_for_nothing(tmp_path: Path) -> None:
    gold = Corpora(hamlet.write(tmp_path)).ewt("dev")[:1]
    few = Labels(("nsubj",), ("NNP",), ())
    (known,) = annotation.annotated(gold, few, forms())
    assert set(known.gold[3].tolist()) == {annotation.NOTHING}
    assert set(known.gold[2].tolist()) == {0, annotation.NOTHING}


def test_the_same_word_has_one_number_and_its_own_vector() -> None:
    known = forms()
    first, second = known.numbers(["Ana", "met", "Ana"]), known.numbers(["met", "“"])
    assert first.tolist() == [0, 1, 0]
    assert second.tolist() == [1, 2]
    vectors, rows = known.seen([first, second])
    assert vectors[:, 0].tolist() == [3, 3, 3, 3, 1]
    assert rows.shape == (5, 6)
