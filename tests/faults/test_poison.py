"""A document that takes the process with it costs itself alone."""

import os
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from prefect.client.schemas.objects import StateType

import flows.extract
from flows.pipeline import pipeline
from readout import isolation, warehouse
from readout.home import Home
from readout.isolation import LIMITS, Lost, Work
from readout.records import Document, Extraction, Failure
from tests.faults import poison
from tests.faults.conftest import Keep

pytestmark = pytest.mark.promise(1)
QUICK = replace(LIMITS, seconds=1.0, size_per_second=10_000.0, memory=1 << 30, batch=2_000)
REPORT = (
    "The prime minister, Ana Silva, met the president of the council in Lisbon on Tuesday, and "
    "they spoke for {n} minutes about the railway, an official of the ministry said.\n"
)


PATIENT = replace(QUICK, seconds=30.0)  # a slow machine takes its time to fill the memory


def shouting(limits: isolation.Limits = QUICK) -> Work[str, str]:
    return Work(poison.shout, len, ("extractors.preloaded",), limits)


@pytest.mark.parametrize("deed", poison.DEEDS)
def test_each_kind_of_poison_is_named_and_its_neighbours_are_read(deed: str) -> None:
    words = ["one", poison.text(deed), "three"]
    limits = QUICK if deed == "endless" else PATIENT
    first, lost, third = isolation.results(shouting(limits), words)
    assert (first, third) == ("ONE", "THREE")
    assert isinstance(lost, Lost)
    assert (lost.reason, lost.attempts) == (poison.REASONS[deed], 2)
    assert lost.error


def test_what_was_only_near_poison_is_not_lost_with_it() -> None:
    words = [poison.text("crash"), "two", poison.text("exit"), "four"]
    found = [*isolation.results(shouting(), words)]
    assert [one for one in found if isinstance(one, str)] == ["TWO", "FOUR"]


def test_a_process_that_waits_for_ever_is_ended() -> None:
    limits = replace(QUICK, seconds=0.2, size_per_second=1_000_000, wall_factor=2.0)
    started = time.monotonic()
    (lost,) = isolation.results(Work(_wait, len, limits=limits), ["one"])
    assert isinstance(lost, Lost)
    assert lost.reason == "timeout"
    assert time.monotonic() - started < 10


def _wait(words: Sequence[str]) -> list[str]:
    time.sleep(60)
    return [*words]


def test_as_many_results_as_items_come_back_or_none_is_believed() -> None:
    one, other = isolation.results(Work(_halve, len, limits=QUICK), ["one", "other"])
    assert (one, other) == ("one", "other")
    (none,) = isolation.results(Work(_nothing, len, limits=QUICK), ["one"])
    assert isinstance(none, Lost)


def _halve(words: Sequence[str]) -> list[str]:
    return [*words][: max(1, len(words) // 2)]


def _nothing(_: Sequence[str]) -> list[str]:
    return []


def test_a_worker_is_another_process_and_is_used_again() -> None:
    first, second = (
        next(isolation.results(Work(_process, len, limits=QUICK), ["who"])) for _ in range(2)
    )
    assert first == second != os.getpid()


def _process(words: Sequence[str]) -> list[int]:
    return [os.getpid() for _ in words]


def read_with_poison(
    folder: Path, monkeypatch: pytest.MonkeyPatch, documents: int, deeds: list[str]
) -> None:
    """Reads so many reports with poison spread among them, and sees that only that is lost."""
    given = folder / "in"
    given.mkdir()
    places = [round((place + 0.5) * documents / len(deeds)) for place in range(len(deeds))]
    for number in range(documents):
        (given / f"{number:05}.txt").write_text(REPORT.format(n=number), "utf-8")
    for place, deed in zip(places, deeds, strict=True):
        (given / f"{place:05}.txt").write_text(poison.text(deed), "utf-8")
    monkeypatch.setattr(flows.extract, "work", poisoned)
    home = Home(folder / "home")
    state = pipeline([str(given)], home.path, None, 2, return_state=True)
    balance = state.result()
    rejects = {
        Path(row["address"]).stem: row for row in warehouse.query(home, "from rejects").to_pylist()
    }
    assert state.type is StateType.COMPLETED
    assert state.name == "Degraded"
    assert f"Given up: {len(deeds)} documents" in str(state.message)
    assert balance.inputs == documents
    assert balance.rejected == len(deeds)
    assert balance.loaded + balance.duplicate == documents - len(deeds)
    for place, deed in zip(places, deeds, strict=True):
        row = rejects[f"{place:05}"]
        assert (row["stage"], row["reason"]) == ("extract", poison.REASONS[deed])
        assert row["attempts"] == 2, "in its batch, and alone"
        assert "given up" in row["error"]


def poisoned() -> Work[Document, Extraction | Failure]:
    limits = replace(LIMITS, seconds=10.0, size_per_second=2_000.0, memory=1 << 30, batch=5_000)
    return Work(poison.extract, lambda one: len(one.text), ("extractors.preloaded",), limits)


@pytest.mark.xdist_group("flows")
@pytest.mark.usefixtures("prefect_api")
def test_poison_among_reports_costs_itself_alone_and_the_run_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_with_poison(tmp_path, monkeypatch, 40, ["crash", "memory"])


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.xdist_group("flows")
@pytest.mark.usefixtures("prefect_api")
def test_one_poison_of_each_kind_among_a_thousand_reports_costs_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keep: Keep
) -> None:
    read_with_poison(tmp_path, monkeypatch, 1_000, [*poison.DEEDS])
    keep(1, "documents read beside poison", 1_000 - len(poison.DEEDS))
    keep(1, "kinds of poison", len(poison.DEEDS))
