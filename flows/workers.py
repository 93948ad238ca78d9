"""A step over staged parts: one task a part, each working through a process that can be lost."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from prefect import Task
from prefect.futures import as_completed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows.artifacts import Bar
from flows.naming import untagged
from readout.home import Home
from readout.isolation import Lost
from readout.progress import report
from readout.records import Article, Document, Failure, Rejected, Stage
from readout.settings import DASK, HERE, PROCESSES

# Imported once, by the process from which workers are forked.
PRELOAD = ("extractors.preloaded",)


@contextmanager
def runner(where: str, workers: int) -> Iterator[TaskRunner[Any]]:
    """Where a step's tasks run within this block, as the setting `runner` of the home says.

    In threads, each with a process (readout.isolation) to work for it: one, or so many as there
    are workers; or on a Dask cluster, where it is the same. Nothing is started for no work.
    """
    if workers == 0 or where == HERE:
        yield ThreadPoolTaskRunner(max_workers=1)
    elif where == PROCESSES:
        yield ThreadPoolTaskRunner(max_workers=workers)
    else:
        from flows import cluster  # noqa: PLC0415  of the extra `dask`, which most can do without

        with cluster.of_this_machine(workers) if where == DASK else cluster.existing(where) as one:
            yield one


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
    with untagged():
        futures = [task.submit(home, part) for part in parts]
    for done, future in enumerate(as_completed(futures), 1):
        future.wait()
        report(step, done, len(parts))
        bar.move(done)
    for future in futures:
        total += future.result()
    return total


def given_up(
    one: Article | Document, stage: Stage, problem: Lost | Failure, now: datetime
) -> Rejected:
    """The record of what a process was lost with, or failed on."""
    lost = Lost("failed", problem.error) if isinstance(problem, Failure) else problem
    error = f"{one.address}: given up at the step {stage}: {lost.error}"
    return Rejected(one.source, one.address, stage, lost.reason, error, now, one.url, lost.attempts)
