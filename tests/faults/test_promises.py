"""Every promise has its tests, and the page of promises is fresh."""

import pytest

from tests.faults import promises
from tests.faults.promises import PAGE, PROMISES, page, shown


@pytest.mark.parametrize("number", PROMISES)
def test_a_promise_has_tests(number: int) -> None:
    assert [one for one in shown() if one.promise == number]


def test_every_marked_test_shows_a_promise_that_is_made() -> None:
    assert {one.promise for one in shown()} <= {*PROMISES}


def test_every_figure_belongs_to_a_promise() -> None:
    assert {int(one["promise"]) for one in promises.figures()} <= {*PROMISES}


def test_the_page_of_promises_is_fresh() -> None:
    assert PAGE.read_text("utf-8") == page(), "python -m tests.faults.promises writes it"
