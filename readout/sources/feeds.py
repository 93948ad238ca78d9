"""RSS and Atom feeds: the items with their full text, or the pages they link to."""

import codecs
import io
import re
from collections.abc import Mapping
from typing import Any, BinaryIO

import feedparser

from readout.sources.detection import WIDE_BOMS
from readout.sources.errors import IngestError
from readout.sources.feed_items import Entry, Item, item_of
from readout.sources.origin import Origin, Outcomes
from readout.sources.streams import whole
from readout.sources.visits import Link, Visits

_END = re.compile(
    rb"</(?:[\w.-]{1,100}:)?(?:rss|feed|rdf)\s*+>\s*+(?:<!--(?>.*?-->)\s*+)*+$",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)")
_HEAD_BYTES = 1024
# What a parser that is made to forgive raises where markup is broken as its authors never saw.
_BUGS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_TAIL_BYTES = 4096


def articles(stream: BinaryIO, origin: Origin, visits: Visits) -> Outcomes:
    """Each item's article, reject or fetched page, in the feed's order.

    An item whose page cannot be had is a reject and the rest goes on. Raises IngestError "not a
    feed" or "empty", and "truncated" after the items that are whole.
    """
    content = whole(stream, origin.source.limits.listing_bytes)
    parsed = _parsed(content, origin)
    entries: list[Entry] = parsed["entries"]
    # A parser that forgives ends a cut item where the file ends, as if it were whole.
    is_cut = bool(parsed["bozo"]) and not _END.search(content[-_TAIL_BYTES:])
    for entry in entries[:-1] if is_cut else entries:
        yield from _outcomes(item_of(entry, origin.source.name), origin, visits)
    if is_cut:
        raise IngestError("truncated", "the feed ends in the middle of an item")
    if not entries:
        raise IngestError("empty", "the feed has no items")


def _parsed(content: bytes, origin: Origin) -> Mapping[str, Any]:
    headers = {"content-location": origin.url} if origin.url else {}
    if origin.encoding:
        headers["content-type"] = f"application/xml; charset={origin.encoding}"
    # A stream, never a string: feedparser would take that for a URL or a file to open.
    stream = io.BytesIO(_sound(content, origin.encoding))
    try:
        parsed: Mapping[str, Any] = feedparser.parse(
            stream, response_headers=headers, sanitize_html=False
        )
    except _BUGS as error:
        raise IngestError("corrupt", f"the feed is too broken to be read: {error!r}") from error
    if not parsed.get("version") and not parsed["entries"]:
        raise IngestError("not a feed", "it is neither RSS nor Atom")
    return parsed


def _sound(content: bytes, encoding: str | None) -> bytes:
    """The feed in valid UTF-8 if it says or implies UTF-8.

    A stray byte is read as Windows-1252, where it nearly always comes from. Left alone, it would
    make feedparser read the whole feed so, and spoil every other letter that is not ASCII.
    """
    said = _DECLARED.search(content[:_HEAD_BYTES])
    declared = encoding or (said[1].decode("ascii", "replace") if said else "utf-8")
    if declared.lower() not in {"utf-8", "utf8"} or content.startswith(WIDE_BOMS):
        return content
    return content.decode("utf-8", "western").encode()


def _western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("western", _western)


def _outcomes(item: Item, origin: Origin, visits: Visits) -> Outcomes:
    if item.address is None or (item.content is None and item.link is None):
        problem = IngestError("no text", "an item of the feed has no text and no page")
        yield origin.reject(problem, address=item.address, url=item.link)
    elif item.link is not None and not item.is_whole:
        link = Link(item.link, item.address, item.title, item.published, item.updated)
        yield from visits.page(link, origin)
    else:
        yield origin.article(
            item.content or "",
            item.media_type,
            address=item.address,
            url=item.link,
            title=item.title,
            published=item.published,
        )
