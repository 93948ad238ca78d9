"""What the SQL of a view says of itself in its comments: its row, its columns, an example.

The first comment line says what one row is; the lines below it more, and `For example:` with an
indented query. Behind each column of the last select stands what it holds; a comment on a line of
its own goes on from there.
"""

import re
from dataclasses import dataclass
from itertools import takewhile

from readout.warehouse.scripts import Script

_EXAMPLE = "For example:"
_COMMENT = re.compile(r"--\s+(.+)$")


class UndescribedError(ValueError):
    """The comments of a view don't say what they must; the message says which and what."""


@dataclass(frozen=True, slots=True)
class Description:
    """The comments of a view, unwrapped."""

    row: str
    prose: str
    example: str
    columns: tuple[str, ...]


def describe(view: Script) -> Description:
    """The description of a view.

    Raises:
        UndescribedError: when it has no example.
    """
    heading = [
        line.removeprefix("--").removeprefix(" ")
        for line in takewhile(lambda line: line.startswith("--"), view.text.splitlines())
    ]
    row, *more = heading
    if _EXAMPLE not in more:
        raise UndescribedError(f"{view.name}: its first comment has no line “{_EXAMPLE}”")
    place = more.index(_EXAMPLE)
    example = [line.removeprefix("    ") for line in more[place + 1 :]]
    return Description(row, _paragraphs(more[:place]), "\n".join(example), _columns(view))


def _paragraphs(lines: list[str]) -> str:
    return "\n\n".join(
        paragraph.replace("\n", " ") for paragraph in "\n".join(lines).strip().split("\n\n")
    )


def _columns(view: Script) -> tuple[str, ...]:
    """What each column of the last select holds, in order."""
    shown = view.text.rsplit("\nselect\n", 1)[-1].splitlines()
    found: list[str] = []
    for line in takewhile(lambda line: not line.startswith("from "), shown):
        comment = _COMMENT.search(line)
        if comment and line.lstrip().startswith("--"):
            found[-1] += " " + comment[1]
        elif comment:
            found.append(comment[1])
    return tuple(found)
