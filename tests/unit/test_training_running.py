"""The order of the steps of training, going on after a stop, and trials of a few steps."""

from collections.abc import Callable
from pathlib import Path

import pytest

from training import running, stages, trial
from training.running import OrderError, Record

Ran = list[str]


class StoppedError(Exception):
    """What ends a step half-way."""


def noting(ran: Ran, *, stopping: str = "") -> dict[str, Callable[[], None]]:
    def step(name: str) -> Callable[[], None]:
        def run() -> None:
            if name == stopping:
                raise StoppedError
            ran.append(name)

        return run

    return {name: step(name) for name in ("vectors", "convert", "teach", "package")}


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record(tmp_path / "work" / "finished.json", None)


def test_all_steps_run_in_order_and_once(record: Record) -> None:
    ran = Ran()
    running.go_on(noting(ran), record)
    running.go_on(noting(ran), record)
    assert ran == ["vectors", "convert", "teach", "package"]
    assert list(record.finished()) == ran


def test_what_was_stopped_goes_on_with_the_step_that_was_not_finished(record: Record) -> None:
    ran = Ran()
    with pytest.raises(StoppedError):
        running.go_on(noting(ran, stopping="teach"), record)
    assert list(record.finished()) == ["vectors", "convert"]
    running.go_on(noting(ran), record)
    assert ran == ["vectors", "convert", "teach", "package"]


def test_a_step_that_is_run_again_makes_those_after_it_unfinished(record: Record) -> None:
    ran = Ran()
    running.go_on(noting(ran), record)
    running.again(["convert"], noting(ran), record)
    assert list(record.finished()) == ["vectors", "convert"]
    running.go_on(noting(ran), record)
    assert ran[4:] == ["convert", "teach", "package"]


def test_a_step_that_fails_when_run_again_is_no_longer_finished(record: Record) -> None:
    running.go_on(noting([]), record)
    with pytest.raises(StoppedError):
        running.again(["convert"], noting([], stopping="convert"), record)
    assert list(record.finished()) == ["vectors"]


def test_a_step_whose_files_are_not_there_yet_is_refused(record: Record) -> None:
    ran = Ran()
    running.again(["vectors"], noting(ran), record)
    with pytest.raises(OrderError, match="package needs what is not there yet: convert, teach"):
        running.again(["package"], noting(ran), record)
    assert ran == ["vectors"]


def test_a_trial_and_the_real_thing_do_not_share_a_folder(record: Record) -> None:
    running.again(["vectors"], noting([]), record)
    with pytest.raises(OrderError, match="begun with no --steps: take another folder"):
        running.go_on(noting([]), Record(record.file, 20))


def test_a_trial_takes_the_opening_of_the_text() -> None:
    paragraphs = ["word " * 400] * 10
    assert len(list(trial.opening(paragraphs, 2))) == 5
    assert len(list(trial.opening(paragraphs, None))) == 10


def test_a_trial_has_no_more_batches_than_steps() -> None:
    rounds = [["a", "b", "c"], ["d", "e", "f"], ["g"]]
    assert trial.rounds(rounds, 5) == [["a", "b", "c"], ["d", "e"]]
    assert trial.rounds(rounds, 3) == [["a", "b", "c"]]
    assert trial.rounds(rounds, None) == rounds


@pytest.mark.parametrize("stage", stages.STAGES)
def test_each_stage_has_a_configuration_and_goes_on_from_the_one_before(
    stage: str, tmp_path: Path
) -> None:
    config = stages.configured(stage, tmp_path, tmp_path / "vectors")
    earlier = stages.STAGES[stage]
    assert config["paths"]["train"] == str(tmp_path / "corpus" / f"{stage}-train.spacy")
    sources = {part.get("source") for part in config["components"].values()}
    if earlier is None:
        assert sources == {None}
    else:
        assert list(stages.STAGES).index(earlier) < list(stages.STAGES).index(stage)
        assert config["paths"][earlier] == str(stages.trained(earlier, tmp_path))
        assert f"${{paths.{earlier}}}" in sources
    assert config["training"]["max_steps"] >= 1_500


def test_a_trial_stops_each_stage_after_its_steps(tmp_path: Path) -> None:
    config = stages.configured("parse", tmp_path, tmp_path / "vectors", 7)
    assert config["training"]["max_steps"] == 7
    assert config["training"]["eval_frequency"] == 7
