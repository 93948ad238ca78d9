"""What `readout up` starts, and what it tells it."""

import os
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from flows.service import Service, ServiceError, processes, up
from flows.service.deploying import DEPLOYMENTS, QUEUES, adjusted
from flows.service.password import password
from flows.service.settings import environment

PARENT = (
    "import subprocess, sys, time;"
    "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'],"
    " start_new_session=True);"
    "print(flush=True); time.sleep(60)"
)


@pytest.fixture
def service(tmp_path: Path) -> Service:
    one = Service(tmp_path / "home", port=4999)
    one.folder.mkdir(parents=True)
    return one


def test_a_password_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    first = password(tmp_path)
    assert password(tmp_path) == first
    assert stat.S_IMODE((tmp_path / "auth").stat().st_mode) == 0o600
    assert len(first.removeprefix("readout:")) >= 32
    assert first != password_elsewhere(tmp_path)


def password_elsewhere(folder: Path) -> str:
    (folder / "other").mkdir()
    return password(folder / "other")


def test_a_password_that_others_can_read_is_refused(tmp_path: Path) -> None:
    password(tmp_path)
    (tmp_path / "auth").chmod(0o644)
    with pytest.raises(ServiceError, match="others may read"):
        password(tmp_path)


def test_who_may_ask_the_server_is_not_left_to_the_environment(service: Service) -> None:
    given = {
        "PREFECT_SERVER_API_HOST": "0.0.0.0",  # noqa: S104  what must not come through
        "PREFECT_SERVER_API_CSRF_PROTECTION_ENABLED": "false",
        "PREFECT_SERVER_API_CORS_ALLOWED_ORIGINS": "*",
        "PREFECT_API_URL": "https://elsewhere.example/api",
        "PREFECT_PROFILE": "theirs",
    }
    told = environment(service, "a:b", given)
    assert told["PREFECT_SERVER_API_HOST"] == "127.0.0.1"
    assert told["PREFECT_SERVER_API_CSRF_PROTECTION_ENABLED"] == "true"
    assert told["PREFECT_SERVER_API_CORS_ALLOWED_ORIGINS"].startswith("http://127.0.0.1:4999,")
    assert told["PREFECT_API_URL"] == "http://127.0.0.1:4999/api"
    assert told["PREFECT_SERVER_API_AUTH_STRING"] == told["PREFECT_API_AUTH_STRING"] == "a:b"
    assert "PREFECT_PROFILE" not in told


def test_a_database_of_ones_own_is_used_and_nothing_is_reported_to_anybody(
    service: Service,
) -> None:
    given = {"PREFECT_API_DATABASE_CONNECTION_URL": "postgresql+asyncpg://here/prefect"}
    told = environment(service, "a:b", given)
    assert told["PREFECT_API_DATABASE_CONNECTION_URL"] == "postgresql+asyncpg://here/prefect"
    assert told["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert told["PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT"] == "false"
    assert told["DO_NOT_TRACK"] == "1"


def test_a_service_is_the_same_when_it_comes_out_of_a_command_line() -> None:
    one = Service(Path("a home"), Path("sources.toml"), 4999, None, "0 6 * * *", "Europe/Paris")
    assert Service.from_json(one.to_json()) == one


def test_the_deployments_that_are_kept_have_both_kinds_of_schedule_with_a_zone() -> None:
    (pipeline,) = [
        one for one in yaml.safe_load(DEPLOYMENTS.read_text())["deployments"] if "schedules" in one
    ]
    assert {kind for one in pipeline["schedules"] for kind in one} >= {"cron", "interval"}
    assert all(one["timezone"] for one in pipeline["schedules"])


def test_a_chosen_schedule_takes_the_place_of_those_in_the_file() -> None:
    definition = yaml.safe_load(DEPLOYMENTS.read_text())
    chosen = Service(Path("home"), cron="0 6 * * 1-5", timezone="Africa/Nairobi")
    schedules = [
        schedule
        for one in adjusted(definition, chosen)["deployments"]
        for schedule in one.get("schedules", [])
    ]
    assert [(one["cron"], one["timezone"]) for one in schedules] == [
        ("0 6 * * 1-5", "Africa/Nairobi")
    ]


def test_whatever_writes_waits_in_a_queue_for_one() -> None:

    queues = {
        one["name"]: one["work_pool"]["work_queue_name"]
        for one in yaml.safe_load(DEPLOYMENTS.read_text())["deployments"]
    }
    assert QUEUES[queues["pipeline"]] == 1
    assert queues["pipeline"] == queues["backfill"] == queues["publish"]
    assert queues["check-sources"] != queues["pipeline"]


def test_a_process_is_ended_with_all_that_it_has_started() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        parent.stdout.readline()
        root = processes.running(parent.pid)
        assert root
        family = processes.family([root])
        processes.end([root], patience_s=5)
    assert len(family) == 2
    assert not [one for one in family if processes.alive(one)]


def test_both_lists_of_processes_have_this_one_and_its_parent() -> None:
    for listed in (processes.from_proc, processes.from_ps):
        parents = {process.pid: parent for process, parent in listed()}
        assert parents[os.getpid()] == os.getppid()


def test_a_number_that_is_another_process_now_is_left_alone() -> None:
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    found = processes.running(other.pid)
    assert found
    processes.end([processes.Process(other.pid, "an earlier start")], patience_s=1)
    time.sleep(0.1)
    assert other.poll() is None
    processes.end([found], patience_s=5)
    other.wait(10)


def test_a_port_that_is_taken_is_named_and_nothing_else_is_ended(service: Service) -> None:
    before = processes.own_family()
    with subprocess.Popen(["sleep", "60"]) as other, socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ServiceError, match=f"port {port} cannot be used"):
            up(Service(service.home, port=port), lambda _: None)
        assert other.poll() is None
        other.kill()
    assert {*before} <= {*processes.own_family()}
