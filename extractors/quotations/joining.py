"""Quotations that run on over paragraphs, each of which opens its mark again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.quotations.marks import Mark
from extractors.quotations.pairing import Stretch, stretch_of
from readout.records import Extent

# How far below its opening a quotation may end when the mark is not repeated.
REACH_PARAGRAPHS = 3


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks: `extent` with them, `inner` without.

    `parts` are its stretches paragraph by paragraph, without marks; one, as a rule.
    """

    extent: Extent
    inner: Extent
    parts: tuple[Extent, ...] = ()
    closed: bool = True


def joined(
    text: str, paragraphs: Sequence[Extent], stretches: Sequence[Sequence[Stretch]]
) -> Iterator[Quotation]:
    """The quotations of all paragraphs, those that run on over several joined."""
    done: set[tuple[int, int]] = set()
    for i, paragraph in enumerate(paragraphs):
        for j, stretch in enumerate(stretches[i]):
            if (i, j) in done or stretch.inner.start >= stretch.inner.end:
                continue
            if stretch.opening is None:
                if j == 0 and text[stretch.inner.end - 1] in ",.?!":
                    yield quotation_of([stretch])
            elif stretch.closing is not None:
                yield quotation_of([stretch])
            elif j + 1 < len(stretches[i]):
                continue  # opened again before it closed: a stray mark
            elif run := _run_on(text, paragraphs, stretches, i):
                done.update((k, 0) for k in range(i + 1, i + len(run)))
                yield quotation_of(run)
            elif _introduced(text, paragraph, stretch.opening):
                yield quotation_of([stretch])


def _run_on(
    text: str, paragraphs: Sequence[Extent], stretches: Sequence[Sequence[Stretch]], i: int
) -> list[Stretch]:
    """The stretches of a quotation that goes on after paragraph `i`; empty when it does not."""
    run = [stretches[i][-1]]
    between: list[Stretch] = []
    for k in range(i + 1, len(paragraphs)):
        first = stretches[k][0] if stretches[k] else None
        if first is not None and first.opening is None:
            return [*run, *between, first]
        if first is None:
            between.append(stretch_of(text, None, None, paragraphs[k]))
            if len(between) >= REACH_PARAGRAPHS:
                break
            continue
        if (
            between
            or first.opening is None
            or first.opening.start != _first_ink(text, paragraphs[k])
        ):
            break
        run.append(first)
        if first.closing is not None or len(stretches[k]) > 1:
            break
    return run if len(run) > 1 else []


def _first_ink(text: str, paragraph: Extent) -> int:
    start = paragraph.start
    while start < paragraph.end and text[start].isspace():
        start += 1
    return start


def _introduced(text: str, paragraph: Extent, opening: Mark) -> bool:
    """Whether an unclosed quotation is one all the same: a whole paragraph, or after a colon."""
    before = text[paragraph.start : opening.start].rstrip()
    return not before or before[-1] in ",:"


def quotation_of(run: Sequence[Stretch]) -> Quotation:
    """The quotation that stretches of one or several paragraphs make."""
    first, last = run[0], run[-1]
    start = first.opening.start if first.opening else first.inner.start
    end = last.closing.end if last.closing else last.inner.end
    inner = Extent(first.inner.start, last.inner.end)
    parts = tuple(stretch.inner for stretch in run if stretch.inner.start < stretch.inner.end)
    return Quotation(Extent(start, end), inner, parts, last.closing is not None)
