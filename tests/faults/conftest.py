"""What the tests of faults may use."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.faults import promises

Keep = Callable[[int, str, float], None]


@pytest.fixture
def keep(request: pytest.FixtureRequest) -> Keep:
    """Keeps a figure (promise, measure, value) in the table of figures, if that is asked for."""

    def kept(promise: int, measure: str, value: float) -> None:
        if request.config.getoption("--figures"):
            promises.keep(promise, measure, value, datetime.now(UTC).date())

    return kept
