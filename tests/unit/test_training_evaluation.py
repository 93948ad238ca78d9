import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors import parsing
from tests.training import hamlet
from training import __main__ as command
from training.corpora import OPEN_GENRES, Corpora
from training.evaluation import sets, speed, table
from training.evaluation.counts import Counts
from training.evaluation.relations import relation_counts
from training.evaluation.scores import NameScores, ParseScores
from training.evaluation.table import Report


def test_counts_of_findings() -> None:
    counts = Counts.of({1, 2, 3}, {2, 3, 4, 5}) + Counts.of(set[int](), {6})
    assert counts.precision == pytest.approx(66.67, abs=0.01)
    assert counts.recall == pytest.approx(40.0)
    assert counts.f == pytest.approx(50.0)


def test_nothing_found_is_zero_not_an_error() -> None:
    assert Counts.of(set[int](), set[int]()).f == 0.0


def test_names_are_compared_without_telling_gpe_from_loc_and_without_norp() -> None:
    doc = Doc(spacy.blank("en").vocab, ["Ghanaian", "Accra", "Airbus"])
    doc.ents = [Span(doc, n, n + 1, label=la) for n, la in enumerate(("NORP", "GPE", "ORG"))]
    assert sets.names(doc) == {(9, 14, "LOC"), (15, 21, "ORG")}


def test_subjects_objects_and_contents_of_news_verbs_are_counted() -> None:
    nlp = spacy.blank("en")
    words = ["Ana", "said", "Eva", "left", "town"]

    def made(heads: list[int], deps: list[str]) -> Doc:
        pos = ["PROPN", "VERB", "PROPN", "VERB", "NOUN"]
        lemmas = ["Ana", "say", "Eva", "leave", "town"]
        return Doc(nlp.vocab, words, heads=heads, deps=deps, pos=pos, lemmas=lemmas)

    gold = made([1, 1, 3, 1, 3], ["nsubj", "ROOT", "nsubj", "ccomp", "obj"])
    wrong = made([1, 1, 1, 1, 3], ["nsubj", "ROOT", "obj", "ccomp", "obj"])

    @Language.component("parsed_wrongly")
    def parsed_wrongly(doc: Doc) -> Doc:
        del doc
        return wrong

    nlp.add_pipe("parsed_wrongly")
    counts = relation_counts(nlp, [gold])
    assert counts["subject"] == Counts(right=1)
    assert counts["object"] == Counts(wrong=1)
    assert counts["clause"] == Counts(right=1)


def test_the_table_has_a_row_for_each_set_and_names_where_they_are_known() -> None:
    report = Report(
        parses=(ParseScores("EWT", (95.0,) * 7, 90.0), ParseScores("GUM news", (94.0,) * 7, 89.0)),
        names=(NameScores("EWT", Counts(7, 3, 3)), NameScores("CrossNER", Counts(8, 2, 2))),
        relations={"subject": Counts(9, 1, 1)},
        words_a_second=6000.0,
        baseline_words_a_second=7000.0,
        seconds_to_load=0.5,
        megabytes=18.0,
    )
    lines = list(table.lines(report))
    assert lines[1].split() == ["EWT", *["95.0"] * 7, "90.0", "70.0", "70.0", "70.0"]
    assert lines[2].split() == ["GUM", "news", *["94.0"] * 7, "89.0"]
    assert lines[3].split() == ["CrossNER", "80.0", "80.0", "80.0"]
    assert "0.86 times the 7,000 of the baseline" in lines


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Corpora:
    return Corpora(hamlet.write(tmp_path_factory.mktemp("hamlet")))


def test_a_set_is_read_in_runs_of_ten_and_paragraph_by_paragraph(corpora: Corpora) -> None:
    ewt, gum, *genres = sets.parsed(corpora, "test", spacy.blank("en").vocab)
    assert [genre.name for genre in genres] == [f"GUM {genre}" for genre in OPEN_GENRES]
    assert [len(list(run.sents)) for run in ewt.runs] == [10, 5]
    assert [len(list(part.sents)) for part in ewt.paragraphs] == [3] * 5
    assert len(gum.runs) == len(OPEN_GENRES)
    assert sum(map(len, gum.runs)) == sum(len(run) for genre in genres for run in genre.runs)


def test_short_sentences_are_measured_in_the_capitals_of_headlines_too(corpora: Corpora) -> None:
    short, title, capitals = sets.headlines(corpora, "test", spacy.blank("en").vocab)
    assert all(sets.FEWEST <= len(doc) <= sets.MOST for doc in short.runs)
    signed = next(n for n, doc in enumerate(short.runs) if "treaty" in doc.text)
    assert "signed a treaty with" in short.runs[signed].text
    assert "Signed a Treaty with" in title.runs[signed].text
    assert "SIGNED A TREATY WITH" in capitals.runs[signed].text
    for written, other in zip(short.runs, capitals.runs, strict=True):
        assert [token.head.i for token in written] == [token.head.i for token in other]


def test_names_are_measured_on_four_sets(corpora: Corpora) -> None:
    named = {one.name: one.docs for one in sets.named(corpora, "test")}
    assert list(named) == ["EWT", "GUM", "GUM news", "CrossNER politics"]
    for docs in named.values():
        assert {label for doc in docs for _, _, label in sets.names(doc)} == {
            *("PERSON", "ORG", "LOC")
        }


def test_the_command_prints_the_table_of_the_model_that_ships(
    corpora: Corpora, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["evaluate", str(parsing.SHIPPED_MODEL), "--corpora", str(corpora.root)]
    monkeypatch.setattr(sys, "argv", ["training", *given])
    monkeypatch.setattr(speed, "ROUNDS", 1)
    command.main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("raw text")
    names = [line[:18].strip() for line in lines]
    assert names[1:3] == ["EWT", "GUM"]
    assert names[12:16] == ["short", "title case", "CAPITALS", "CrossNER politics"]
    tag, *_, uas, las = map(float, lines[1][18:].split()[:6])
    assert tag > 90
    assert 60 < las < uas < 100
    assert lines[-1].startswith("loads in ")


def test_size_is_that_of_all_files(tmp_path: Path) -> None:
    (tmp_path / "ner").mkdir()
    (tmp_path / "meta.json").write_bytes(b"x" * 300_000)
    (tmp_path / "ner" / "model").write_bytes(b"x" * 1_200_000)
    assert speed.megabytes(tmp_path) == 1.5
