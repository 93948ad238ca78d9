"""Work pool, queues, deployments and automations, made or brought up to date on the server."""

import asyncio
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml
from prefect.client.orchestration import PrefectClient, get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.exceptions import ObjectAlreadyExists
from prefect.workers.process import ProcessWorker

from flows.service import alarms
from flows.service.keeping import POOL
from flows.service.service import Service

_INSTALLED = Path(__file__).with_name("prefect.yaml")  # a wheel has it here, a checkout at its root
DEPLOYMENTS = _INSTALLED if _INSTALLED.exists() else Path(__file__).parents[2] / "prefect.yaml"
QUEUES = {"writing": 1, "reading": 2}  # how many runs of each may go on at a time

Definition = dict[str, Any]


async def prepare(alarm_url: str | None) -> None:
    """Make the work pool, its queues and the automations on the configured server."""
    async with get_client() as client:
        await _make_pool(client)
        for automation in await alarms.automations(alarm_url):
            await alarms.put(client, automation)


def deploy(service: Service) -> int:
    """Put the deployments on the configured server; 0, or another number if one is refused."""
    path = service.folder / "prefect.yaml"
    definition = yaml.safe_load(DEPLOYMENTS.read_text("utf-8"))
    path.write_text(yaml.safe_dump(adjusted(definition, service), sort_keys=False), "utf-8")
    command = ["-m", "prefect", "--no-prompt", "deploy", "--all", "--prefect-file", str(path)]
    done = subprocess.run(  # noqa: S603  this very Python
        [sys.executable, *command],
        env={**os.environ, "PWD": str(Path.cwd()), "READOUT_HOME": str(service.home.absolute())},
        stdout=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.stderr.write(done.stdout)
    return done.returncode


def adjusted(definition: Definition, service: Service) -> Definition:
    """The definition with the service's catalogue and schedule, if it has any."""
    deployments = [
        _with_catalogue(_with_schedule(one, service), service) for one in definition["deployments"]
    ]
    return {**definition, "deployments": deployments}


def _with_schedule(deployment: Definition, service: Service) -> Definition:
    if "schedules" not in deployment or not (service.every or service.cron):
        return deployment
    when = {"cron": service.cron} if service.cron else {"interval": service.every}
    schedule = {"slug": "chosen", **when, "timezone": service.timezone, "active": True}
    return {**deployment, "schedules": [schedule]}


def _with_catalogue(deployment: Definition, service: Service) -> Definition:
    if service.catalogue is None or deployment["name"] not in {"pipeline", "check-sources"}:
        return deployment
    parameters = deployment.get("parameters", {})
    catalogue = str(service.catalogue.absolute())
    return {**deployment, "parameters": {**parameters, "catalogue": catalogue}}


async def _make_pool(client: PrefectClient) -> None:
    template = ProcessWorker.get_default_base_job_template()
    with suppress(ObjectAlreadyExists):  # as it is, paused if somebody paused it
        await client.create_work_pool(
            WorkPoolCreate(name=POOL, type="process", base_job_template=template)
        )
    for name, limit in QUEUES.items():
        try:
            queue = await client.create_work_queue(name, work_pool_name=POOL)
        except ObjectAlreadyExists:
            queue = await client.read_work_queue_by_name(name, work_pool_name=POOL)
        await client.update_work_queue(queue.id, concurrency_limit=limit)


if __name__ == "__main__":
    given = Service.from_json(sys.argv[1])
    asyncio.run(prepare(os.environ.get(alarms.URL_SETTING)))
    sys.exit(deploy(given))
