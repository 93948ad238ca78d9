"""What a run found, compared with what the runs before it found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

PAST_RUNS = 20
ENOUGH_RUNS = 5  # less is no past to compare with
ENOUGH_CASES = 30  # a share of fewer says nothing
DOCUMENTS = "documents"
_WITHOUT_EXTREMES = 10  # so many runs, and the one highest and the one lowest are left out


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run found."""

    run_id: str
    documents: int  # that were not known, or were known otherwise
    mentions: int  # in them
    undated: int  # of the mentions: without a date
    actors: int  # named by the mentions
    unknown: int  # of the actors: on no list
    sentences: int = 0  # in the documents
    source: str | None = None  # None: all sources together


@dataclass(frozen=True, slots=True)
class Drift:
    """A measure of a run beside its own past. `low` and `high` are None without enough of it."""

    measure: str
    value: float | None
    low: float | None
    high: float | None
    is_unusual: bool
    source: str | None = None

    @property
    def is_alarming(self) -> bool:
        """Unusual of all sources together, or a source that has fallen silent.

        Among many sources something is always unusual, which is to be seen and to alarm nobody.
        """
        is_silence = self.measure == DOCUMENTS and self.value == 0
        return self.is_unusual and (self.source is None or is_silence)


def drifts(run_id: str, figures: Sequence[Figures]) -> list[Drift]:
    """Each measure of a run, of all its sources together and of each, against its own past.

    `figures` are those of the run and of the runs before it, the newest first. Nothing comes of
    figures that do not have the run.
    """
    sources = list(dict.fromkeys(one.source for one in figures))
    return [
        one
        for source in sorted(sources, key=lambda name: (name is not None, name))
        for one in _of_source([figure for figure in figures if figure.source == source], run_id)
    ]


def _of_source(figures: Sequence[Figures], run_id: str) -> list[Drift]:
    current = next((one for one in figures if one.run_id == run_id), None)
    past = [one for one in figures if one.run_id != run_id]
    return drift(current, past) if current else []


def drift(current: Figures, past: Sequence[Figures]) -> list[Drift]:
    """Each measure of the run against the same measure of those before it, the newest first."""
    measures = dict(_measures(current))
    history = [dict(_measures(one)) for one in past[:PAST_RUNS]]
    return [
        replace(
            _judged(name, value, [was for one in history if (was := one[name]) is not None]),
            source=current.source,
        )
        for name, value in measures.items()
    ]


def _measures(run: Figures) -> Iterator[tuple[str, float | None]]:
    yield DOCUMENTS, float(run.documents)
    yield "mentions per document", _share(run.mentions, run.documents)
    density = _share(run.mentions, run.sentences)
    yield "mentions per 1,000 sentences", None if density is None else 1000 * density
    yield "share of mentions without a date", _share(run.undated, run.mentions)
    yield "share of actors on no list", _share(run.unknown, run.actors)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole >= ENOUGH_CASES else None


def _judged(measure: str, value: float | None, past: list[float]) -> Drift:
    """Unusual is what lies outside the past by more than its range, or than half its middle."""
    if len(past) < ENOUGH_RUNS:
        return Drift(measure, value, None, None, is_unusual=False)
    kept = sorted(past)[1:-1] if len(past) >= _WITHOUT_EXTREMES else sorted(past)
    low, high, middle = kept[0], kept[-1], kept[len(kept) // 2]
    margin = max(high - low, middle / 2)
    outside = value is not None and not low - margin <= value <= high + margin
    return Drift(measure, value, low, high, outside)
