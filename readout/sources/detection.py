"""What format bytes are in, by their content first and their name second."""

import re
from pathlib import PurePosixPath
from typing import Final

from readout.sources.errors import IngestError
from readout.sources.source import Format

HEAD_BYTES = 8192
WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, where NUL bytes are ordinary
_BINARY = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"BZh",
    b"\xfd7zXZ",
)
_ROOTS: Final[dict[bytes, Format]] = {
    b"rss": "feed",
    b"feed": "feed",
    b"rdf": "feed",
    b"urlset": "sitemap",
    b"sitemapindex": "sitemap",
}
_NAMES: Final[dict[str, Format]] = {
    ".txt": "text",
    ".text": "text",
    "": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".parquet": "parquet",
    ".rss": "feed",
    ".atom": "feed",
    ".warc": "warc",
}
_MEDIA: Final[dict[str, Format]] = {
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
}
# What may come before the first element: a declaration, comments, a document type.
_PROLOGUE = re.compile(
    rb"\s*(?:<\?.*?\?>|<!--.*?-->|<!(?!doctype\s+html)[^>\[]*(?:\[.*?\]\s*)?>)",
    re.IGNORECASE | re.DOTALL,
)
_ELEMENT = re.compile(rb"\s*<(?:(?:[\w.-]+:)?([A-Za-z][\w.-]*)|(!doctype\s+html))", re.IGNORECASE)
_ROW = re.compile(rb"\s*\{\s*\"")
_MARKUP = frozenset(
    b"html head body title meta link script style div p h1 h2 h3 article section main header "
    b"span a ul ol table img br center font blockquote".split()
)


def detect(head: bytes, name: str, media_type: str | None = None) -> Format:
    """The format of what begins with these bytes. Any doubt about text is settled by the name.

    `head` is unpacked and as long as HEAD_BYTES where there is that much. Raises IngestError
    "empty", "binary" or "unknown format".
    """
    if not head.strip(b"\0\t\n\f\r \xef\xbb\xbf") and b"\0" not in head:
        raise IngestError("empty", "there is nothing in it")
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"WARC/"):
        return "warc"
    if is_binary(head):
        raise IngestError("binary", "it is not text: it has NUL bytes or a binary format's mark")
    return _of_markup(head) or _of_name(head, name, media_type)


def is_binary(content: bytes) -> bool:
    """Whether it holds NUL bytes that no encoding explains, or begins as a known binary format."""
    if content.startswith(_BINARY):
        return True
    return b"\0" in content and not content.startswith(WIDE_BOMS)


def _of_markup(head: bytes) -> Format | None:
    rest = head.removeprefix(b"\xef\xbb\xbf")
    while prologue := _PROLOGUE.match(rest):
        rest = rest[prologue.end() :]
    element = _ELEMENT.match(rest)
    if element is None:
        return None
    root = (element[1] or b"html").lower()
    return _ROOTS.get(root) or ("html" if root in _MARKUP else None)


def _of_name(head: bytes, name: str, media_type: str | None) -> Format:
    suffix = PurePosixPath(name.lower()).suffix
    # Only of a file does it say something that its name ends in nothing.
    by_name = _NAMES.get(suffix) if suffix or media_type is None else None
    by_media = _MEDIA.get(media_type or "")
    # Servers call plain whatever they have no name for.
    known = (by_name or by_media) if by_media == "text" else (by_media or by_name)
    if known is None and _ROW.match(head):
        return "jsonl"
    if known is None:
        what = media_type or name
        raise IngestError("unknown format", f"neither the content nor {what} tells what it is")
    return known
