"""A step over staged parts: one task a part, in this process or in several."""

from collections import Counter
from typing import Any

from prefect import Task
from prefect.futures import as_completed
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner

from flows.artifacts import Bar
from readout.home import Home
from readout.progress import report


def runner(workers: int) -> TaskRunner[Any]:
    """Where a step's tasks run: processes when several parts can use them, else this process.

    One thread and no more: the parser and its vocabulary are not made for two.
    """
    if workers > 1:
        return ProcessPoolTaskRunner(max_workers=workers)
    return ThreadPoolTaskRunner(max_workers=1)


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
