"""`readout export`, as a person uses it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from readout.cli import app
from readout.home import Home
from tests.newsroom import Newsroom, Story, day, told

TEXT = "Anna Berg met Carl Dahl in Oslo on Monday."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    newsroom = Newsroom(tmp_path_factory.mktemp("command") / "home")
    when = day(TEXT, "Monday", "2025-03-03")
    mention = told(TEXT, "meeting", "met", ("Anna Berg", "Carl Dahl"), when=when)
    newsroom.run(Story(TEXT, (mention,)))
    return newsroom.home


def export(home: Home, *arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["export", "--home", str(home.path), *map(str, arguments)])


def test_rows_go_to_standard_output_and_their_number_to_standard_error(home: Home) -> None:
    done = export(home, "--format", "jsonl", "--view", "meetings_v1")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["participants"] == ["Anna Berg", "Carl Dahl"]
    assert done.stderr == "1 rows written\n"


def test_a_file_is_there_whole_or_not_at_all(home: Home, tmp_path: Path) -> None:
    done = export(home, "--format", "csv", "--output", tmp_path / "events.csv")
    assert done.exit_code == 0
    assert len((tmp_path / "events.csv").read_text("utf-8").splitlines()) == 2
    failed = export(home, "--format", "csv", "--view", "none", "--output", tmp_path / "none.csv")
    assert failed.exit_code == 1
    assert "no view 'none' is published" in failed.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["events.csv"]


def test_a_file_is_replaced_only_by_force(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    file.write_text("kept", "utf-8")
    done = export(home, "--format", "jsonl", "--output", file)
    assert done.exit_code == 2
    assert "--force" in done.stderr
    assert file.read_text("utf-8") == "kept"
    assert export(home, "--format", "jsonl", "--output", file, "--force").exit_code == 0
    assert json.loads(file.read_text("utf-8"))["kind"] == "meeting"


def test_nothing_but_a_file_is_replaced(home: Home, tmp_path: Path) -> None:
    done = export(home, "--format", "csv", "--output", tmp_path, "--force")
    assert done.exit_code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "plover", "--view", "events"), "takes no --view"),
        (("--format", "csv", "--kind", "wedding"), "'wedding' is no kind"),
        (("--format", "csv", "--status", "held"), "'held' is no status"),
        (("--format", "csv", "--report-dates"), "--report-dates is for"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(
    home: Home, arguments: tuple[str, ...], words: str
) -> None:
    done = export(home, *arguments)
    assert done.exit_code == 2
    assert words in " ".join(done.stderr.replace("│", " ").split())


def test_what_is_left_out_is_said(home: Home) -> None:
    done = export(home, "--format", "gdelt", "--since", "2025-03-04")
    assert done.stderr == "0 rows written\n"
    done = export(home, "--format", "plover", "--until", "2025-03-03")
    assert json.loads(done.stdout)["date"] == "2025-03-03"


def test_without_a_snapshot_it_says_how_to_get_one(tmp_path: Path) -> None:
    done = export(Home(tmp_path), "--format", "plover")
    assert done.exit_code == 1
    assert "`readout run` makes it" in done.stderr
