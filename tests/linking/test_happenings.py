"""Reports of one happening become one event, and those of another do not."""

import pytest

from benchmarks.linked import Linked, read
from benchmarks.linking import figures, unmarked_merged, wrong_merges
from readout.home import Home
from tests.linking.happenings import groups


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Linked:
    return read(groups(), Home(tmp_path_factory.mktemp("happenings")))


def test_what_is_told_is_found(linked: Linked) -> None:
    assert figures(linked).tellings_found >= 0.75


def test_the_mentions_of_a_happening_become_one_event(linked: Linked) -> None:
    assert figures(linked).agreement.f >= 0.88


def test_happenings_that_look_alike_stay_apart(linked: Linked) -> None:
    assert figures(linked).false_merges <= 0.02, "\n".join(map(str, wrong_merges(linked)))


def test_a_mention_of_something_else_joins_no_happening(linked: Linked) -> None:
    share = len(unmarked_merged(linked)) / len(linked.marked)
    assert share <= 0.02, "\n".join(mention.shown for mention in unmarked_merged(linked))
