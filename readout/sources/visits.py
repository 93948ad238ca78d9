"""Pages that a feed or sitemap names: visited politely, and not again without need."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from readout.records import Fetched, Rejected, Validators
from readout.sources.answers import Answer
from readout.sources.detection import HEAD_BYTES, detect
from readout.sources.errors import IngestError
from readout.sources.fetching import Fetcher
from readout.sources.gunzip import head_of, unpacked
from readout.sources.origin import Origin, Outcomes
from readout.sources.plain import html, text
from readout.sources.urls import identifying

_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Link:
    """A page and what is said of it where it is named."""

    url: str
    address: str
    title: str | None = None
    published: str | None = None
    updated: datetime | None = None


@dataclass(frozen=True, slots=True)
class Visits:
    """The way to other pages; without a fetcher there is none, and each is a reject."""

    fetcher: Fetcher | None
    validators: Mapping[str, Validators]

    def get(self, url: str, origin: Origin, limit: int) -> Answer:
        """What the server answers, conditionally if it was asked before. Raises IngestError."""
        if self.fetcher is None:
            raise IngestError("not fetched", "it is on the web, and this run reads no web pages")
        known = self.validators.get(identifying(url))
        return self.fetcher.get(url, origin.source, limit=limit, validators=known)

    def page(self, link: Link, origin: Origin) -> Outcomes:
        """The page's article and that it was fetched; or its reject. Nothing if it is unchanged."""
        if (seen := self._seen_since(link)) is not None:
            yield Fetched(
                origin.source.name,
                identifying(link.url),
                _NOT_MODIFIED,
                seen.at or origin.now,
                seen.etag,
                seen.last_modified,
            )
            return
        try:
            answer = self.get(link.url, origin, origin.source.limits.article_bytes)
            yield from answered(answer, link.url, origin, lambda: _article(answer, link, origin))
        except IngestError as problem:
            yield origin.reject(problem, address=link.address, url=link.url)

    def _seen_since(self, link: Link) -> Validators | None:
        known = self.validators.get(identifying(link.url))
        if known is None or known.at is None or link.updated is None:
            return None
        return known if link.updated <= known.at else None


def answered(
    answer: Answer, url: str, origin: Origin, contents: Callable[[], Outcomes]
) -> Outcomes:
    """The contents of an answer, and at the very end that it was fetched.

    At the end, so that nothing is held to be read that was not. For the same reason its
    validators are kept back if anything in it was rejected: next time it must come whole.
    """
    fetched = Fetched(
        origin.source.name,
        identifying(url),
        answer.status,
        origin.now,
        answer.etag,
        answer.last_modified,
    )
    with answer.body:
        if answer.status != _NOT_MODIFIED:
            for outcome in contents():
                if isinstance(outcome, Rejected):
                    fetched = replace(fetched, etag=None, last_modified=None)
                yield outcome
    yield fetched


def _article(answer: Answer, link: Link, origin: Origin) -> Outcomes:
    here = replace(
        origin,
        address=link.address,
        url=answer.url,
        media_type=answer.media_type,
        encoding=answer.encoding,
    )
    form = detect(head_of(answer.body, HEAD_BYTES), "", answer.media_type)
    stream = unpacked(answer.body)
    if form not in {"html", "text"}:
        raise IngestError("not a page", f"the linked page is {form} and no article")
    for article in html(stream, here) if form == "html" else text(stream, here):
        yield replace(
            article,
            title=link.title or article.title,
            published=link.published or article.published,
        )
