"""What a server does by itself with runs that die, that nobody begins, and that end badly."""

import json
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from uuid import UUID, uuid4

import anyio
import pytest
from prefect import flow
from prefect.client.orchestration import PrefectClient, get_client
from prefect.client.schemas.objects import FlowRun, State
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.states import Completed, Running, Scheduled

from flows.outcome import DEGRADED
from flows.service import alarms
from flows.service.deploying import prepare
from flows.service.keeping import POOL
from tests.flows.servers import prefect_server

pytestmark = [pytest.mark.server, pytest.mark.timeout(600), pytest.mark.xdist_group("alarms")]

SOON = timedelta(seconds=10)  # the shortest that Prefect allows


@flow(name="empty")
def empty() -> None:
    """Never run: its runs are moved from state to state by hand."""


@dataclass
class Told:
    """What the address of alarms has been sent."""

    url: str
    texts: list[str]


@contextmanager
def listening() -> Iterator[Told]:
    texts: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            texts.append(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"])
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  theirs
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield Told(f"http://127.0.0.1:{server.server_address[1]}/", texts)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@asynccontextmanager
async def watched(folder: Path, alarm_url: str) -> AsyncIterator[PrefectClient]:
    """A server with the automations of a service, only faster."""
    with prefect_server(folder) as address, temporary_settings({PREFECT_API_URL: address}):
        await prepare(alarm_url)
        async with get_client() as client:
            await alarms.put(client, alarms.dead(SOON))
            await alarms.put(client, alarms.late(SOON))
            yield client


async def beat(client: PrefectClient, run: FlowRun) -> None:
    """A sign of life, as the engine of a run gives it."""
    event = {
        "id": str(uuid4()),
        "occurred": datetime.now(UTC).isoformat(),
        "event": "prefect.flow-run.heartbeat",
        "resource": {"prefect.resource.id": f"prefect.flow-run.{run.id}"},
        "related": [],
        "payload": {},
    }
    answer = await client.request("POST", "/events", json=[event])
    assert answer.is_success


async def begun(client: PrefectClient, name: str) -> FlowRun:
    run = await client.create_flow_run(
        empty, name=name, work_pool_name=POOL, work_queue_name="writing"
    )
    await client.set_flow_run_state(run.id, Running())
    return run


async def planned(client: PrefectClient, name: str, tags: list[str]) -> FlowRun:
    past: State[None] = Scheduled(scheduled_time=datetime.now(UTC) - timedelta(minutes=5))
    return await client.create_flow_run(
        empty, name=name, tags=tags, state=past, work_pool_name=POOL, work_queue_name="writing"
    )


async def state(client: PrefectClient, run_id: UUID) -> State:
    found = (await client.read_flow_run(run_id)).state
    assert found is not None
    return found


async def until(
    client: PrefectClient, run: FlowRun, wanted: Callable[[State], bool], seconds: float = 120
) -> State:

    deadline = time.monotonic() + seconds
    while not wanted(now := await state(client, run.id)):
        assert time.monotonic() < deadline, f"{run.name} is still {now.name}"
        await anyio.sleep(0.5)
    return now


async def waiting(client: PrefectClient) -> set[str]:
    """The runs that a worker would be given."""
    found = await client.get_scheduled_flow_runs_for_work_pool(POOL)
    return {one.flow_run.name for one in found}


@pytest.mark.anyio
async def test_what_dies_is_crashed_what_nobody_begins_is_cancelled_and_somebody_is_told(
    tmp_path: Path,
) -> None:
    with listening() as told:
        async with watched(tmp_path, told.url) as client:
            dead, degraded = await begun(client, "dead"), await begun(client, "degraded")
            next_one = await planned(client, "next", [])
            assert await waiting(client) == set(), "the queue is for one at a time"
            await beat(client, dead)
            await beat(client, degraded)
            await client.set_flow_run_state(degraded.id, Completed(name=DEGRADED, message="Look!"))

            crashed = await until(client, dead, lambda one: one.name == "Crashed")
            assert "no sign of life" in str(crashed.message)
            assert await waiting(client) == {"next"}, "the dead one does not block it"

            late = await planned(client, "late", ["auto-scheduled"])
            cancelled = await until(client, late, lambda one: one.name == "Cancelled")
            assert "A later run does its work" in str(cancelled.message)
            assert (await state(client, next_one.id)).name == "Late", "somebody asked for this one"
            assert (await state(client, degraded.id)).name == DEGRADED
        assert "empty, degraded: Degraded (Look!)" in told.texts
        assert any(text.startswith("empty, dead: Crashed") for text in told.texts)
        assert "empty, late: Late" in told.texts


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
