"""Markdown to plain text: the marks go, the words stay, quotation marks and dashes as written."""

import re

FENCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,}).*$")
RULE = re.compile(r"^ {0,3}(?:(?:\* ?){3,}|(?:- ?){3,}|(?:_ ?){3,})$")
UNDERLINE = re.compile(r"^ {0,3}(?:=+|-+)\s*$")
HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*)$")
BLOCK_QUOTE = re.compile(r"^ {0,3}(?:> ?)+")
BULLET = re.compile(r"^\s{0,12}[*+-]\s+")
DEFINITION = re.compile(r"^ {0,3}\[[^\[\]]{1,200}\]:\s+\S+")
TABLE_RULE = re.compile(r"^(?=[^|]*\|)[|:\-\s]*+$")
ITEM_NUMBER = re.compile(r"\d{1,3}[.)] ")
HARD_BREAKS = ("  ", "\\")

IMAGE = re.compile(r"!\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)")
LINK = re.compile(r"\[([^\[\]]{1,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)")
REFERENCE = re.compile(r"\[([^\[\]]{1,500})\]\[[^\[\]]{0,200}\]")
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
STRONG = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])\1(?![\w*])")
EMPHASIS = re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_])\1(?![\w_])")
CODE = re.compile(r"(`{1,3})([^`\n]{1,2000})\1")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")


def plain(text: str) -> tuple[str, str | None]:
    """The text without Markdown's marks, and its first heading of the highest level, if any.

    Lines that belong to one paragraph are joined, paragraphs stand apart by a blank line.
    """
    blocks: list[list[str]] = [[]]
    headings: list[tuple[int, str]] = []
    lines = text.replace("\r\n", "\n").split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        heading = _heading(line, following)
        if heading:
            headings.append(heading)
            blocks += [[heading[1]], []]
        elif not line.strip() or _is_furniture(line):
            blocks.append([])
        else:
            _take(line, blocks)
    title = min(headings, key=lambda heading: heading[0])[1] if headings else None
    return "\n\n".join(" ".join(block) for block in blocks if block), title


def _heading(line: str, following: str) -> tuple[int, str] | None:
    found = HEADING.match(line)
    if found:
        return len(found[1]), _inline(found[2].rstrip().rstrip("#").rstrip())
    if line.strip() and UNDERLINE.match(following) and not _is_furniture(line) and "|" not in line:
        return (1 if "=" in following else 2), _inline(line.strip())
    return None


def _is_furniture(line: str) -> bool:
    return any(form.match(line) for form in (FENCE, RULE, UNDERLINE, DEFINITION, TABLE_RULE))


def _take(line: str, blocks: list[list[str]]) -> None:
    """Adds a line to the paragraph it goes on, or begins another with it."""
    quoted = BLOCK_QUOTE.sub("", line)
    item = BULLET.sub("", quoted)
    words = _inline(item.strip().removesuffix("\\").strip("| "))
    if item != quoted or ITEM_NUMBER.match(item.lstrip()) or line.lstrip().startswith("|"):
        blocks.append([])
    if words:
        blocks[-1].append(words)
    if line.endswith(HARD_BREAKS):
        blocks.append([])


def _inline(words: str) -> str:
    for form in (IMAGE, LINK, REFERENCE, AUTOLINK):
        words = form.sub(r"\1", words)
    for form in (CODE, STRONG, EMPHASIS, STRONG):
        words = form.sub(r"\2", words)
    return ESCAPE.sub(r"\1", words).strip()
