"""What is read from the folder of corpora, and what is said of one that lacks something."""

import json
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from extractors import parsing
from tests.training import hamlet
from training import __main__ as command
from training import banks, documents, inventory
from training.corpora import OPEN_GENRES, Corpora

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Corpora:
    return Corpora(hamlet.write(tmp_path_factory.mktemp("hamlet")))


def test_names_of_universal_ner_are_laid_on_the_words_of_ewt(corpora: Corpora) -> None:
    bank = banks.treebanks(corpora, "train")
    first = bank.parts[0][0]
    (names,) = bank.names_of([first])
    found = [(first.words[a].form, first.words[b - 1].form, label) for a, b, label in names]
    given, surname, _, other, another, _, place = [word.form for word in first.words[1:8]]
    assert found[:2] == [(given, surname, "PERSON"), (other, another, "PERSON")]
    assert found[2] == (place, place, "GPE")


def test_every_genre_of_gum_has_its_documents_with_names(corpora: Corpora) -> None:
    bank = banks.treebanks(corpora, "dev")
    assert len(bank.parts) == 1 + len(OPEN_GENRES)
    for document in bank.parts[1:]:
        kinds = {label for names in bank.names_of(document) for _, _, label in names}
        assert kinds == {"PERSON", "ORG", "GPE"}


def test_a_sentence_that_universal_ner_has_otherwise_has_no_known_names(tmp_path: Path) -> None:
    root = hamlet.write(tmp_path)
    file = root / "uner_ewt" / "uner_en_ewt-ud-dev.iob2"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    changed = next(n for n, line in enumerate(lines) if line.startswith("4\tmet"))
    lines[changed] = lines[changed].replace("met", "saw")
    file.write_text("".join(lines), encoding="utf-8")
    bank = banks.treebanks(Corpora(root), "dev")
    ewt = bank.parts[0]
    assert bank.named(ewt) == list(ewt[1:])
    assert "met" not in next(banks.treebank_texts(bank)).text.split(".")[0]


def test_texts_for_the_name_finder_are_paragraphs(corpora: Corpora) -> None:
    bank = banks.treebanks(corpora, "test")
    texts = list(banks.treebank_texts(bank))
    assert len(texts) == sum(len(list(documents.by_paragraph(part))) for part in bank.parts)
    for named in texts:
        for start, end, label in named.names:
            assert named.text[start:end][0].isupper(), label


@pytest.mark.parametrize("file", ["crossner/politics-train.txt", "wikigold"])
def test_lists_of_words_and_tags_get_the_programs_labels(corpora: Corpora, file: str) -> None:
    path = corpora.wikigold() if file == "wikigold" else corpora.root / file
    labels = {label for named in banks.listed(path) for _, _, label in named.names}
    assert labels == {"PERSON", "ORG", "GPE"}


def test_an_article_that_shares_a_long_sentence_with_a_measured_text_is_left_out(
    tmp_path: Path,
) -> None:
    corpora = Corpora(hamlet.write(tmp_path))
    before = list(corpora.articles())
    held_out = corpora.gum("test", "news")[0][4].text
    file = tmp_path / "articles" / "articles.jsonl"
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps({"text": f"A new paragraph.\n{held_out}"}) + "\n")
        lines.write(json.dumps({"text": "Another one.\n\n  And its second paragraph. "}) + "\n")
    assert list(corpora.articles()) == [*before, "Another one.", "And its second paragraph."]


def test_articles_may_be_missing(tmp_path: Path) -> None:
    corpora = Corpora(hamlet.write(tmp_path))
    (tmp_path / "articles" / "articles.jsonl").unlink()
    assert list(corpora.articles()) == []
    assert list(corpora.raw()) == list(corpora.releases())
    assert all(line == line.strip() != "" for line in corpora.releases())


def test_nothing_lacks_where_all_is_there(corpora: Corpora) -> None:
    inventory.check_training(corpora.root)
    inventory.check_measured(corpora.root, "dev")
    inventory.check_measured(corpora.root, "test")


def test_each_missing_corpus_is_named_with_its_files_and_its_source(tmp_path: Path) -> None:
    root = hamlet.write(tmp_path)
    (root / "ud_ewt" / "en_ewt-ud-dev.conllu").unlink()
    for file in (root / "gum").glob("GUM_vlog_*"):
        file.unlink()
    with pytest.raises(inventory.MissingCorpusError) as error:
        inventory.check_training(root)
    told = str(error.value)
    assert str(root) in told
    assert "https://github.com/UniversalDependencies/UD_English-EWT" in told
    assert "ud_ewt/en_ewt-ud-dev.conllu" in told
    assert "ud_ewt/en_ewt-ud-train.conllu" not in told
    assert "gum/GUM_vlog_*.conllu" in told
    assert "crossner" not in told


def test_measuring_asks_only_for_what_it_reads(tmp_path: Path) -> None:
    root = hamlet.write(tmp_path)
    (root / "ud_ewt" / "en_ewt-ud-dev.conllu").unlink()
    (root / "raw" / "senate_releases.txt.gz").unlink()
    inventory.check_measured(root, "test")
    with pytest.raises(inventory.MissingCorpusError, match="en_ewt-ud-dev"):
        inventory.check_measured(root, "dev")


def refused(monkeypatch: pytest.MonkeyPatch, *words: object) -> str | int | None:
    """What the command ends with."""
    monkeypatch.setattr(sys, "argv", ["training", *map(str, words)])
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "1")
    with pytest.raises(SystemExit) as ended:
        command.main()
    return ended.value.code


@pytest.mark.parametrize("verb", ["all", "teach", "evaluate"])
def test_the_command_says_what_is_missing_and_ends(
    verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = tmp_path / "work"
    given = [parsing.SHIPPED_MODEL] if verb == "evaluate" else ["--work", work]
    told = str(refused(monkeypatch, verb, *given, "--corpora", tmp_path))
    assert "Universal Dependencies English EWT" in told
    assert "training/README.md" in told
    assert not work.exists()


@pytest.mark.skipif(find_spec("faker") is not None, reason="all packages are installed")
def test_the_command_names_the_package_that_is_not_installed(
    corpora: Corpora, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = ["--corpora", corpora.root, "--work", tmp_path / "work"]
    assert "is not installed: see training/README.md" in str(refused(monkeypatch, "all", *given))


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (["all", "--work", "w", "--steps", "0"], "0 is no number of steps"),
        (["all", "--work", "w", "--steps", "few"], "few is no number of steps"),
        (["evaluate", "nowhere"], "no model lies in nowhere"),
    ],
)
def test_the_command_refuses_what_makes_no_sense(
    given: list[str],
    why: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert refused(monkeypatch, *given, "--corpora", "c") == 2
    assert why in capsys.readouterr().err


def test_the_readme_of_training_has_every_corpus_and_its_source() -> None:
    readme = (ROOT / "training" / "README.md").read_text("utf-8")
    notice = (ROOT / "NOTICE").read_text("utf-8").lower()
    for corpus in inventory.corpora():
        assert corpus.source.partition(",")[0] in readme
        for file in corpus.training:
            assert file.partition("/")[0] + "/" in readme
        assert corpus.name.split()[-1].lower() in notice
