"""Runs steps in their order, and remembers which are finished."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

Steps = Mapping[str, Callable[[], None]]


class OrderError(Exception):
    """A step that can't be run now."""


@dataclass(frozen=True, slots=True)
class Record:
    """The file that names the finished steps of a folder, with the seconds each took.

    `most_steps` is the limit of a trial, or `None`: what was made under one limit is not gone on
    with under another.
    """

    file: Path
    most_steps: int | None

    def finished(self) -> dict[str, float]:
        """The finished steps, in the order they were finished.

        Raises:
            OrderError: when the folder was begun under another limit.
        """
        if not self.file.exists():
            return {}
        kept = json.loads(self.file.read_text("utf-8"))
        if kept["most_steps"] != self.most_steps:
            begun = "no --steps" if kept["most_steps"] is None else f"--steps {kept['most_steps']}"
            raise OrderError(f"{self.file.parent} was begun with {begun}: take another folder")
        finished: dict[str, float] = kept["finished"]
        return finished

    def keep(self, finished: Mapping[str, float]) -> None:
        """Write the file anew, whole or not at all."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        whole = json.dumps({"most_steps": self.most_steps, "finished": finished}, indent=1)
        beside = self.file.with_suffix(".new")
        beside.write_text(whole + "\n", encoding="utf-8")
        beside.replace(self.file)


def go_on(steps: Steps, record: Record) -> None:
    """Run every step that is not finished, in order."""
    finished = record.finished()
    _run([name for name in steps if name not in finished], steps, record)


def again(names: Iterable[str], steps: Steps, record: Record) -> None:
    """Run these steps, finished or not; those after them count as unfinished from then on.

    Raises:
        OrderError: when a step before them is not finished.
    """
    wanted, finished = list(names), record.finished()
    before = list(steps)[: list(steps).index(wanted[0])]
    lacking = [name for name in before if name not in finished]
    if lacking:
        raise OrderError(f"{wanted[0]} needs what is not there yet: {', '.join(lacking)}")
    _run(wanted, steps, record)


def _run(names: Iterable[str], steps: Steps, record: Record) -> None:
    order = list(steps)
    for name in names:
        earlier = order[: order.index(name)]
        finished = {n: s for n, s in record.finished().items() if n in earlier}
        record.keep(finished)
        started = perf_counter()
        steps[name]()
        seconds = round(perf_counter() - started, 1)
        record.keep({**finished, name: seconds})
        print(f"{name}: {seconds:,.0f} s", flush=True)
