"""The table of figures of a model, as lines of text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy

from training.corpora import Corpora, Split
from training.evaluation import sets, speed
from training.evaluation.counts import Counts
from training.evaluation.relations import relation_counts
from training.evaluation.scores import NameScores, ParseScores, name_scores, parse_scores

HEADINGS = ("tag", "UPOS", "feats", "lemma", "UAS", "LAS", "sent.", "sent. ¶")


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is measured of one model."""

    parses: tuple[ParseScores, ...]
    names: tuple[NameScores, ...]
    relations: dict[str, Counts]
    words_a_second: float
    baseline_words_a_second: float | None
    seconds_to_load: float
    megabytes: float


def measured(
    model: Path, corpora: Corpora, split: Split = "test", baseline: Path | None = None
) -> Report:
    """The report of a model, and the speed of another beside it in the same run."""
    nlp = spacy.load(model)
    parsed = list(sets.parsed(corpora, split, nlp.vocab))
    texts = [doc.text for doc in parsed[0].paragraphs + parsed[1].paragraphs]
    everything = parsed[0].runs + parsed[1].runs
    headlines = sets.headlines(corpora, split, nlp.vocab)
    return Report(
        parses=tuple(parse_scores(nlp, test) for test in (*parsed, *headlines)),
        names=tuple(name_scores(nlp, test) for test in sets.named(corpora, split)),
        relations=relation_counts(nlp, everything),
        words_a_second=speed.words_a_second(model, texts),
        baseline_words_a_second=speed.words_a_second(baseline, texts) if baseline else None,
        seconds_to_load=speed.seconds_to_load(model),
        megabytes=speed.megabytes(model),
    )


def lines(report: Report) -> Iterator[str]:
    """The report as a table of fixed columns, per cent."""
    names = {row.name: row.counts for row in report.names}
    yield _line("raw text", [*HEADINGS, "names P", "R", "F"])
    for row in report.parses:
        figures = [*row.figures, row.paragraph_sentences, *_prf(names.pop(row.name, None))]
        yield _line(row.name, [f"{figure:.1f}" for figure in figures])
    for name, counts in names.items():
        blank = [""] * len(HEADINGS)
        yield _line(name, [*blank, *(f"{figure:.1f}" for figure in _prf(counts))])
    yield ""
    yield _line("verbs of news", ["P", "R", "F"])
    for group, counts in report.relations.items():
        yield _line(group, [f"{figure:.1f}" for figure in _prf(counts)])
    yield ""
    yield from _cost(report)


def _prf(counts: Counts | None) -> list[float]:
    return [] if counts is None else [counts.precision, counts.recall, counts.f]


def _line(name: str, cells: Sequence[str]) -> str:
    return f"{name:<18}" + "".join(f"{cell:>9}" for cell in cells)


def _cost(report: Report) -> Iterator[str]:
    yield f"{report.words_a_second:,.0f} words a second of processor time"
    if report.baseline_words_a_second is not None:
        ratio = report.words_a_second / report.baseline_words_a_second
        yield f"{ratio:.2f} times the {report.baseline_words_a_second:,.0f} of the baseline"
    yield f"loads in {report.seconds_to_load:.2f} s; {report.megabytes:.1f} MB"
