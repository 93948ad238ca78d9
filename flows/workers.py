"""A step over staged parts: one task a part, each working through a process that can be lost."""

from collections import Counter
from typing import Any

from prefect import Task
from prefect.futures import as_completed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows.artifacts import Bar
from readout.home import Home
from readout.progress import report

# Imported once, by the process from which workers are forked.
PRELOAD = ("extractors.preloaded",)


def runner(workers: int) -> TaskRunner[Any]:
    """Where a step's tasks run: threads, each with a process (readout.isolation) to work for it."""
    return ThreadPoolTaskRunner(max_workers=max(1, workers))


def in_parts(
    step: str, task: Task[[Home, str], Counter[str]], home: Home, parts: list[str]
) -> Counter[str]:
    """Run the task on each part; returns the sum of what they return.

    Raises:
        Exception: what a part's task raised, after all the others have ended.
    """
    total: Counter[str] = Counter()
    report(step, 0, len(parts))
    bar = Bar(step, len(parts))
    futures = [task.submit(home, part) for part in parts]
    for done, future in enumerate(as_completed(futures), 1):
        future.wait()
        report(step, done, len(parts))
        bar.move(done)
    for future in futures:
        total += future.result()
    return total
