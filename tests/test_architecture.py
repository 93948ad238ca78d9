"""What the rooms promise each other, held by machine."""

import ast
import csv
import re
from importlib.resources import files
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from extractors import EXTRACTORS, lexicon

ROOT = Path(__file__).parents[1]
ROOMS = ("flows", "extractors", "readout")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
LEXICONS = sorted((ROOT / "extractors" / "lexicons").glob("*.toml"))


def test_no_room_imports_what_it_must_not_know() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml")) == 0


@pytest.mark.parametrize("kind", EXTRACTORS)
def test_an_event_type_is_complete(kind: str) -> None:
    with (ROOT / "seeds" / "event_types.csv").open(encoding="utf-8") as lines:
        kinds = {row["kind"] for row in csv.DictReader(lines)}
    specs = {path.stem.rstrip("s") for path in (ROOT / "tests" / "spec").glob("*.md")}
    assert kind in kinds, "a row in seeds/event_types.csv is missing"
    assert kind in specs, "sentences in tests/spec/ are missing"
    assert (ROOT / "sql" / "views" / f"{kind}s" / "v1.sql").is_file(), "a typed view is missing"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_fits_in_the_head_and_its_name_says_what_it_is_for(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 260
    assert path.stem not in {"utils", "helpers", "common", "manager", "handler", "misc"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_exception_is_swallowed(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            assert not all(isinstance(line, ast.Pass) for line in node.body), f"line {node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_ignored_warning_has_its_reason(path: Path) -> None:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        ignored = re.search(r"# (?:noqa|type: ignore)\S*(?: [A-Z]+\d+,?)*(.*)", line)
        assert ignored is None or len(ignored[1].strip()) > 10, f"line {number}: {line.strip()}"


def test_the_parts_that_are_data_travel_with_the_program() -> None:
    for room, name in [("sql", "views.lock"), ("seeds", "actors.csv"), ("extractors", "model")]:
        assert (files(room) / name).is_file() or (files(room) / name).is_dir()


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.name)
def test_a_word_list_is_readable(path: Path) -> None:
    assert lexicon.load(path.stem)
