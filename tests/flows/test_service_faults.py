"""A run that is cancelled or killed under a real worker, and what becomes of the next one."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from prefect.client.schemas.objects import FlowRun
from prefect.states import Cancelling

from flows.service import processes
from flows.service.processes import Process
from flows.service.starting import Running
from readout import warehouse
from tests.flows.services import Service, service

pytestmark = [
    pytest.mark.slow,
    pytest.mark.server,
    pytest.mark.timeout(1800),
    pytest.mark.xdist_group("service faults"),
]
DOCUMENTS = 90
PATIENCE_S = 900.0


def article(number: int) -> str:
    """A long one, unlike all the others, with one event in it: reading it is the work."""
    told = [
        f"Chapter {number * 100 + line} of the report describes the harbour, its cranes and its "
        f"{line} piers, the price of grain in the year {1900 + number}, and what the weather does "
        "to the wooden roofs of the old warehouses along the river."
        for line in range(60)
    ]
    event = f"Mayor Anna {'ABCDEFGHIJ'[number // 10]}{'abcdefghij'[number % 10]}berg met Carl Dahl."
    return f"---\npublished: 2025-03-05\n---\n{event}\n\n{chr(10).join(told)}\n"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough to read for a while."""
    folder = tmp_path_factory.mktemp("archive")
    for number in range(DOCUMENTS):
        (folder / f"{number:03}.txt").write_text(article(number), "utf-8")
    return folder


@pytest.fixture(scope="module")
def up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with service(tmp_path_factory.mktemp("faults"), "--every", "86400") as one:
        yield one


def until(is_so: Callable[[], object], what: str, seconds: float = PATIENCE_S) -> float:
    """How many seconds it took."""
    begun = time.monotonic()
    while not is_so():
        assert time.monotonic() - begun < seconds, f"not within {seconds} s: {what}"
        time.sleep(0.2)
    return time.monotonic() - begun


def begin(up: Service, *inputs: Path) -> FlowRun:
    with up.client() as client:
        deployment = client.read_deployment_by_name("pipeline/pipeline")
        return client.create_flow_run_from_deployment(
            deployment.id, parameters={"inputs": [str(one) for one in inputs]}
        )


def state(up: Service, run_id: UUID) -> str:
    with up.client() as client:
        found = client.read_flow_run(run_id).state
        return found.name if found and found.name else ""


def is_reading(up: Service) -> bool:
    """Whether a run is in the middle of extraction."""
    staged = up.home.staging
    return bool([*staged.glob("documents/*")]) and not [*staged.glob("extractions/*")]


def of_worker(up: Service) -> list[Process]:
    """The worker and all that it has started."""
    noted = Running.read(up.home.path / "prefect")
    assert noted
    return processes.family(noted.processes[2:])


def documents(up: Service) -> int:
    rows = warehouse.query(up.home, "select count(*) as n from documents").to_pylist()
    return int(rows[0]["n"])


@pytest.mark.promise(12)
def test_a_run_cancelled_on_the_pages_stops_soon_and_the_next_one_goes_on(
    up: Service, archive: Path
) -> None:
    run = begin(up, archive)
    until(lambda: is_reading(up), "it reads")
    assert len(of_worker(up)) > 1
    with up.client() as client:
        client.set_flow_run_state(run.id, Cancelling())
    took_s = until(lambda: state(up, run.id) == "Cancelled", "it is cancelled", 120)
    took_s += until(lambda: len(of_worker(up)) == 1, "its processes are gone", 120)
    assert took_s < 60
    staged = len([*up.home.staging.glob("documents/*")])
    assert staged, "what it had done is kept"
    after = begin(up)
    until(lambda: state(up, after.id) in {"Completed", "Degraded"}, "the next one ends")
    assert documents(up) == DOCUMENTS


@pytest.mark.promise(12)
def test_a_worker_killed_with_its_run_does_not_block_the_next_one(
    up: Service, archive: Path
) -> None:
    for number in range(DOCUMENTS):
        path = archive / f"{number:03}.txt"
        path.write_text(path.read_text("utf-8").replace("Carl Dahl", "Eva Falk"), "utf-8")
    zombie = begin(up, archive)
    until(lambda: is_reading(up), "it reads")
    waiting = begin(up)
    for process in of_worker(up):
        os.kill(process.pid, signal.SIGKILL)
    until(lambda: state(up, zombie.id) == "Crashed", "its heart is missed", 300)
    until(lambda: state(up, waiting.id) in {"Completed", "Degraded"}, "the next one ends")
    assert documents(up) == DOCUMENTS
    rows = warehouse.query(up.home, "select count(*) as n from store.documents").to_pylist()
    assert rows[0]["n"] == 2 * DOCUMENTS, "nothing is lost and nothing there twice"
