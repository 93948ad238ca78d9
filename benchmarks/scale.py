"""Whether loading and linking a batch takes longer in a large archive than in a small one.

    python -m benchmarks.scale FOLDER [--mentions 10000 100000 1000000] [--documents 1000]

Makes an archive of each size under FOLDER, or takes the one that is there (`benchmarks.archive`),
and loads the documents that come next into a copy of it: one in fifty is late, and of any day
before. Times are of the processor, so other work on the machine is no matter. `link` is what
linking takes of a load; `load` is the whole transaction, with merging, duplicates, actors and
checks. The sizes take turns, and the medians are shown.
"""

import argparse
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any, Self

from benchmarks import archive
from benchmarks.pages import A_DAY, MENTIONS
from readout.home import Home
from readout.warehouse import events

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 3

_LATE = 50  # one document in so many
_UNSEEN = 1_000_000_000  # numbers from here on are in no archive


def main() -> None:
    """Prints a row for each size of archive, and the largest against the smallest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mentions", type=int, nargs="+", default=SIZES)
    parser.add_argument("--documents", type=int, default=1000)
    asked = parser.parse_args()
    homes = {mentions: _archive(asked.folder, mentions) for mentions in asked.mentions}
    times: dict[int, list[tuple[float, float]]] = {mentions: [] for mentions in homes}
    for _ in range(ROUNDS):
        for mentions, home in homes.items():
            times[mentions].append(_batch(home, mentions, asked.documents))
    print(f"{'mentions':>10}{'link, ms/document':>20}{'load, ms/document':>20}")
    found = {
        mentions: [*map(median, zip(*rounds, strict=True))] for mentions, rounds in times.items()
    }
    for mentions, seconds in found.items():
        link, load = (1000 * one / asked.documents for one in seconds)
        print(f"{mentions:>10,}{link:>20.2f}{load:>20.2f}")
    ratios = [
        large / small for small, large in zip(found[min(found)], found[max(found)], strict=True)
    ]
    print(f"{'ratio':>10}{ratios[0]:>20.2f}{ratios[1]:>20.2f}")


def _archive(folder: Path, mentions: int) -> Home:
    home = Home(folder / str(mentions))
    if not home.snapshot.exists():
        archive.build(home, mentions)
    return home


def _batch(home: Home, mentions: int, documents: int) -> tuple[float, float]:
    """The seconds that linking and the whole load take for the documents that come next."""
    copy = Home(home.path.with_name(f"{home.path.name} and more"))
    shutil.rmtree(copy.path, ignore_errors=True)
    copy.path.mkdir()
    shutil.copyfile(home.warehouse, copy.warehouse)
    archive.stage(copy, [*_reports(mentions // MENTIONS, documents)])
    with _Watch() as watch:
        load = archive.load(copy, "the batch")
    shutil.rmtree(copy.path)
    return watch.seconds, load


def _reports(held: int, documents: int) -> Iterator[tuple[int, int]]:
    """By number and day: those that come after so many, and late ones spread over all days."""
    for number in range(documents):
        if number % _LATE:
            yield held + number, (held + number) // A_DAY
        else:
            yield _UNSEEN + number, number * held // documents // A_DAY


class _Watch:
    """Stands at linking with a stopwatch."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._link = events.link_changed

    def __enter__(self) -> Self:
        events.link_changed = self._timed
        return self

    def __exit__(self, *_: object) -> None:
        events.link_changed = self._link

    def _timed(self, con: Any) -> None:
        started = time.process_time()
        self._link(con)
        self.seconds += time.process_time() - started


if __name__ == "__main__":
    main()
