"""HTML to a tree, and a tree to lines, with the traps of the parser known.

Measured on libxml2 2.14: nesting over 2,048 gives an empty tree and an entry in the parser's log,
no exception; half of a surrogate pair gives an empty tree and no entry; the time for one tag
grows with the square of its attributes (20,000: 0.3 s; 200,000: over 100 s).
"""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from readout.cleaning.refusal import Refusal

TAG = re.compile(
    r"""<([a-zA-Z][^\s/>]*+)(?:[\s/]++|=?[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+))?+)*+"""
)
ATTRIBUTE = re.compile(r"[\s/\"'][^\s/>=\"']")
MOST_ATTRIBUTES = 2_000
UNPARSABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# Tags that say how words look: a page too deep may be readable without them.
LOOKS = re.compile(
    r"</?(?:a|abbr|b|big|center|em|font|i|ins|mark|s|small|span|strike|strong|sub|sup|tt|u)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)

# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    "ab", "fw", "head", "item", "list", "quote", "row",  # what trafilatura names its blocks
))
UNREAD = frozenset((
    "audio", "base", "button", "canvas", "datalist", "dialog", "embed", "iframe", "input", "link",
    "map", "math", "meta", "meter", "noscript", "object", "option", "progress", "script", "select",
    "style", "svg", "template", "textarea", "title", "video",
))
# fmt: on
CELLS = frozenset(("td", "th", "cell"))
BREAKS = frozenset(("br", "lb"))
HIDDEN = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)
WHITE = re.compile(r"\s+")
SENTENCE = re.compile(r"[.?!][\"”'’)]{0,2}$")
LONG_CELL = 80
PARAGRAPH = "\n\n"
# A private character keeps the place between two cells of a row until it is known what the row is.
CELL_MARK = "\x1f"


def tree(html: str) -> HtmlElement:
    """The parsed page.

    Raises:
        Refusal: "too deep" or "no text", where the parser would give nothing without a word.
    """
    html = XML_DECLARATION.sub("", UNPARSABLE.sub(" ", html))
    html = TAG.sub(_sparing, html) if len(html) > MOST_ATTRIBUTES else html
    root = _parsed(html)
    if root is None:
        root = _parsed(LOOKS.sub("", html))
    if root is None:
        raise Refusal(
            "too deep",
            "The HTML is nested deeper than 2,048 tags, which no parser here reads: "
            "look at the page, it may be broken on purpose.",
        )
    return root


def _sparing(match: re.Match[str]) -> str:
    """The tag, without its attributes when they are beyond all use."""
    tag = match[0]
    if len(tag) <= MOST_ATTRIBUTES or len(ATTRIBUTE.findall(tag)) <= MOST_ATTRIBUTES:
        return tag
    return f"<{match[1]} "


def _parsed(html: str) -> HtmlElement | None:
    """The tree, or None where the parser gave up for the page's depth."""
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root: HtmlElement = document_fromstring(html, parser=parser)
    except etree.ParserError as error:
        raise Refusal("no text", "There is nothing in the HTML but comments.") from error
    given_up = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return None if given_up else root


def lines(root: HtmlElement) -> str:
    """The words of a tree, a line for every block and every `<br>`; blank lines between blocks.

    Scripts, forms' controls and what is hidden are not read. Cells of a row of figures
    stand on one line with a bar between them; cells with sentences are paragraphs.
    """
    pieces: list[str] = []
    preformatted = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and _is_unread(name, element):
            walk.skip_subtree()
        elif event == "start":
            preformatted += name == "pre"
            pieces += (_mark(name), _words(element.text, preformatted))
        else:
            unread = _is_unread(name, element)
            preformatted -= name == "pre" and not unread
            pieces += ("" if unread else _mark(name), _words(element.tail, preformatted))
            pieces.append(" " if name == "a" and _stands_beside_link(element) else "")
    return _rows("".join(pieces))


def _is_unread(name: str, element: HtmlElement) -> bool:
    if not name or name in UNREAD:
        return True
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and HIDDEN.search(style))


def _stands_beside_link(link: HtmlElement) -> bool:
    """Whether another link follows at once: in a menu, where only the style sets them apart."""
    following = link.getnext()
    return not link.tail and following is not None and following.tag == "a"


def _mark(name: str) -> str:
    if name in BLOCKS:
        return PARAGRAPH
    if name in BREAKS:
        return "\n"
    return CELL_MARK if name in CELLS else ""


def _words(text: str | None, preformatted: int) -> str:
    if not text:
        return ""
    return text if preformatted else WHITE.sub(" ", text)


def _rows(text: str) -> str:
    if CELL_MARK not in text:
        return text
    return "\n".join(_row(line) if CELL_MARK in line else line for line in text.split("\n"))


def _row(line: str) -> str:
    cells = [cell.strip() for cell in line.split(CELL_MARK) if cell.strip()]
    if any(len(cell) > LONG_CELL or SENTENCE.search(cell) for cell in cells):
        return PARAGRAPH.join(cells)
    return " | ".join(cells)
