"""Batches on a Dask cluster: one made for a run on this machine, or an existing one.

Needs the extra `dask`, and is imported only where the settings of a home ask for it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import dask
from distributed import LocalCluster
from prefect.task_runners import TaskRunner
from prefect_dask.task_runners import DaskTaskRunner

# Each batch has a process of its own (readout.isolation), which a daemon could not start.
_MAY_START_PROCESSES = {"distributed.worker.daemon": False}


@contextmanager
def of_this_machine(workers: int) -> Iterator[TaskRunner[Any]]:
    """A cluster of so many processes, for the time of the block."""
    given: dict[str, Any] = {
        "n_workers": workers,
        "threads_per_worker": 1,
        "dashboard_address": "127.0.0.1:0",  # on any port: Prefect's pages show the same
    }
    with (
        dask.config.set(_MAY_START_PROCESSES),
        LocalCluster(**given) as cluster,  # type: ignore[no-untyped-call]  # it has no types
    ):
        yield DaskTaskRunner(address=cluster.scheduler_address)


@contextmanager
def existing(address: str) -> Iterator[TaskRunner[Any]]:
    """The cluster of the scheduler at this address; its workers need this program installed."""
    yield DaskTaskRunner(address=address)
