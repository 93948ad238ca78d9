"""Every regular expression of the project takes linear time over its own worst case.

Those of the extractors see texts in which no word is longer than 300 characters: they get their
worst cases so, and all others as they are.
"""

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest

import extractors
import flows
import readout
from extractors import parsing
from tests.faults.conftest import Keep
from tests.faults.worst_cases import worst

pytestmark = pytest.mark.promise(7)

ROOMS = (extractors, flows, readout)
SIZE = 50_000
SMALL = 5_000
LONGEST_S = 0.5  # a linear one takes some milliseconds, a quadratic one seconds
DEPTH = 4
ONCE = {"match", "fullmatch"}  # from one place, instead of from every one
FUNCTIONS = {
    "compile",
    "search",
    "match",
    "fullmatch",
    "split",
    "findall",
    "finditer",
    "sub",
    "subn",
}


def modules() -> Iterator[ModuleType]:
    for room in ROOMS:
        yield room
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


def held(value: object, depth: int = DEPTH) -> Iterator[re.Pattern[Any]]:
    """The expressions in a value, in what it holds too."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, Mapping):
        for inside in [*value.keys(), *value.values()]:
            yield from held(inside, depth - 1)
    elif depth and isinstance(value, list | tuple | set | frozenset):
        for inside in value:
            yield from held(inside, depth - 1)
    elif depth and hasattr(value, "__slots__") and type(value).__module__.startswith("extractors"):
        for name in type(value).__slots__:
            yield from held(getattr(value, name, None), depth - 1)


def source(module: ModuleType) -> str:
    return Path(module.__file__).read_text("utf-8") if module.__file__ else ""


def written(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The expressions that stand in calls, such as re.sub(r"a+", ...), with what is called."""
    for node in ast.walk(ast.parse(source(module))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in FUNCTIONS
            and isinstance(node.args[0], ast.Constant)
        ):
            yield node.func.attr, re.compile(node.args[0].value)


@dataclass(frozen=True)
class Expression:
    """An expression, where it stands, and whether it only looks at one place of a text."""

    pattern: re.Pattern[Any]
    place: str
    is_anchored: bool


def expressions() -> list[Expression]:
    """Every expression."""
    found: dict[re.Pattern[Any], Expression] = {}
    known = [*modules()]
    uses: dict[str, set[str]] = defaultdict(set)
    for name, function in re.findall(r"\b(\w+)\.(\w+)\(", "".join(map(source, known))):
        uses[name].add(function)
    for module in known:
        for name, value in vars(module).items():
            used = uses[name] & FUNCTIONS
            for pattern in held(value):
                place = f"{module.__name__}.{name}"
                found.setdefault(pattern, Expression(pattern, place, bool(used) and used <= ONCE))
        for function, pattern in written(module):
            if function != "compile":
                one = Expression(pattern, module.__name__, function in ONCE)
                found.setdefault(pattern, one)
    return [*found.values()]


class TooSlowError(Exception):
    pass


def stop(_: int, __: FrameType | None) -> None:
    raise TooSlowError


def seconds(pattern: re.Pattern[Any], text: str, *, is_anchored: bool = False) -> float:
    """Processor time to find all that is to be found in a text; infinite beyond the longest."""
    given = text.encode("latin1", "replace") if isinstance(pattern.pattern, bytes) else text
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, 2 * LONGEST_S)
    started = time.process_time()
    try:
        if is_anchored:
            pattern.match(given)
        else:
            deque(pattern.finditer(given), maxlen=0)
    except TooSlowError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0.0)
        signal.signal(signal.SIGVTALRM, before)
    return time.process_time() - started


def texts(one: Expression, size: int) -> Iterator[str]:
    """The worst cases, as they can come before the expression."""
    for text in worst(one.pattern, size):
        if one.place.startswith("extractors"):
            yield parsing.masked(text)
        else:
            yield text


def slowest(one: Expression) -> tuple[float, str, int]:
    """The longest time for a text of 50 KB, the text, and how many were tried.

    All are tried at a tenth of the size, and the two that then take longest at the whole.
    """
    timed = []
    for at, text in enumerate(texts(one, SMALL)):
        timed.append((seconds(one.pattern, text, is_anchored=one.is_anchored), at))
        if timed[-1][0] > LONGEST_S:
            return timed[-1][0], text, len(timed)
    chosen = {at for _, at in sorted(timed)[-2:]}
    large = [text for at, text in enumerate(texts(one, SIZE)) if at in chosen]
    took, text = max(
        ((seconds(one.pattern, text, is_anchored=one.is_anchored), text) for text in large),
        default=(0.0, ""),
    )
    return took, text, len(timed)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_every_expression_is_linear_over_its_own_worst_case(keep: Keep) -> None:
    found = expressions()
    slow, tried = [], 0
    for one in found:
        took, text, number = slowest(one)
        tried += number
        if took > LONGEST_S:
            slow.append(
                f"{one.place}: {took:.1f} s for {text[:40]!r}: {one.pattern.pattern!r:.300}"
            )
    assert not slow, "\n".join(slow)
    keep(7, "regular expressions", len(found))
    keep(7, "worst cases tried", tried)


def test_the_expressions_are_found() -> None:
    places = {one.place for one in expressions()}
    assert {"readout.sources.feeds._END", "extractors.parsing.UNBROKEN"} <= places


@pytest.mark.parametrize("pattern", [r"(a+)+b", r"\s+$", r"(\w+\s?)+ signed", r"x*y"])
def test_an_expression_that_is_not_linear_is_found_out(pattern: str) -> None:
    compiled = re.compile(pattern)
    assert slowest(Expression(compiled, "here", is_anchored=False))[0] > LONGEST_S
