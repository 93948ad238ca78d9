"""A server that does what it is asked, and whose answer does not arrive."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.outcome import called
from flows.pipeline import pipeline
from tests.faults.forgetful_wire import completed, wire
from tests.flows.servers import prefect_server

FLOWS = 5  # the pipeline and its four steps


@pytest.mark.server
@pytest.mark.timeout(240)
@pytest.mark.slow
@pytest.mark.promise(12)
def test_a_run_whose_every_end_is_confirmed_to_nobody_still_gives_its_balance(
    tmp_path: Path,
) -> None:
    article = tmp_path / "news.txt"
    article.write_text("Paris, March 3 - Putin met Xi in Beijing on Monday.", "utf-8")
    lost: set[bytes] = set()

    def first_time(request: bytes) -> bool:
        if not completed(request) or request.split(b" ")[1] in lost:
            return False
        lost.add(request.split(b" ")[1])
        return True

    with prefect_server(tmp_path) as address, wire(urlsplit(address).port or 0, first_time) as port:
        near = f"http://127.0.0.1:{port}/api"
        with temporary_settings({PREFECT_API_URL: near}):
            balance = called(pipeline, [str(article)], tmp_path / "home", None, 1)
    assert len(lost) == FLOWS
    assert (balance.inputs, balance.loaded) == (1, 1)
