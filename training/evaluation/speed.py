"""Words a second of processor time, and size on disk."""

import time
from collections.abc import Sequence
from pathlib import Path

import spacy

# As the program feeds its paragraphs.
BATCH = 64
ROUNDS = 3
WARM_UP = 50
MEGABYTE = 1_000_000


def words_a_second(model: Path, texts: Sequence[str]) -> float:
    """White-space words that a model reads in a second of processor time; the best of rounds.

    Loaded afresh, so that no earlier measurement has filled its caches.
    """
    nlp = spacy.load(model)
    list(nlp.pipe(texts[:WARM_UP], batch_size=BATCH))
    words = sum(len(text.split()) for text in texts)
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for _doc in nlp.pipe(texts, batch_size=BATCH):
            pass
        rounds.append(time.process_time() - start)
    return words / min(rounds)


def seconds_to_load(model: Path) -> float:
    """Wall-clock seconds that loading takes."""
    start = time.perf_counter()
    spacy.load(model)
    return time.perf_counter() - start


def megabytes(model: Path) -> float:
    """What the files of a model take on disk, in millions of bytes."""
    return sum(file.stat().st_size for file in model.rglob("*") if file.is_file()) / MEGABYTE
