"""`readout up`: a schedule starts runs, its pages ask for a password, `down` ends all of it."""

import json
import os
import signal
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from prefect.client.schemas.objects import FlowRun

from tests.flows.counts import everything
from tests.flows.services import Service, readout, service

pytestmark = [
    pytest.mark.server,
    pytest.mark.timeout(600),
    pytest.mark.xdist_group("service"),
]


@pytest.fixture(scope="module")
def up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with service(tmp_path_factory.mktemp("up"), "--every", "10") as one:
        yield one


def wait_for(found: Callable[[], list[FlowRun]], wanted: int) -> list[FlowRun]:
    deadline = time.monotonic() + 240
    while len(runs := found()) < wanted:
        assert time.monotonic() < deadline, f"{len(runs)} runs after four minutes"
        time.sleep(1)
    return runs


def artifacts(up: Service) -> dict[str, str]:
    with up.client() as client:
        return {str(one.key): str(one.data) for one in client.read_artifacts()}


def processes_of(home: Path) -> list[str]:
    """The command lines of processes that were started for this home."""
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        try:
            is_ours = f"PREFECT_HOME={home}/prefect".encode() in environment.read_bytes()
            command = (environment.parent / "cmdline").read_bytes()
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
        if command and (is_ours or str(home).encode() in command):
            found.append(command.replace(b"\0", b" ").decode())
    return found


def test_the_schedule_runs_the_pipeline_and_a_second_run_adds_nothing(up: Service) -> None:
    first = wait_for(up.ended, 1)[0]
    before = everything(up.home)
    second = wait_for(up.ended, 2)[1]
    assert everything(up.home) == before
    assert [len(before[view]) for view in ("meetings", "statements", "documents")] == [1, 1, 1]
    for run in (first, second):
        assert run.auto_scheduled
        assert run.name.startswith("pipeline 20")
        assert run.state is not None
        assert (run.state.type.value, run.state.name) == ("COMPLETED", "Degraded")
        assert "Nothing came from gone" in str(run.state.message)
    assert "1 loaded" in str(first.state and first.state.message)
    assert "1 unchanged" in str(second.state and second.state.message)


def test_the_pages_show_what_the_run_did_and_the_words_of_articles_as_words(up: Service) -> None:
    wait_for(up.ended, 1)
    shown = artifacts(up)
    states = {row["state"]: row["inputs"] for row in json.loads(shown["balance"])}
    assert states["all inputs"] == 2
    assert states["rejected: ingest, missing"] == 1
    assert "| missing | 1 |" in shown["rejects-by-reason"]
    assert "| gone |" in shown["sources-with-failures"]
    assert "| all | share of actors on no list |" in shown["drift"].replace("\\", "")
    assert "| version | texts | measure | figure |" in shown["scorecard"]
    assert "](javascript" not in shown["events-found"]


def test_runs_are_named_after_what_ran_and_found_by_step_and_source(up: Service) -> None:
    wait_for(up.ended, 1)
    with up.client() as client:
        runs = {run.name.split(" 20")[0]: run for run in client.read_flow_runs()}
    assert {"pipeline", "ingest wire and 1 more", "clean", "extract", "load"} <= set(runs)
    assert {"step:ingest", "source:wire"} <= set(runs["ingest wire and 1 more"].tags)


def ask(up: Service, password: str = "", **headers: str) -> httpx.Response:
    user, _, word = password.partition(":")
    return httpx.post(
        f"{up.url}/api/flows/", json={"name": "theirs"}, headers=headers, trust_env=False,
        auth=(user, word) if password else None,
    )  # fmt: skip


@pytest.mark.promise(12)
def test_who_does_not_know_the_password_or_comes_from_elsewhere_is_refused(up: Service) -> None:
    page = httpx.get(f"{up.url}/api/deployments/name/pipeline/pipeline", trust_env=False)
    foreign = {"Origin": "http://elsewhere.example"}
    preflight = {**foreign, "Access-Control-Request-Method": "POST"}
    asked = httpx.options(f"{up.url}/api/flows/", headers=preflight, trust_env=False)
    assert page.status_code == 401
    assert ask(up).status_code in {401, 403}
    assert ask(up, "readout:wrong").status_code in {401, 403}
    assert ask(up, up.password).status_code == 403  # no token against forged requests
    assert ask(up, up.password, **foreign).status_code == 403
    assert asked.status_code == 400
    assert "access-control-allow-origin" not in ask(up, up.password, **foreign).headers


@pytest.mark.promise(13)
def test_the_password_is_for_its_owner_alone_and_in_no_log_or_parameter(up: Service) -> None:
    folder = up.home.path / "prefect"
    secret = up.password.partition(":")[2]
    assert stat.S_IMODE((folder / "auth").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert secret not in (folder / "log").read_text("utf-8")
    assert secret not in (folder / "prefect.yaml").read_text("utf-8")
    assert not [line for line in processes_of(up.home.path) if secret in line]


def test_the_form_says_what_each_parameter_means_and_refuses_what_cannot_be(up: Service) -> None:
    with up.client() as client:
        deployments = {one.name: one for one in client.read_deployments()}
        assert set(deployments) == {"pipeline", "backfill", "publish", "check-sources"}
        for one in deployments.values():
            schema: dict[str, Any] = one.parameter_openapi_schema or {}
            for field in schema["properties"].values():
                assert field.get("description"), f"{one.name}: {field}"
        with pytest.raises(Exception, match=r"409|greater than or equal"):
            client.create_flow_run_from_deployment(
                deployments["pipeline"].id, parameters={"workers": 0}
            )


def test_the_form_refuses_a_url_with_a_password_and_keeps_nothing_of_it(up: Service) -> None:
    secret = "canary-41f7"  # noqa: S105  it must not be kept
    with up.client() as client:
        pipeline = client.read_deployment_by_name("pipeline/pipeline")
        with pytest.raises(Exception, match="409"):
            client.create_flow_run_from_deployment(
                pipeline.id, parameters={"inputs": [f"https://desk:{secret}@news.example/feed"]}
            )
    kept = [path for path in (up.home.path / "prefect").rglob("*") if path.is_file()]
    assert not [path for path in kept if secret.encode() in path.read_bytes()]


def test_a_second_service_in_the_same_home_is_refused(up: Service) -> None:
    again = readout("up", "--home", up.home.path, "--port", "1")
    assert again.returncode == 1
    assert f"it is up already at {up.url}" in again.stderr


def test_down_leaves_no_process_and_the_next_one_says_that_nothing_is_up(up: Service) -> None:
    assert processes_of(up.home.path)
    stopped = readout("down", "--home", up.home.path)
    assert stopped.returncode == 0, stopped.stderr
    assert processes_of(up.home.path) == []
    again = readout("down", "--home", up.home.path)
    assert again.returncode == 1
    assert "nothing is up" in again.stderr
    with up.home.lock():
        assert up.home.snapshot.exists()


def test_what_a_killed_service_leaves_behind_is_stopped_too(tmp_path: Path) -> None:
    with service(tmp_path, "--every", "3600") as up:
        noted = json.loads((up.home.path / "prefect" / "running.json").read_text("utf-8"))
        os.kill(noted["processes"][0][0], signal.SIGKILL)
        assert httpx.get(f"{up.url}/api/health", trust_env=False).is_success
        stopped = readout("down", "--home", up.home.path)
        assert stopped.returncode == 0, stopped.stderr
        assert processes_of(up.home.path) == []
