"""Text in the cells of a spreadsheet: what it would run or change is guarded, and can be had back.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, whoever wrote the
words. An apostrophe before it makes it text; so that nothing else is lost, apostrophes that stand
there already get one more.
"""

import re

LONGEST = 32_767  # characters in a cell of Excel; longer ones break into the next row
CUT = " […]"

_FORMULA = r"'*[ \u00a0]*[=+\-@＝＋－＠]"
_CONTROL = r"'*[\t\r\n]"
_GUARDED = re.compile(rf"\A(?={_FORMULA}|{_CONTROL})")
_ADDED = re.compile(rf"\A'(?={_FORMULA}|{_CONTROL})")
# Where semicolons, commas or tabs part the cells depends on the reader's country.
_PARTED = r"(?:\A|(?<=[;,\t\r\n|]))"
_GUARDED_ANYWHERE = re.compile(rf"{_PARTED}(?={_FORMULA})|\A(?={_CONTROL})")
_ADDED_ANYWHERE = re.compile(rf"{_PARTED}'(?={_FORMULA})|\A'(?={_CONTROL})")
# Ids in hexadecimal that happen to look like numbers lose their digits: 1234567890123e45.
_NUMBER = re.compile(r"\A'*\s*[\d.,]+(e\d+)?\s*\Z", re.IGNORECASE)
_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
# Escapes and other controls, and marks that turn the direction of what stands around them.
_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet runs."""
    return _GUARDED.sub("'", text, count=1)


def unguarded(cell: str) -> str:
    """The text that was guarded."""
    return _ADDED.sub("", cell, count=1)


def for_spreadsheet(text: str) -> str:
    """The text as a cell that no spreadsheet runs, changes or cuts, however it parts cells.

    What is longer than a cell can be ends in `CUT`.
    """
    cell = _GUARDED_ANYWHERE.sub("'", text)
    if _NUMBER.match(cell):
        cell = f"'{cell}"
    return cell if len(cell) <= LONGEST else cell[: LONGEST - len(CUT)] + CUT


def from_spreadsheet(cell: str) -> str:
    """The text that was made a cell, if it was not too long for one."""
    if _NUMBER.match(cell) and cell.startswith("'"):
        cell = cell[1:]
    return _ADDED_ANYWHERE.sub("", cell)


def for_terminal(text: str) -> str:
    """The text without what a terminal would obey or show in another order; lines stay lines."""
    return _OBEYED.sub("\ufffd", text)


def on_one_line(text: str) -> str:
    """The text without tabs, line ends and other control characters, and guarded."""
    return guarded(_BREAKS.sub(" ", text))
