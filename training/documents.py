"""Cuts treebanks into training documents and into texts to be measured on."""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from training.conllu import Sentence, paragraphs

# As many sentences as a long paragraph of news has.
LONGEST = 8
# A document of the treebank text as the first model was measured on: so many sentences.
RUN = 10


def by_paragraph(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Paragraphs, as the program feeds them; long ones cut after `LONGEST` sentences."""
    for paragraph in paragraphs(sentences):
        for start in range(0, len(paragraph), LONGEST):
            yield paragraph[start : start + LONGEST]


def by_run(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Runs of `RUN` sentences, whatever the paragraphs: headings and captions have no line end."""
    yield from _cut(sentences, lambda: RUN)


def by_chance(sentences: Sequence[Sentence], random: Random) -> Iterator[list[Sentence]]:
    """Runs of one to `LONGEST` sentences, whatever the paragraphs."""
    yield from _cut(sentences, lambda: random.randint(1, LONGEST))


def _cut(sentences: Sequence[Sentence], length: Callable[[], int]) -> Iterator[list[Sentence]]:
    """Runs that never cross into another document."""
    run: list[Sentence] = []
    most = length()
    for sentence in sentences:
        if run and (len(run) == most or sentence.opens_document):
            yield run
            run, most = [], length()
        run.append(sentence)
    if run:
        yield run
