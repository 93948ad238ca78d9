"""A real Prefect server on a free port, with a database of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

START_S = 120


@contextmanager
def prefect_server(home: Path) -> Iterator[str]:
    """The address of the API of a server that lives as long as the block."""
    with server_at(free_port(), home) as (_, address):
        yield address


@contextmanager
def server_at(port: int, home: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server on this port, ended with the block at the latest, and the address of its API."""
    address = f"http://127.0.0.1:{port}/api"
    environment = {
        **os.environ,
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
    }
    command = [sys.executable, "-m", "prefect", "server", "start", "--port", str(port)]
    with (home / "server.log").open("ab") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            _wait_until_healthy(address, server)
            yield server, address
        finally:
            stop(server)


def stop(server: subprocess.Popen[bytes]) -> None:
    """Ask it to end, and end it if it takes its time."""
    server.terminate()
    try:
        server.wait(30)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait(30)


def free_port() -> int:
    """A port on which nobody listens now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _wait_until_healthy(api: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        assert server.poll() is None, "the server ended by itself"
        try:
            if httpx.get(f"{api}/health", timeout=2).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise AssertionError(f"no server at {api} after {START_S} s")
