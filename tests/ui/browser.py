"""A real browser without a window, driven by its DevTools protocol."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import httpx
from websockets.sync.client import connect
from websockets.sync.connection import Connection as Wire

BROWSER = os.environ.get("READOUT_BROWSER") or shutil.which("chromium")
START_S = 30.0
_LIMIT = 1 << 26  # a picture is one message

_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
    "--hide-scrollbars", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--remote-debugging-port=0",
)  # fmt: skip


@dataclass(slots=True)
class Page:
    """A page of the browser."""

    connection: Wire
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """A command of the protocol; gives its result."""
        number = next(self.numbers)
        self.connection.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.connection.recv(timeout=60))
            if answer.get("id") == number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def first_run(self, script: str) -> None:
        """Run this before anything of each page that is opened."""
        self.send("Page.enable")
        self.send("Page.addScriptToEvaluateOnNewDocument", source=script)

    def open(self, url: str, width: int = 1280, height: int = 800) -> None:
        """Go there."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        self.send("Page.navigate", url=url)

    def ask(self, expression: str) -> Any:
        """The value of a JavaScript expression on the page."""
        result = self.send("Runtime.evaluate", expression=expression, returnByValue=True)
        return result["result"].get("value")

    def wait_for(self, expression: str, seconds: float = 30.0) -> None:
        """Until the expression is true."""
        deadline = time.monotonic() + seconds
        while not self.ask(expression):
            if time.monotonic() > deadline:
                shown = self.ask("document.body.innerText")
                raise AssertionError(f"not within {seconds} s: {expression}\n{shown}")
            time.sleep(0.2)

    def picture(self, path: Path, width: int, height: int, scale: float = 0.75) -> None:
        """The upper left corner of the page, as a PNG."""
        part = {"x": 0, "y": 0, "width": width, "height": height, "scale": scale}
        data = self.send("Page.captureScreenshot", format="png", clip=part)["data"]
        path.write_bytes(base64.b64decode(data))


@contextmanager
def browsing() -> Iterator[Page]:
    """A page, for as long as the block runs."""
    assert BROWSER, "no chromium on the path; READOUT_BROWSER can name one"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = subprocess.Popen(
            [BROWSER, *_FLAGS, f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            with connect(_address(Path(profile)), max_size=_LIMIT) as connection:
                yield Page(connection)
        finally:
            browser.terminate()
            browser.wait(30)


def _address(profile: Path) -> str:
    """Where the first page can be driven."""
    noted = profile / "DevToolsActivePort"
    deadline = time.monotonic() + START_S
    while not (noted.exists() and "\n" in noted.read_text()):
        assert time.monotonic() < deadline, "the browser did not start"
        time.sleep(0.1)
    port = noted.read_text().splitlines()[0]
    pages = httpx.get(f"http://127.0.0.1:{port}/json/list", trust_env=False).json()
    address: str = next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page")
    return address
