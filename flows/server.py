"""The Prefect server that a run reports to: the configured one, else one for its time."""

from collections.abc import Iterator
from contextlib import contextmanager
from inspect import isawaitable

from prefect._internal.concurrency.threads import get_run_sync_loop, wait_for_global_loop_exit
from prefect.events.worker import EventsWorker
from prefect.server.api.server import SubprocessASGIServer
from prefect.settings import (
    PREFECT_API_URL,
    PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
    get_current_settings,
    temporary_settings,
)
from prefect.utilities.asyncutils import run_coro_as_sync

from flows.lost_server import told

# Nobody watches a temporary server for runs that died, and stopping the heart takes a second a
# flow: five a run.
NO_HEARTBEAT = {PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}
END_S = 10.0  # a loop that has nothing to do ends at once


@contextmanager
def api() -> Iterator[str]:
    """The address of a Prefect API, good within this block and in the processes started there.

    Without one configured (PREFECT_API_URL), Prefect would start a temporary server in this
    process and another in every worker process: 15 s instead of 3 s for six tasks in two
    processes. Here one is started for all, as Prefect's own test harness does it. Its database is
    the usual one, so `prefect server start` shows these runs afterwards.
    """
    configured = get_current_settings().api.url
    if configured:
        with told(configured):
            yield configured
    else:
        with (
            SubprocessASGIServer() as server,
            temporary_settings({PREFECT_API_URL: server.api_url, **NO_HEARTBEAT}),
        ):
            yield server.api_url
            run_coro_as_sync(_deliver())
    _end_loops()


async def _deliver() -> None:
    """Wait until the server has heard all that was to be told it, before it is stopped."""
    told = EventsWorker.drain_all()
    if isawaitable(told):
        await told


def _end_loops() -> None:
    """Stop the threads in which Prefect talks to the server; it makes others when it needs them.

    They are daemons: at the end of the program they would still hold the last run, and with it
    DuckDB, which counts what is left of it over forty lines of complaint.
    """
    wait_for_global_loop_exit(END_S)
    loop = get_run_sync_loop()
    loop.shutdown()
    loop.thread.join(END_S)
