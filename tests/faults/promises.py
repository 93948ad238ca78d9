"""What readout promises about faults, bad input and strangers, and which test shows each.

A test says which promise it shows: `@pytest.mark.promise(1)`, or in its module's `pytestmark`.

python -m tests.faults.promises writes docs/promises.md.
"""

import ast
import csv
import fcntl
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

TESTS = Path(__file__).parents[1]
PAGE = TESTS.parent / "docs" / "promises.md"
FIGURES = Path(__file__).with_name("figures.csv")
COLUMNS = ("promise", "measure", "value", "measured_on")

PROMISES = {
    1: "One document that crashes, never ends, eats the memory or raises costs itself alone.",
    2: "A run may be killed at any moment: the next one ends in the same database, row for row, "
    "and readers always see one whole snapshot.",
    3: "A full disk ends the run as Failed and names the file; the old snapshot stays, and the "
    "next run recovers.",
    4: "The same document again, elsewhere, corrected or corrected back, clocks that jump and two "
    "runs at once change nothing that they should not.",
    5: "Inputs are loaded, duplicates, rejected, unchanged or empty of events, and the sum is "
    "right at every end of every run.",
    6: "No document, page, feed or archive, however broken, takes for ever or is lost in silence.",
    7: "Every regular expression takes linear time.",
    8: "One function opens connections, only to public addresses, within bounds, politely.",
    9: "A reader's query reads nothing but the snapshot, and cannot run for ever or eat the "
    "memory.",
    10: "Hostile names pass through every table, export, page and log as text.",
    11: "What was taken down is in no byte of the home, and does not come back.",
    12: "Prefect's pages are for this machine and whoever knows the password; a server or worker "
    "that dies does not stop the work.",
    13: "No secret is in a log, parameter, artifact, table or error.",
    14: "What is installed is what was locked, by hash, and its licences are known.",
    15: "A warehouse of any released version opens; one of a newer program is refused.",
}

INTRODUCTION = (
    "Each promise has tests that inject the fault for real. `make test` runs the quick ones, "
    "`make test-faults` the slow ones."
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A test that shows a promise."""

    promise: int
    file: Path
    function: str
    is_slow: bool

    @property
    def sentence(self) -> str:
        """What the test's name says."""
        return self.function.removeprefix("test_").replace("_", " ")


def shown(folder: Path = TESTS) -> list[Shown]:
    """Every test with its promise, by promise, file and place in the file."""
    found = [one for file in sorted(folder.rglob("test_*.py")) for one in _in_file(file)]
    return sorted(found, key=lambda one: one.promise)


def _in_file(file: Path) -> Iterator[Shown]:
    tree = ast.parse(file.read_text("utf-8"))
    of_module = [
        mark
        for node in tree.body
        if isinstance(node, ast.Assign)
        and any(isinstance(name, ast.Name) and name.id == "pytestmark" for name in node.targets)
        for mark in _marks(node.value)
    ]
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            marks = [mark for one in node.decorator_list for mark in _marks(one)]
            numbers = _numbers(marks) or _numbers(of_module)
            is_slow = "slow" in {name for name, _ in (*marks, *of_module)}
            for number in numbers:
                yield Shown(number, file, node.name, is_slow)


def _numbers(marks: Iterable[tuple[str, int | None]]) -> list[int]:
    return [number for name, number in marks if name == "promise" and number is not None]


def _marks(node: ast.expr) -> Iterator[tuple[str, int | None]]:
    """Names of pytest's marks in an expression, each with its number if it has one."""
    if isinstance(node, ast.List | ast.Tuple):
        for element in node.elts:
            yield from _marks(element)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        numbers = [one.value for one in node.args if isinstance(one, ast.Constant)]
        if not numbers:
            yield node.func.attr, None
        for number in numbers:
            yield node.func.attr, number if isinstance(number, int) else None
    elif isinstance(node, ast.Attribute):
        yield node.attr, None


def keep(promise: int, measure: str, value: float, measured_on: date) -> None:
    """Puts a figure in the place of the one that was measured before."""
    with FIGURES.open("a+", encoding="utf-8", newline="") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        kept = {(int(row["promise"]), row["measure"]): row for row in csv.DictReader(file)}
        kept[promise, measure] = {
            "promise": str(promise),
            "measure": measure,
            "value": f"{value:g}",
            "measured_on": measured_on.isoformat(),
        }
        file.truncate(0)
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows(kept[key] for key in sorted(kept))


def figures() -> list[dict[str, str]]:
    """The last figure of each measure, by promise."""
    return [*csv.DictReader(FIGURES.read_text("utf-8").splitlines())]


def page() -> str:
    """The page of all promises, with their tests and last figures."""
    tests, counts = shown(), figures()
    lines = [
        "# What is promised, and what shows it",
        "",
        "<!-- Made from the tests: `python -m tests.faults.promises` -->",
        "",
        INTRODUCTION,
    ]
    for number, promise in PROMISES.items():
        lines += ["", f"## {number}. {promise}", ""]
        lines += [_line(one) for one in tests if one.promise == number]
        told = [one for one in counts if int(one["promise"]) == number]
        if told:
            lines += ["", "| measure | last figure | measured on |", "|---|---|---|"]
            lines += [
                f"| {one['measure']} | {one['value']} | {one['measured_on']} |" for one in told
            ]
    return "\n".join([*lines, ""])


def _line(one: Shown) -> str:
    place = one.file.relative_to(TESTS.parent)
    return f"- [{one.sentence}](../{place}){' (slow)' if one.is_slow else ''}"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
