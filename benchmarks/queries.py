"""How long the questions in sql/examples take over a large archive.

    python -m benchmarks.queries FOLDER [--mentions 1000000]

Makes an archive of that size under FOLDER, or takes the one that is there (`benchmarks.archive`),
and asks each question as `readout sql` does: the snapshot opened anew, every row taken. The
questions take turns, so that a slow minute of the machine hits all; the medians are shown, by the
clock and of all cores together, which tells a slow question from a busy machine. Where a question
is about somebody, it is about one of those that the archive tells most of.
"""

import argparse
import re
import time
from pathlib import Path
from statistics import median

from benchmarks import archive
from readout import warehouse
from readout.home import Home
from readout.warehouse.scripts import Script, scripts

MENTIONS = 1_000_000
ROUNDS = 5
ENOUGH_S = 1.0

_ASKED = re.compile(r"(?<=asked as \(select ).*(?=\),?$)", re.MULTILINE)
_BUSY = {
    "meetings_with_one_person": "'Penny Wong' as person, date '2020-03-01' as month",
    "what_one_person_said_about": "'Penny Wong' as person, 'market' as subject",
    "what_was_said_about": "'hospitals' as subject",
    "what_they_said_of_their_meeting": "['Penny Wong', 'CBS News'] as parties",
}


def main() -> None:
    """Prints a row for each question, the slowest last, and how many take longer than a second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mentions", type=int, default=MENTIONS)
    asked = parser.parse_args()
    home = Home(asked.folder / str(asked.mentions))
    if not home.snapshot.exists():
        archive.build(home, asked.mentions)
    questions = [*scripts("examples")]
    times: dict[str, list[tuple[float, float]]] = {question.stem: [] for question in questions}
    rows = {}
    for _ in range(ROUNDS):
        for question in questions:
            rows[question.stem], *taken = _asked(home, question)
            times[question.stem].append((taken[0], taken[1]))
    found = sorted((*map(median, zip(*taken, strict=True)), name) for name, taken in times.items())
    print(f"{'question':<36}{'rows':>8}{'ms':>8}{'CPU ms':>8}")
    for clock, cpu, name in found:
        print(f"{name:<36}{rows[name]:>8,}{1000 * clock:>8.0f}{1000 * cpu:>8.0f}")
    slow = sum(clock > ENOUGH_S for clock, _, _ in found)
    print(f"{slow} of {len(found)} take longer than a second, over {asked.mentions:,} mentions")


def _asked(home: Home, question: Script) -> tuple[int, float, float]:
    """How many rows answer the question, in how many seconds by the clock and of all cores."""
    started, cpu = time.perf_counter(), time.process_time()
    text = question.text
    if question.stem in _BUSY:
        text = _ASKED.sub(_BUSY[question.stem], text)
    rows = warehouse.query(home, text).num_rows
    return rows, time.perf_counter() - started, time.process_time() - cpu


if __name__ == "__main__":
    main()
