"""One row of a table of articles, whatever the table is kept in."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from readout.records import Article
from readout.sources.errors import IngestError
from readout.sources.origin import MediaType, Origin
from readout.sources.urls import identifying, is_uri

CONTENT_FIELDS = ("text", "html", "content")  # in order of preference; empty ones do not count
FIELDS = ("id", "guid", "url", "title", "published", "source", *CONTENT_FIELDS)
_TAG = re.compile(r"(?i)</(?:p|div|html|body|article|span|h[1-6]|li|a)\s*>|<br\s*/?>|<p>|<!doctype")


def article_of_row(row: Mapping[str, Any], origin: Origin, place: str) -> Article:
    """The article in a row; `place` is where in the file: "line 3".

    `text` is preferred to `html`: whoever made the row already chose what the article's words are.
    The address is `id` (or `guid`), else `url`, else file and place; an id that is no URI is
    unique in its file only. Raises IngestError "no text", "bad field" or "too large".
    """
    values = {name: _string(name, row.get(name), place) for name in FIELDS}
    name = next((name for name in CONTENT_FIELDS if values[name]), None)
    if name is None:
        raise IngestError("no text", f"{place} has no text, html or content")
    content = values[name] or ""
    limit = origin.source.limits.article_bytes
    if len(content) > limit:
        raise IngestError("too large", f"{place} holds more than {limit:,} characters")
    return origin.article(
        content,
        _media_type(name, content),
        address=_address(values["id"] or values["guid"], values["url"], origin, place),
        url=values["url"],
        title=values["title"],
        published=values["published"],
        publisher=values["source"],
    )


def _address(identity: str | None, url: str | None, origin: Origin, place: str) -> str:
    if identity:
        return identity if is_uri(identity) else f"{origin.address}#{identity}"
    return identifying(url) if url else f"{origin.address}#{place.replace(' ', '-')}"


def _media_type(name: str, content: str) -> MediaType:
    is_html = name == "html" or (name == "content" and _TAG.search(content) is not None)
    return "text/html" if is_html else "text/plain"


def _string(name: str, value: object, place: str) -> str | None:
    match value:
        case None:
            return None
        case str():
            # An unpaired surrogate is a legal JSON escape and an illegal character.
            text = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            return text if text.strip() else None
        case date() | datetime():
            return value.isoformat()
        case int() | float():
            return str(value)
        case _:
            kind = type(value).__name__
            raise IngestError("bad field", f"{place}: {name} must be a string, not a {kind}")
