"""One temporary Prefect server for all tests of flows."""

from collections.abc import Iterator

import pytest
from prefect.settings import temporary_settings
from prefect.testing.utilities import prefect_test_harness

from flows.server import NO_HEARTBEAT


@pytest.fixture(scope="session")
def prefect_api() -> Iterator[None]:
    """A Prefect server with an empty database, for the time of the tests."""
    with prefect_test_harness(server_startup_timeout=120), temporary_settings(NO_HEARTBEAT):
        yield
