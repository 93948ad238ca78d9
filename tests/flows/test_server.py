"""The lock holds versions with which Prefect's own server and scheduler work."""

import time
from datetime import timedelta
from pathlib import Path

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterStateType
from prefect.client.schemas.filters import FlowRunFilterState as StateFilter
from prefect.client.schemas.objects import StateType
from prefect.deployments.runner import RunnerDeployment
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.pipeline import pipeline
from flows.server import api
from tests.flows.servers import prefect_server

SCHEDULED = FlowRunFilter(
    state=StateFilter(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED]))
)


@pytest.mark.promise(14)
@pytest.mark.server
@pytest.mark.timeout(240)
def test_a_real_server_creates_the_scheduled_runs_of_a_deployment(tmp_path: Path) -> None:
    with prefect_server(tmp_path) as address, temporary_settings({PREFECT_API_URL: address}):
        RunnerDeployment.from_flow(pipeline, "every hour", interval=timedelta(hours=1)).apply()
        with get_client(sync_client=True) as client:
            deadline = time.monotonic() + 90
            while not (runs := client.read_flow_runs(flow_run_filter=SCHEDULED)):
                assert time.monotonic() < deadline, "the scheduler made no run in 90 s"
                time.sleep(1)
        assert all(run.deployment_id for run in runs)


@pytest.mark.server
@pytest.mark.timeout(240)
def test_a_configured_server_is_used_and_no_other_started(tmp_path: Path) -> None:
    with (
        prefect_server(tmp_path) as address,
        temporary_settings({PREFECT_API_URL: address}),
        api() as used,
    ):
        assert used == address
