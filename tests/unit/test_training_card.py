"""What the card of the language model says, where it can be seen at once."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from extractors import lemmatizing, lexicon, parsing
from training import packaging
from training.evaluation import speed

ROOT = Path(__file__).parents[2]
CARD = (parsing.SHIPPED_MODEL / "README.md").read_text("utf-8")
RELEASES = (ROOT / "training" / "RELEASES.md").read_text("utf-8")
META = json.loads((parsing.SHIPPED_MODEL / "meta.json").read_text("utf-8"))
INFLECTED = ("VBD", "VBG", "VBN", "VBZ")
TEXTS = (
    "Foreign Minister Ana Silva met Luis Prado in Quito on Monday, adding that talks went well.",
    "“We will sign,” said Eva Roth, who chairs the bank, “and Kenya will too.”",
    "The mayors of both towns agreed to build a bridge.\n",
)


def test_the_card_is_of_the_model_that_ships() -> None:
    assert f"`en_{META['name']}` {META['version']}" in CARD
    assert META["version"] == packaging.META["version"]
    assert META["license"] in CARD


def test_the_model_is_as_small_as_the_card_says() -> None:
    size = speed.megabytes(parsing.SHIPPED_MODEL)
    assert size <= 25
    assert f"{size:.1f} MB" in CARD


@pytest.mark.parametrize("row", ["EWT", "GUM", "GUM news", "GUM court", "GUM voyage"])
def test_the_figures_of_the_card_are_those_of_the_release(row: str) -> None:
    release = RELEASES.partition(f"## {META['version']}")[2].partition("\n## ")[0]
    (line,) = re.findall(rf"^{row} {{2,}}([\d. ]+)$", release, flags=re.MULTILINE)
    tag, upos, _, lemma, uas, las, sentences, apart = line.split()[:8]
    name = f"{row} test" if row in {"EWT", "GUM"} else f"– {row.removeprefix('GUM ')}"
    (told, *_) = re.findall(rf"^\| {name}[^|]*\|(.+)\|$", CARD, flags=re.MULTILINE)
    figures = [float(cell.split()[0]) for cell in told.split("|")]
    assert figures == [float(cell) for cell in (tag, upos, lemma, uas, las, sentences, apart)]


def test_lemmas_of_the_programs_verbs_are_right_under_any_tag() -> None:
    table = lemmas().table
    asked = [
        (form, tag, lemma) for form, lemma in lexicon.verb_forms().items() for tag in INFLECTED
    ]
    wrong = [one for one in asked if lemmatizing.lemma(*one[:2], table) != one[2]]
    # None was wrong when the model was made; a verb that is new on a list may have an odd form.
    assert len(wrong) < 0.002 * len(asked), wrong


def lemmas() -> lemmatizing.Lemmas:
    component = spacy.load(parsing.SHIPPED_MODEL).get_pipe(lemmatizing.NAME)
    assert isinstance(component, lemmatizing.Lemmas)
    return component


def told() -> list[str]:
    """All that the model says of each word."""
    return [
        f"{word.tag_} {word.pos_} {word.morph} {word.lemma_!r} {word.dep_} {word.head.i}"
        f" {word.sent.start} {word.ent_iob_} {word.ent_type_}"
        for doc in parsing.parse(TEXTS)
        for word in doc
    ]


def test_another_process_reads_the_same_whatever_this_one_has_read_before() -> None:
    code = "from tests.unit.test_training_card import told; print(*told(), sep='\\n')"
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    other = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert other.stdout.splitlines() == told()


def test_no_text_of_a_corpus_lies_in_the_model() -> None:
    strings = json.loads((parsing.SHIPPED_MODEL / "vocab" / "strings.json").read_text("utf-8"))
    assert len(strings) < 2_000
    assert not [text for text in strings if " " in text]
