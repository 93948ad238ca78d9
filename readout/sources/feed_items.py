"""What one item of a feed says: who it is, where its page is, and whether it holds the text."""

import re
from calendar import timegm
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from typing import Any, Literal

from readout.sources.urls import identifying, is_uri, web

Entry = Mapping[str, Any]  # an entry of feedparser, or one of its texts

# An item's own content is the whole text unless it is shorter than this; the shortest full
# releases measured in official feeds have 240 characters. A summary must be long to be more.
_SHORTEST_CONTENT = 140
_SHORTEST_SUMMARY = 1_000
_CUT_SHORT = re.compile(
    r"(?i)(?:…|\.\.\.|\[(?:…|\.\.\.)\]|\b(?:read|see|view) (?:more|the (?:rest|full \w+))"
    r"|\bcontinue reading|\bfull story|\bmore)[\s»>→.\])]{0,40}$"
)
_SCRIPT = re.compile(r"(?is)<(script|style)\b(?>.*?(?:</\1\s*+>|\Z))")
_TAG = re.compile(r"<[A-Za-z/!][^<>]*+>")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a feed. `is_whole`: its content is the article and not a teaser of it."""

    address: str | None
    link: str | None
    content: str | None
    is_whole: bool
    media_type: Literal["text/plain", "text/html"]
    title: str | None
    published: str | None
    updated: datetime | None


def item_of(entry: Entry, feed: str) -> Item:
    """The item in an entry; `feed` is what tells its ids from other feeds' when they are no URIs.

    The address is the guid, or the page's URL where the guid is that; without a guid, the link.
    """
    link = web((entry.get("link") or "").strip())
    content = _longest(entry.get("content", ()))
    summary = _longest([entry["summary_detail"]] if "summary_detail" in entry else ())
    has_content = _is_whole(content, _SHORTEST_CONTENT)
    chosen = content if has_content else _longest(text for text in (content, summary) if text)
    return Item(
        address=_address((entry.get("id") or "").strip(), link, feed),
        link=link and identifying(link, keep_fragment=True),
        content=chosen["value"] if chosen else None,
        is_whole=has_content or _is_whole(summary, _SHORTEST_SUMMARY),
        media_type=_media_type(chosen),
        title=_title(entry),
        published=_stated(entry, "published") or _stated(entry, "updated"),
        updated=_updated(entry),
    )


def _address(guid: str, link: str | None, feed: str) -> str | None:
    if not guid:
        return identifying(link, keep_fragment=True) if link else None
    if link and "#" not in link and identifying(guid) == identifying(link):
        return identifying(link)
    return identifying(guid, keep_fragment=True) if is_uri(guid) else f"{feed}#{guid}"


def _is_whole(text: Entry | None, shortest: int) -> bool:
    words = _words(text["value"]) if text else ""
    return len(words) >= shortest and _CUT_SHORT.search(words[-40:]) is None


def _words(markup: str) -> str:
    return unescape(_TAG.sub("", _SCRIPT.sub("", markup))).strip()


def _longest(texts: Iterable[Entry]) -> Entry | None:
    held = [text for text in texts if (text.get("value") or "").strip()]
    return max(held, key=lambda text: len(text["value"]), default=None)


def _media_type(text: Entry | None) -> Literal["text/plain", "text/html"]:
    if text is None or text.get("type") != "text/plain" or _TAG.search(text["value"]):
        return "text/html"
    return "text/plain"


def _title(entry: Entry) -> str | None:
    title = entry.get("title") or ""
    return (_words(title) if _TAG.search(title) else title.strip()) or None


def _stated(entry: Entry, key: str) -> str | None:
    # Asked for with `in` first: feedparser answers for a missing date with another one.
    return (entry[key] or "").strip() or None if key in entry else None


def _updated(entry: Entry) -> datetime | None:
    if "updated_parsed" not in entry or not entry["updated_parsed"]:
        return None
    return datetime.fromtimestamp(timegm(entry["updated_parsed"]), UTC)
