"""What every test may use."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]

# The same commit gives the same result; HYPOTHESIS_PROFILE=explore looks for what is not yet known.
settings.register_profile("same", derandomize=True)
settings.register_profile("explore", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds --figures, for the tests that count something."""
    parser.addoption("--figures", action="store_true", help="keep what is counted in a table")


def pytest_unconfigure() -> None:
    """Lets modules go at the end: what Hypothesis hangs into the collector keeps DuckDB's alive.

    DuckDB would then report each of its types as leaked, below the results.
    """
    gc.callbacks.clear()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles; tests that need it are skipped, visibly, where it is absent."""
    folder = Path(os.environ.get("READOUT_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no folder of real articles at {folder}: set READOUT_SHARED")
    return folder


@pytest.fixture(scope="session")
def prefect_api() -> Iterator[None]:
    """A Prefect server with an empty database, for the time of the tests."""
    # Two seconds of imports that most tests can do without.
    from prefect.settings import temporary_settings  # noqa: PLC0415
    from prefect.testing.utilities import prefect_test_harness  # noqa: PLC0415

    from flows.server import NO_HEARTBEAT  # noqa: PLC0415

    with prefect_test_harness(server_startup_timeout=120), temporary_settings(NO_HEARTBEAT):
        yield


@pytest.fixture(scope="session")
def bucket() -> Iterator[str]:
    """The URL of a bucket in an object store on this machine."""
    # Seconds of imports that most tests can do without.
    from tests.flows.objects import serving  # noqa: PLC0415

    with serving() as url:
        yield url
