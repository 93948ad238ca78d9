"""Lines to paragraphs: what was broken at a width is joined, blank lines go."""

import re
from statistics import median

from readout.wrapping import FINISHED, is_hard_wrapped

LIST_ITEM = re.compile(r"(?:[-*•◦▪–—]|\(?\d{1,3}[.)]|\(?[a-z][.)]) ")
BROKEN_WORD = re.compile(r"[^\W\d_]-$")
SHORT_OF_WIDTH = 0.75


def split(text: str) -> list[str]:
    """The paragraphs of a text in characters' normal form, none empty, in order."""
    if not is_hard_wrapped(text):
        return [line for line in text.split("\n") if line]
    blocks = [block.split("\n") for block in re.split(r"\n{2,}", text.strip("\n"))]
    if len(blocks) == 1:
        return _joined(blocks[0], _last_lines(blocks[0]))
    return [paragraph for block in blocks for paragraph in _joined(block, set())]


def _last_lines(lines: list[str]) -> set[int]:
    """Places of the lines that end a paragraph where no blank line shows it: finished and short."""
    width = median(len(line) for line in lines)
    return {
        place
        for place, line in enumerate(lines)
        if line.endswith(FINISHED) and len(line) < SHORT_OF_WIDTH * width
    }


def _joined(lines: list[str], ends: set[int]) -> list[str]:
    paragraphs: list[list[str]] = []
    for place, line in enumerate(lines):
        if not paragraphs or place - 1 in ends or LIST_ITEM.match(line):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return [_rejoined(pieces) for pieces in paragraphs]


def _rejoined(lines: list[str]) -> str:
    """Lines made one; a hyphen at a line's end is the word's own, so no space follows it."""
    pieces = [f"{line} " if not BROKEN_WORD.search(line) else line for line in lines[:-1]]
    return "".join([*pieces, lines[-1]])
