"""A web server and what asks it, for the tests of sources."""

from collections.abc import Iterator

import pytest

from readout.sources import Fetcher
from tests.web import Web, serving


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as server:
        yield server


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(back_off=0.001)
