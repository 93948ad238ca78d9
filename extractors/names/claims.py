"""What is taken for a name: words and what they name, none overlapping another."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

# What each label of spaCy's own models, and of others, is called here; dates and sums are no names.
LABELS = {
    **{label: label for label in ("PERSON", "ORG", "GPE", "LOC", "NORP")},
    "PER": "PERSON",
    "FAC": "LOC",
}


@dataclass(frozen=True, slots=True)
class Claim:
    """A name by its tokens `[start, end)`, under one of the five labels."""

    start: int
    end: int
    label: str


def trained(doc: Doc) -> list[Claim]:
    """The names that the model found."""
    return [
        Claim(entity.start, entity.end, LABELS[entity.label_])
        for entity in doc.ents
        if entity.label_ in LABELS
    ]


def merged(names: Iterable[Claim], claims: Sequence[Claim]) -> list[Claim]:
    """The names with these added; what one of them overlaps gives way to it."""
    taken = {i for claim in claims for i in range(claim.start, claim.end)}
    kept = [name for name in names if taken.isdisjoint(range(name.start, name.end))]
    return sorted([*kept, *claims], key=lambda claim: claim.start)


def overlapped(names: Sequence[Claim], start: int, end: int) -> list[Claim]:
    """Of names in order and apart, those that share a token with `[start, end)`."""
    first = bisect_right(names, start, key=lambda name: name.end)
    return [*names[first : bisect_left(names, end, key=lambda name: name.start)]]


def write(doc: Doc, names: Sequence[Claim]) -> None:
    """Make these the entities of the document, and nothing else."""
    doc.set_ents([Span(doc, name.start, name.end, label=name.label) for name in names])
