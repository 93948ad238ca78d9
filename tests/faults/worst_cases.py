"""For a regular expression the texts that are worst for it, made from its own parts.

What makes matching slow is a repetition that can end in many places, or begin in many: so each
repetition is given what it repeats, again and again, after what has to stand before it and before
something that it cannot be.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, permutations

# The parser of the standard library has no public name.
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MANY = 20  # what may be repeated so often can be slow
MOST_CHARACTERS = 10
MOST_PAIRS = 40
ENDINGS = ("", "\0")
_CATEGORIES = {
    "DIGIT": "5", "NOT_DIGIT": "x", "SPACE": " \n", "NOT_SPACE": "x", "WORD": "aZ5",
    "NOT_WORD": " -",
}  # fmt: skip

Node = tuple[Any, Any]


def worst(pattern: re.Pattern[Any], size: int) -> Iterator[str]:
    """Texts of about this many characters."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin1")
    tree = parser.parse(
        text, pattern.flags & ~re.DEBUG & ~(re.UNICODE if isinstance(pattern.pattern, bytes) else 0)
    )
    for pump, before in _pumps(list(tree)):
        for ending in ENDINGS:
            yield before + pump * (size // len(pump)) + ending


def _pumps(tree: Sequence[Node]) -> Iterator[tuple[str, str]]:
    """What is repeated, and what has to stand before it."""
    found = dict.fromkeys((pump, before) for before, pump in _repetitions(tree, "") if pump)
    characters = [*islice(dict.fromkeys(_characters(tree)), MOST_CHARACTERS)]
    for one in characters:
        found[one, ""] = None
    for pair in islice(permutations(characters, 2), MOST_PAIRS):
        found["".join(pair), ""] = None
    yield from found


def _repetitions(nodes: Sequence[Node], before: str) -> Iterator[tuple[str, str]]:
    for code, value in nodes:
        for body, is_long in _bodies(code, value):
            if is_long:
                yield before, _example(body)
                for one in islice(dict.fromkeys(_characters(body)), 3):
                    yield before, one
            yield from _repetitions(body, before)
        before += _example([(code, value)])


def _bodies(code: Any, value: Any) -> Iterator[tuple[Sequence[Node], bool]]:
    """The parts of a node, each with whether it may be repeated many times."""
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        _, most, body = value
        yield list(body), most >= MANY
    elif code is codes.SUBPATTERN:
        yield list(value[-1]), False
    elif code is codes.ATOMIC_GROUP:
        yield list(value), False
    elif code in {codes.ASSERT, codes.ASSERT_NOT}:
        yield list(value[1]), False
    elif code is codes.BRANCH:
        yield from ((list(branch), False) for branch in value[1])
    elif code is codes.GROUPREF_EXISTS:
        yield from ((list(branch), False) for branch in value[1:] if branch)


def _example(nodes: Iterable[Node]) -> str:
    """A short text that matches, as far as that is easy to say."""
    return "".join(map(_example_of, nodes))


def _example_of(node: Node) -> str:
    code, value = node
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        least: int = value[0]
        return _example(value[2]) * max(1, least)
    if code is codes.SUBPATTERN:
        return _example(value[-1])
    if code is codes.ATOMIC_GROUP:
        return _example(value)
    if code is codes.BRANCH:
        return _example(value[1][0])
    return next(_characters([node]), "")


def _characters(nodes: Iterable[Node]) -> Iterator[str]:
    """Characters that the parts of an expression stand for, a few of each."""
    for code, value in nodes:
        if code is codes.LITERAL:
            yield chr(value)
        elif code is codes.NOT_LITERAL:
            yield "x" if chr(value) != "x" else "y"
        elif code is codes.ANY:
            yield "x"
        elif code is codes.IN:
            yield from _members(value)
        elif code is not codes.ASSERT_NOT:
            for body, _ in _bodies(code, value):
                yield from _characters(body)


def _members(items: Sequence[Node]) -> Iterator[str]:
    if items[0][0] is codes.NEGATE:
        expression = [*_members(items[1:])]
        yield next(one for one in 'x .5<"' if one not in expression)
        return
    for code, value in items:
        if code is codes.LITERAL:
            yield chr(value)
        elif code is codes.RANGE:
            yield chr(value[0])
        elif code is codes.CATEGORY:
            yield from _CATEGORIES[str(value).removeprefix("CATEGORY_").removeprefix("UNI_")]
