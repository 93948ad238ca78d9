"""Sitemaps and sitemap indexes: every page they name, as far as the limit of pages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import BinaryIO, Literal

from lxml import etree

from readout.sources.errors import IngestError
from readout.sources.gunzip import unpacked
from readout.sources.origin import Origin, Outcomes
from readout.sources.streams import bounded
from readout.sources.urls import identifying, web
from readout.sources.visits import Link, Visits, answered

_DEEPEST = 3  # the protocol allows one index above sitemaps; some sites have two
_DATE_ONLY = len("2025-03-05")


class _EnoughError(IngestError):
    """The limit of pages is reached, wherever in the tree of sitemaps."""


def articles(stream: BinaryIO, origin: Origin, visits: Visits) -> Outcomes:
    """The article, reject or fetched page of every page named; those of nested sitemaps too.

    A nested sitemap that fails is a reject. Raises IngestError "truncated", "corrupt", "empty" or
    "too large" after the pages before the damage, and "too many" at the source's limit of pages.
    """
    yield from _visited(stream, origin, visits, iter(range(origin.source.limits.pages)), 1)


def _visited(
    stream: BinaryIO, origin: Origin, visits: Visits, budget: Iterator[int], depth: int
) -> Outcomes:
    for kind, link in _entries(bounded(stream, origin.source.limits.listing_bytes)):
        if kind == "sitemap" and depth == _DEEPEST:
            problem = IngestError("too deep", f"sitemaps lie more than {_DEEPEST} deep")
            yield origin.reject(problem, address=link.address, url=link.url)
        elif kind == "sitemap":
            yield from _nested(link, origin, visits, budget, depth + 1)
        elif next(budget, None) is None:
            limit = origin.source.limits.pages
            raise _EnoughError("too many", f"it names more than {limit:,} pages, the limit")
        else:
            yield from visits.page(link, origin)


def _nested(
    link: Link, origin: Origin, visits: Visits, budget: Iterator[int], depth: int
) -> Outcomes:
    try:
        answer = visits.get(link.url, origin, origin.source.limits.listing_bytes)
        here = replace(origin, address=link.address, url=answer.url)
        yield from answered(
            answer,
            link.url,
            here,
            lambda: _visited(unpacked(answer.body), here, visits, budget, depth),
        )
    except _EnoughError:
        raise
    except IngestError as problem:
        yield origin.reject(problem, address=link.address, url=link.url)


def _entries(stream: BinaryIO) -> Iterator[tuple[Literal["url", "sitemap"], Link]]:
    found = 0
    try:
        # No entities, no network: an XML file may name files of this machine.
        for _, element in etree.iterparse(
            stream, tag=("{*}url", "{*}sitemap"), resolve_entities=False, no_network=True
        ):
            if link := _link(element):
                found += 1
                yield "sitemap" if etree.QName(element).localname == "sitemap" else "url", link
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        reason = "truncated" if "Premature end" in str(error) else "corrupt"
        raise IngestError(reason, f"the sitemap is not whole XML: {error}") from error
    if not found:
        raise IngestError("empty", "the sitemap names no pages")


def _link(element: etree._Element) -> Link | None:
    url = web(_text(element, "{*}loc"))
    if url is None:
        return None
    return Link(
        url,
        identifying(url),
        title=_text(element, "{*}news/{*}title"),
        published=_text(element, "{*}news/{*}publication_date"),
        updated=_moment(_text(element, "{*}lastmod")),
    )


def _text(element: etree._Element, path: str) -> str | None:
    return (element.findtext(path) or "").strip() or None


def _moment(stated: str | None) -> datetime | None:
    """The latest moment a W3C date can mean: a day without an hour may be its last one."""
    try:
        moment = datetime.fromisoformat(stated or "")
    except ValueError:
        return None
    if len(stated or "") == _DATE_ONLY:
        moment += timedelta(days=1)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
