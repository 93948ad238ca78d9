"""The whole training, on made-up corpora: the real command, its real stages, the model it ends in.

Needs training/requirements.lock beside the program's own packages:

    python -m pytest -m slow tests/training
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from extractors import lemmatizing
from tests.training import hamlet

ROOT = Path(__file__).parents[2]
PACKAGES = ("faker", "floret", "spacy_lookups_data", "torch")
STEPS = (
    *("vectors", "convert", "teach", "silver"),
    *("parse", "parse-more", "parse-silver", "names", "names-more", "package"),
)
# So many of each stage are enough for sentences of five kinds.
ENOUGH = 100
# Where it matters only that the stages run.
FEW = 3

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3_600),
    pytest.mark.skipif(
        any(find_spec(package) is None for package in PACKAGES),
        reason="training/requirements.lock is not installed",
    ),
]


def command(corpora: Path, work: Path, *, steps: int) -> list[str]:
    given = ["--corpora", str(corpora), "--work", str(work), "--steps", str(steps)]
    return [sys.executable, "-m", "training", "all", *given]


def run(*words: str) -> str:
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def finished(told: str) -> list[str]:
    """The steps that a run says it has finished."""
    names = (line.partition(":")[0] for line in told.splitlines() if line.endswith(" s"))
    return [name for name in names if name in STEPS]


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hamlet.write(tmp_path_factory.mktemp("hamlet"))


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("work")


@pytest.fixture(scope="module")
def told(corpora: Path, work: Path) -> str:
    return run(*command(corpora, work, steps=ENOUGH))


@pytest.fixture(scope="module")
def nlp(told: str, work: Path) -> Language:
    assert finished(told)
    return spacy.load(work / "package")


def test_one_command_runs_every_step_in_order(told: str, work: Path) -> None:
    assert finished(told) == list(STEPS)
    kept = json.loads((work / "finished.json").read_text("utf-8"))
    assert list(kept["finished"]) == list(STEPS)
    assert kept["most_steps"] == ENOUGH


def test_the_model_has_all_parts_and_reads_a_sentence(nlp: Language) -> None:
    assert nlp.pipe_names == [
        *("tok2vec", "tagger", "morphologizer", "senter", "parser"),
        *("ner", lemmatizing.NAME),
    ]
    assert nlp.vocab.vectors.shape == (16_000, 96)
    doc = nlp("President Eva Silva met Luis Roth in Oslo.")
    assert [t.tag_ for t in doc] == ["NNP", "NNP", "NNP", "VBD", "NNP", "NNP", "IN", "NNP", "."]
    assert [sentence.root.text for sentence in doc.sents] == ["met"]
    assert [t.head.text for t in doc][:6] == ["Eva", "met", "Eva", "met", "met", "Luis"]
    assert doc[3].lemma_ == "meet"
    assert [(name.text, name.label_) for name in doc.ents] == [
        ("Eva Silva", "PERSON"),
        ("Luis Roth", "PERSON"),
        ("Oslo", "GPE"),
    ]


def test_the_model_is_measured_on_every_test_set(told: str, work: Path, corpora: Path) -> None:
    assert finished(told)
    package = str(work / "package")
    given = [package, "--corpora", str(corpora), "--baseline", package]
    table = run(sys.executable, "-m", "training", "evaluate", *given)
    rows = dict(_rows(table))
    assert {"EWT", "GUM", "GUM news", "short", "title case", "CrossNER politics"} <= rows.keys()
    tag, *_, uas, las = rows["EWT"][:6]
    assert tag > 90
    assert uas >= las > 60
    assert "times the" in table


def _rows(table: str) -> Iterator[tuple[str, list[float]]]:
    """The rows of a table by name, with their figures."""
    for line in table.splitlines():
        figures = line[18:].split()
        if figures and all(figure.replace(".", "").isdigit() for figure in figures):
            yield line[:18].strip(), [float(figure) for figure in figures]


def test_a_run_after_the_last_one_has_nothing_to_do(told: str, work: Path, corpora: Path) -> None:
    assert finished(told)
    before = _contents(work / "package")
    assert finished(run(*command(corpora, work, steps=ENOUGH))) == []
    assert _contents(work / "package") == before


def test_a_killed_run_goes_on_and_ends_in_the_same_model(corpora: Path, tmp_path: Path) -> None:
    whole, killed = (tmp_path / name for name in ("whole", "killed"))
    run(*command(corpora, whole, steps=FEW))
    with subprocess.Popen(
        command(corpora, killed, steps=FEW), cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            if line.startswith("parse: "):
                running.kill()
                break
    later = run(*command(corpora, killed, steps=FEW))
    assert finished(later) == list(STEPS[STEPS.index("parse-more") :])
    assert _contents(killed / "package") == _contents(whole / "package")


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_a_trial_of_other_steps_wants_another_folder(told: str, work: Path, corpora: Path) -> None:
    assert finished(told)
    done = subprocess.run(
        command(corpora, work, steps=FEW), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert f"was begun with --steps {ENOUGH}: take another folder" in done.stderr
