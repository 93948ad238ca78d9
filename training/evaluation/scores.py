"""Scores of a pipeline on the test sets: raw text in, spaCy's scorer, punctuation not counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training.evaluation import sets
from training.evaluation.counts import Counts
from training.evaluation.sets import NamedSet, ParsedSet

# What spaCy's scorer calls the figures of a row.
FIGURES = ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")


@dataclass(frozen=True, slots=True)
class ParseScores:
    """Figures of one test set in per cent; `paragraph_sentences` with paragraphs given apart."""

    name: str
    figures: tuple[float, ...]  # in the order of FIGURES
    paragraph_sentences: float


@dataclass(frozen=True, slots=True)
class NameScores:
    """Names found on one test set: exact extents, GPE and LOC as one, NORP left out."""

    name: str
    counts: Counts


def parse_scores(nlp: Language, measured: ParsedSet) -> ParseScores:
    """The figures of a pipeline on one set of trees."""
    scores = _scored(nlp, measured.runs)
    apart = _scored(nlp, measured.paragraphs)
    return ParseScores(
        measured.name,
        tuple(_percent(scores.get(figure)) for figure in FIGURES),
        _percent(apart.get("sents_f")),
    )


def _scored(nlp: Language, docs: Iterable[Doc]) -> dict[str, Any]:
    return nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs], batch_size=64)


def _percent(score: float | None) -> float:
    return 100 * (score or 0.0)


def name_scores(nlp: Language, measured: NamedSet) -> NameScores:
    """The names of a pipeline against the true ones on one set."""
    found = nlp.pipe((doc.text for doc in measured.docs), batch_size=64)
    counts = (
        Counts.of(
            {(number, *name) for name in sets.names(ours)},
            {(number, *name) for name in sets.names(theirs)},
        )
        for number, (ours, theirs) in enumerate(zip(found, measured.docs, strict=True))
    )
    return NameScores(measured.name, sum(counts, Counts()))
