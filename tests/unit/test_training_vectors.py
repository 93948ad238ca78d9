"""The text that vectors are learned from, and the vectors; these only where floret is installed."""

from pathlib import Path

import numpy as np
import pytest
import spacy

from tests.training import hamlet
from training import raw_text, trial
from training.corpora import OPEN_GENRES, Corpora

NO_FLORET = "training/requirements.lock is not installed"


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Corpora:
    return Corpora(hamlet.write(tmp_path_factory.mktemp("hamlet")))


def test_vectors_are_learned_from_raw_text_and_training_parts_alone(corpora: Corpora) -> None:
    texts = list(raw_text.texts(corpora))
    trained = [sentence.text for sentence in corpora.training_sentences()]
    assert texts == [*corpora.raw(), *trained]
    assert len(trained) == 60 + 10 * len(OPEN_GENRES)


def test_a_trial_reads_the_opening_of_the_raw_text(corpora: Corpora) -> None:
    gold = len(corpora.training_sentences())
    read = list(raw_text.texts(corpora, 1))[:-gold]
    words = [len(text.split()) for text in read]
    assert sum(words[:-1]) < trial.WORDS_A_STEP <= sum(words)


def test_words_are_written_a_paragraph_a_line(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    raw_text.write_words(["Ana's treaty, “signed”.", "No  rain\there."], file)
    assert file.read_text("utf-8") == "Ana 's treaty , “ signed ” .\nNo rain here .\n"


def test_a_table_of_vectors_has_a_vector_for_every_word(tmp_path: Path, corpora: Corpora) -> None:
    pytest.importorskip("floret", reason=NO_FLORET)
    from training import vectors  # noqa: PLC0415  # it needs floret

    words = tmp_path / "words.txt"
    raw_text.write_words(raw_text.texts(corpora, 5), words)
    once, again = (vectors.train(words, vectors.Table(8, 300, 4)) for _ in range(2))
    assert (once.get_word_vector("signed") == again.get_word_vector("signed")).all()
    vectors.write_pipeline(once, tmp_path / "pipeline")
    nlp = spacy.load(tmp_path / "pipeline")
    assert nlp.vocab.vectors.shape == (300, 8)
    for word in ("treaty", "never-seen-before"):
        assert np.asarray(nlp.vocab[word].vector).any()
    once.save_model(str(tmp_path / "vectors.bin"))
    vector = vectors.of_words(tmp_path / "vectors.bin")
    assert (vector("treaty") == once.get_word_vector("treaty")).all()
