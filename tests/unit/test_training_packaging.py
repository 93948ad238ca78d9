"""One stage trained for real, and the parts put together."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.vectors import Vectors  # type: ignore[import-not-found]  # it has no stub
from thinc.api import get_current_ops

from extractors import lemmatizing
from tests.training import hamlet
from training import banks, convert, lemmas, packaging, stages, treebank
from training.corpora import Corpora
from training.pools import Pools

ROOT = Path(__file__).parents[2]
NO_LOOKUPS = "training/requirements.lock is not installed"


def vectors(folder: Path, *, seed: int = 1) -> Path:
    """A pipeline with a small table of vectors, as floret would have made it."""
    nlp = spacy.blank("en")
    data = np.random.default_rng(seed).standard_normal((200, 8)).astype(np.float32)
    nlp.vocab.vectors = Vectors(
        data=data, mode="floret", minn=4, maxn=5, hash_count=2, hash_seed=0, bow="<", eow=">"
    )
    nlp.to_disk(folder)
    return folder


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Corpora:
    return Corpora(hamlet.write(tmp_path_factory.mktemp("hamlet")))


@pytest.fixture(scope="module")
def work(corpora: Corpora, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    nlp, bank = spacy.blank("en"), banks.treebanks(corpora, "train")
    parse = convert.parse_training(bank, Pools(("Ana",), ("Silva",), {}), nlp, seed=1)
    names = convert.names_measured(bank, nlp)
    for stage, docs in (("parse", parse), ("parse-more", parse), ("names", names)):
        for part, taken in (("train", docs), ("dev", docs[:3])):
            treebank.write(taken, stages.corpus(folder, stage, part))
    return folder


def run(work: Path, *names: str) -> str:
    """Train stages one step each, in a process of one thread, as the command does."""
    code = "import sys; from pathlib import Path; from training import stages; " + "; ".join(
        f"stages.train({name!r}, Path(sys.argv[1]), Path(sys.argv[1]) / 'vectors', 1)"
        for name in names
    )
    command = [sys.executable, "-c", code, str(work)]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout


def test_a_stage_goes_on_from_the_weights_of_the_one_before(work: Path) -> None:
    table = vectors(work / "vectors")
    told = run(work, "parse", "parse-more", "names")
    assert "TAG_ACC" in told
    assert "ENTS_F" in told
    assert (spacy.load(table).vocab.vectors.data == loaded("names", work).vocab.vectors.data).all()
    first, more = loaded("parse", work), loaded("parse-more", work)
    assert more.pipe_names == ["tok2vec", "tagger", "morphologizer", "senter", "parser"]
    assert more.pipe_labels["parser"] == first.pipe_labels["parser"] != []
    # The weights that are kept are averages, which are small in the first steps.
    assert np.corrcoef(weights(first), weights(more))[0, 1] > 0.999


def loaded(stage: str, work: Path) -> Language:
    return spacy.load(stages.trained(stage, work))


def weights(nlp: Language) -> NDArray[np.float32]:
    """All weights that words are read by."""
    tok2vec: Any = nlp.get_pipe("tok2vec")
    parts = [node.get_param(name) for node in tok2vec.model.walk() for name in node.param_names]
    return np.concatenate([part.ravel() for part in parts])


def test_what_stages_multiply_with_is_put_back(work: Path, tmp_path: Path) -> None:
    before = get_current_ops()
    with pytest.raises(OSError, match="no vectors"):
        stages.train("names", tmp_path, work / "no vectors", most_steps=1)
    assert get_current_ops() is before


def test_parts_with_different_vectors_are_not_put_together(
    corpora: Corpora, tmp_path: Path
) -> None:
    one, other = vectors(tmp_path / "one", seed=1), vectors(tmp_path / "other", seed=2)
    with pytest.raises(ValueError, match="train both on the same"):
        packaging.assemble(one, other, corpora, tmp_path / "package")
    assert not (tmp_path / "package").exists()


def parts(folder: Path) -> tuple[Path, Path]:
    """A tagger and a name finder that have learned nothing but their labels."""
    table, out = vectors(folder / "vectors"), []
    for name, labels in (("tagger", ["NN", "VBD"]), ("ner", ["PERSON"])):
        nlp = spacy.load(table)
        component = nlp.add_pipe(name)
        for label in labels:
            component.add_label(label)  # type: ignore[attr-defined]  # spaCy types a function
        nlp.initialize()
        nlp.vocab.strings.add("a word of a training text")
        nlp.to_disk(folder / name)
        out.append(folder / name)
    return out[0], out[1]


def test_the_package_has_all_parts_and_no_word_of_the_corpora(
    corpora: Corpora, tmp_path: Path
) -> None:
    pytest.importorskip("spacy_lookups_data", reason=NO_LOOKUPS)
    packaging.assemble(*parts(tmp_path), corpora, tmp_path / "package")
    nlp = spacy.load(tmp_path / "package")
    assert nlp.pipe_names == ["tagger", "ner", lemmatizing.NAME]
    assert nlp.meta["name"] == packaging.META["name"]
    assert nlp.meta["license"] == "CC BY-SA 4.0"
    kept = json.loads((tmp_path / "package" / "vocab" / "strings.json").read_text("utf-8"))
    assert {"NN", "VBD", "PERSON"} <= set(kept)
    assert "a word of a training text" not in kept
    assert str(tmp_path) not in (tmp_path / "package" / "config.cfg").read_text("utf-8")
    assert "NNP" not in kept


def test_the_table_of_lemmas_has_what_the_rules_get_wrong(corpora: Corpora) -> None:
    pytest.importorskip("spacy_lookups_data", reason=NO_LOOKUPS)

    table = lemmas.table(corpora.training_sentences())
    assert table["inflected verb"]["met"] == "meet"
    assert table["NNS"]["children"] == "child"
    assert "signed" not in table["inflected verb"]
    assert table["RB"]["n't"] == "not"
    for group, words in table.items():
        tag = next((t for t, g in lemmatizing.GROUPS.items() if g == group), group)
        assert all(lemmatizing.lemma(word, tag, table) == lemma for word, lemma in words.items())
