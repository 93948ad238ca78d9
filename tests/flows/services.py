"""`readout up` for real, in a home and on a port of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterDeploymentId
from prefect.client.schemas.objects import FlowRun
from prefect.settings import PREFECT_API_AUTH_STRING, PREFECT_API_URL, temporary_settings

from readout.home import Home
from tests.flows.servers import free_port

READOUT = Path(sys.executable).with_name("readout")
REPORT = (
    "LISBON, March 4 (Harbour News) - Portuguese Prime Minister Ana Silva met Spanish President "
    "Jorge Ruiz in Lisbon on Tuesday. “We agreed on [the railway](javascript:alert(1)),” Silva "
    "said after the meeting.\n"
)


@dataclass(frozen=True)
class Service:
    """A service that is up."""

    home: Home
    url: str

    @property
    def password(self) -> str:
        return (self.home.path / "prefect" / "auth").read_text("ascii").strip()

    @contextmanager
    def client(self) -> Iterator[SyncPrefectClient]:
        """Asks its server, with the password."""
        settings = {PREFECT_API_URL: f"{self.url}/api", PREFECT_API_AUTH_STRING: self.password}
        with temporary_settings(settings), get_client(sync_client=True) as client:
            yield client

    def ended(self, deployment: str = "pipeline/pipeline") -> list[FlowRun]:
        """The runs of a deployment that have ended, the earliest first."""
        with self.client() as client:
            found = client.read_deployment_by_name(deployment)
            runs = client.read_flow_runs(
                flow_run_filter=FlowRunFilter(
                    deployment_id=FlowRunFilterDeploymentId(any_=[found.id])
                )
            )
        over = [run for run in runs if run.state is not None and run.state.is_final()]
        return sorted(over, key=lambda run: str(run.end_time))


def readout(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command, as a person types it."""
    return subprocess.run(
        [READOUT, *map(str, arguments)],
        capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip


@contextmanager
def service(folder: Path, *options: str | Path) -> Iterator[Service]:
    """A service whose catalogue has one good source and one that is gone."""
    (folder / "wire").mkdir(parents=True)
    (folder / "wire" / "a.txt").write_text(f"---\npublished: 2025-03-05\n---\n{REPORT}", "utf-8")
    catalogue = folder / "sources.toml"
    catalogue.write_text(
        '[sources.wire]\nlocation = "wire"\n[sources.gone]\nlocation = "gone.txt"\n', "utf-8"
    )
    home = Home(folder / "home")
    port = free_port()
    chosen = ("--home", home.path, "--catalogue", catalogue, "--port", str(port), *options)
    started = readout("up", "--detach", *chosen)
    assert started.returncode == 0, started.stderr
    try:
        yield Service(home, f"http://127.0.0.1:{port}")
    finally:
        stopped = readout("down", "--home", home.path)
        assert stopped.returncode == 0 or "nothing is up" in stopped.stderr, stopped.stderr
