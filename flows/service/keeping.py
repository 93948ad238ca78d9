"""The server and the worker while they live: started in order, started again when they end."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from flows.service import processes
from flows.service.password import password
from flows.service.processes import Process
from flows.service.service import HOST, Service, ServiceError
from flows.service.settings import environment

START_S = 180.0
PAUSE_S = 5.0  # before what ended by itself is started again
_POLL_S = 0.2

POOL = "readout"
COMMANDS = {
    "server": ("-m", "prefect", "server", "start"),
    "worker": (
        *("-m", "prefect", "worker", "start", "--pool", POOL, "--type", "process"),
        *("--install-policy", "never"),
    ),
}


@dataclass(slots=True)
class Keeper:
    """Starts a server and a worker, and sees that they stay.

    `others` were here before, this process among them: they are none of its business.
    """

    service: Service
    say: Callable[[str], None]
    children: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    others: list[Process] = field(default_factory=processes.own_family)

    def start(self, changed: Callable[[], None]) -> None:
        """Start the server, put the deployments there, start the worker.

        Raises:
            ServiceError: when the port is taken, the server does not answer, or a deployment is
                refused.
        """
        self._see_that_the_port_is_free()
        self._start("server")
        changed()
        self._wait_for_the_server()
        deploying = [sys.executable, "-m", "flows.service.deploying", self.service.to_json()]
        done = subprocess.run(deploying, env=self._environment(), check=False)  # noqa: S603  this very Python
        if done.returncode:
            raise ServiceError("the deployments could not be made; the lines above say why")
        self._start("worker")
        changed()

    def look_after(self, changed: Callable[[], None]) -> None:
        """Start again, after a pause, whichever ends; for ever."""
        while True:
            for name, child in self.children.items():
                if child.poll() is not None:
                    self.say(f"the {name} ended by itself ({child.returncode}); starting it again")
                    time.sleep(PAUSE_S)
                    self._start(name)
                    changed()
            processes.reap({child.pid for child in self.children.values()})
            time.sleep(_POLL_S)

    def stop(self, patience_s: float) -> None:
        """End worker and server, in this order, and all that they have started."""
        for name in ("worker", "server"):
            if name in self.children:
                processes.end(self._of(name), patience_s)
                self.children[name].wait()
        processes.end([one for one in processes.own_family() if one not in self.others], 1.0)

    def processes(self) -> list[Process]:
        """The processes that were started and still run."""
        return [process for name in self.children for process in self._of(name)]

    def _of(self, name: str) -> list[Process]:
        found = processes.running(self.children[name].pid)
        return [found] if found else []

    def _start(self, name: str) -> None:
        # A session of its own: control-C is for this process, which stops the others in order.
        self.children[name] = subprocess.Popen(  # noqa: S603  this very Python
            [sys.executable, *COMMANDS[name]],
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # a banner; what matters comes on the other stream
            start_new_session=True,
        )

    def _environment(self) -> dict[str, str]:
        return environment(self.service, password(self.service.folder))

    def _see_that_the_port_is_free(self) -> None:
        with socket.socket() as one:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                one.bind((HOST, self.service.port))
            except OSError as error:
                raise ServiceError(
                    f"port {self.service.port} cannot be used ({error.strerror}): "
                    "choose another with --port"
                ) from None

    def _wait_for_the_server(self) -> None:
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline:
            if self.children["server"].poll() is not None:
                raise ServiceError("the server ended by itself; the lines above say why")
            if _answers(self.service):
                return
            time.sleep(_POLL_S)
        raise ServiceError(f"the server did not answer within {START_S:.0f} seconds")


def _answers(service: Service) -> bool:
    # Not by way of a proxy, whatever the environment says.
    asking = http.client.HTTPConnection(HOST, service.port, timeout=2)
    try:
        asking.request("GET", "/api/health")
        return asking.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asking.close()
