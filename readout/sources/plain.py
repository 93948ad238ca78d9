"""Single articles: plain text, Markdown and saved HTML pages."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import BinaryIO, Literal

from readout.records import Article
from readout.sources.detection import WIDE_BOMS, is_binary
from readout.sources.errors import IngestError
from readout.sources.origin import Origin
from readout.sources.streams import whole
from readout.sources.urls import identifying, web

_KEYS = frozenset({"title", "url", "published", "source"})
_FENCE = "---"
_BLANKS = " \t\r"  # and no others: bytes read as Latin-1 hold letters that look like blanks
_LINK = re.compile(rb"(?i)<link\b[^<>]{1,2000}>")
_CANONICAL = re.compile(rb"(?i)\brel\s{0,9}=\s{0,9}[\"']?canonical\b")
_HREF = re.compile(rb"(?i)\bhref\s{0,9}=\s{0,9}[\"']?([^\"'\s>]+)")
_HEAD_BYTES = 200_000
_PAIR = re.compile(r"([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?")


def text(stream: BinaryIO, origin: Origin) -> Iterator[Article]:
    """The one plain text in a stream, with its front matter as the article's own word."""
    yield _written(stream, origin, "text/plain")


def markdown(stream: BinaryIO, origin: Origin) -> Iterator[Article]:
    """The one Markdown text in a stream, with its front matter as the article's own word."""
    yield _written(stream, origin, "text/markdown")


def html(stream: BinaryIO, origin: Origin) -> Iterator[Article]:
    """The one page in a stream: its bytes as they are, and the encoding the server names.

    A page saved to disk is known by the URL that it calls its own.
    """
    content = _content(stream, origin)
    own = None if origin.url else canonical(content)
    yield origin.article(
        content,
        "text/html",
        address=identifying(own) if own else None,
        url=own,
        encoding=origin.encoding,
    )


def canonical(page: bytes) -> str | None:
    """The URL in a page's canonical link (RFC 6596), if it is one of the web."""
    for tag in _LINK.findall(page[:_HEAD_BYTES]):
        if _CANONICAL.search(tag) and (link := _HREF.search(tag)):
            return web(unescape(link[1].decode("utf-8", "replace")))
    return None


def front_matter(written: str) -> tuple[Mapping[str, str], str]:
    """The known keys between two lines of `---` at the start, and the text after them.

    Only `key: value` is understood; keys of other programs and the lists below them are passed
    over. A block with any other line in it, or without a known key, is part of the text.
    """
    lines = written.removeprefix("\ufeff").split("\n")
    stripped = [line.rstrip(_BLANKS) for line in lines]
    if stripped[0] != _FENCE:
        return {}, written
    end = next((n for n, line in enumerate(stripped) if n and line in {_FENCE, "..."}), None)
    if end is None:
        return {}, written
    values: dict[str, str] = {}
    for line in stripped[1:end]:
        if pair := _PAIR.fullmatch(line):
            values[pair[1].lower()] = _unquoted((pair[2] or "").strip(_BLANKS))
        elif line and not line.startswith((" ", "\t", "-", "#")):
            return {}, written
    known = {key: value for key, value in values.items() if key in _KEYS and value}
    return (known, "\n".join(lines[end + 1 :])) if known else ({}, written)


def _written(
    stream: BinaryIO, origin: Origin, media_type: Literal["text/plain", "text/markdown"]
) -> Article:
    said, body = _taken_apart(_content(stream, origin))
    if not body.strip():
        raise IngestError("empty", "there is nothing after the front matter")
    url = web(said.get("url"))
    return origin.article(
        body,
        media_type,
        address=identifying(url) if url else None,
        url=url,
        title=said.get("title"),
        published=said.get("published"),
        publisher=said.get("source"),
        encoding=origin.encoding if isinstance(body, bytes) else None,
    )


def _content(stream: BinaryIO, origin: Origin) -> bytes:
    content = whole(stream, origin.source.limits.article_bytes)
    if is_binary(content):
        raise IngestError("binary", "it has NUL bytes, which no text has")
    return content


def _taken_apart(content: bytes) -> tuple[Mapping[str, str], str | bytes]:
    """Front matter and text; the text stays bytes where its encoding is not certain.

    Certain are a byte-order mark and valid UTF-8. Otherwise the front matter is read as
    Windows-1252, the most frequent of the encodings that are not UTF-8.
    """
    try:
        wide = content.startswith(WIDE_BOMS)
        return front_matter(content.decode("utf-16" if wide else "utf-8-sig"))
    except UnicodeDecodeError:
        # Latin-1 maps bytes to characters one to one, so the text can be had back as it was.
        said, body = front_matter(content.decode("latin-1"))
        western = {key: _western(value.encode("latin-1")) for key, value in said.items()}
        return western, body.encode("latin-1")


def _western(value: bytes) -> str:
    return value.decode("cp1252", "replace")


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
