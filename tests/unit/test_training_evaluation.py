import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from training.evaluation import sets, table
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
