"""A password in the URL of a source is used, and is in no file, log, parameter or artifact."""

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web import page, serving, status

pytestmark = [pytest.mark.server, pytest.mark.timeout(900), pytest.mark.xdist_group("service")]
READOUT = Path(sys.executable).with_name("readout")
USER, CANARY = "desk", "Canary8f3b"
ENCODED = base64.b64encode(f"{USER}:{CANARY}".encode()).decode()
STORY = "<html><body><article><h1>Leaders meet</h1>" + (
    "<p>Prime Minister Ana Silva met President Jorge Ruiz in Lisbon on 4 March 2025. They spoke "
    "about the railway for two hours, officials said.</p>" * 6 + "</article></body></html>"
)
ENTRY = '[sources.{}]\nlocation = "{}"\nallow_private = true\npause = 0.0\n'


def holding(folder: Path, *secrets: str) -> list[str]:
    """The files in which one of them stands."""
    return [
        str(path)
        for path in folder.rglob("*")
        if path.is_file() and any(one.encode() in path.read_bytes() for one in secrets)
    ]


@pytest.mark.slow
@pytest.mark.promise(13)
def test_a_password_in_the_url_of_a_source_is_used_and_nowhere_to_be_found(tmp_path: Path) -> None:
    catalogue, home, prefect = (tmp_path / name for name in ("secret.toml", "home", "prefect"))
    with serving() as web:
        good = web.script("/good", page(STORY.encode()))
        closed = web.script("/closed", status(401))
        guarded = {url: url.replace("//", f"//{USER}:{CANARY}@") for url in (good, closed)}
        catalogue.write_text(
            ENTRY.format("open", guarded[good]) + ENTRY.format("closed", guarded[closed]), "utf-8"
        )
        named = f"https://{USER}:{CANARY}@feed.invalid/news"
        done = subprocess.run(
            [READOUT, "run", "open", "closed", named, "--catalogue", catalogue, "--home", home],
            env=_environment(prefect),
            capture_output=True, text=True, timeout=800, check=False,
        )  # fmt: skip
        asked = {visit.path: visit.headers.get("authorization") for visit in web.visits}
    assert asked["/good"] == asked["/closed"] == f"Basic {ENCODED}"
    assert "http 401" in done.stdout, done.stderr
    assert "feed.invalid" in done.stdout
    catalogue.unlink()
    shown = done.stdout + done.stderr
    assert [one for one in (CANARY, ENCODED) if one in shown] == []
    assert {path.name for path in tmp_path.rglob("*.d*b")} >= {"readout.duckdb", "prefect.db"}
    assert holding(tmp_path, CANARY, ENCODED) == []


def _environment(prefect: Path) -> dict[str, str]:
    """No server, so that a temporary one is started, and logs of all that is ours."""
    rest = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return {
        **rest,
        "PREFECT_HOME": str(prefect),
        "PREFECT_LOGGING_LEVEL": "INFO",
        "PREFECT_LOGGING_EXTRA_LOGGERS": "readout,extractors,flows,stamina",
    }
