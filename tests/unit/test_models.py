"""Any English pipeline of spaCy's can take the shipped model's place."""

import shutil
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractors import extract, mending, names, parsing, sentences
from readout.cleaning import as_given
from readout.records import Extraction

ROOT = Path(__file__).parents[2]
TEXT = "Chancellor Ada Roth met Luis Prado in Quito on Monday and said it went well."
# Tag, part of speech, label and head of each word, as spaCy's own English models would have it.
TREE = """
NNP PROPN compound 2, NNP PROPN compound 2, NNP PROPN nsubj 3, VBD VERB ROOT 3,
NNP PROPN compound 5, NNP PROPN dobj 3, IN ADP prep 3, NNP PROPN pobj 6, IN ADP prep 3,
NNP PROPN pobj 8, CC CCONJ cc 3, VBD VERB conj 3, PRP PRON nsubj 13, VBD VERB ccomp 11,
RB ADV advmod 13, . PUNCT punct 3
"""


@Language.component("tests_other_scheme")
def write_tree(doc: Doc) -> Doc:
    rows = [row.split() for row in TREE.replace("\n", " ").split(",")]
    for token, (tag, pos, label, head) in zip(doc, rows, strict=True):
        token.tag_, token.pos_, token.dep_, token.head = tag, pos, label, doc[int(head)]
    return doc


def other() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("tests_other_scheme")
    return nlp


@pytest.fixture
def other_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other().to_disk(tmp_path / "model")
    monkeypatch.setenv("READOUT_MODEL", str(tmp_path / "model"))


@pytest.mark.usefixtures("other_model")
def test_a_pipeline_in_spacys_own_scheme_is_read_too() -> None:
    (found,) = extract([as_given("1", TEXT, None, "2025-03-05")])
    assert isinstance(found, Extraction)
    told = {mention.kind: {a.name for a in mention.arguments} for mention in found.mentions}
    assert told["meeting"] >= {"Ada Roth", "Luis Prado"}
    assert "Ada Roth" in told["statement"]


@pytest.mark.usefixtures("other_model")
def test_the_rules_are_added_to_a_pipeline_that_lacks_them() -> None:
    assert parsing.model().pipe_names == [
        sentences.NAME,
        "tests_other_scheme",
        names.NAME,
        mending.NAME,
    ]


def test_a_model_is_an_installed_package_or_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nlp, name = other(), "en_tests_scheme"
    nlp.meta.update(name="tests_scheme", version="1.2.3")
    (tmp_path / name).mkdir()
    nlp.to_disk(tmp_path / name / f"{name}-1.2.3")
    shutil.copy(tmp_path / name / f"{name}-1.2.3" / "meta.json", tmp_path / name)
    (tmp_path / name / "__init__.py").write_text(
        "from spacy.util import load_model_from_init_py\n"
        "def load(**overrides):\n"
        "    return load_model_from_init_py(__file__, **overrides)\n"
    )
    known = tmp_path / f"{name}-1.2.3.dist-info" / "METADATA"
    known.parent.mkdir()
    known.write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2.3\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("READOUT_MODEL", name)
    assert parsing.model_version() == "en_tests_scheme 1.2.3"
    assert "tests_other_scheme" in parsing.model().pipe_names


def test_a_model_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_MODEL", "en_nobody_made_this")
    with pytest.raises(OSError, match="en_nobody_made_this"):
        parsing.model()


def test_spacy_finds_every_rule_component_by_its_entry_point() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = project["entry-points"]["spacy_factories"]
    for name, place in declared.items():
        module, _, attribute = place.partition(":")
        assert callable(getattr(import_module(module), attribute))
        assert Language.has_factory(name)
    assert {sentences.NAME, names.NAME, mending.NAME} <= declared.keys()
    ours = {name for name in parsing.model().pipe_names if name.startswith("readout_")}
    assert ours <= declared.keys()
