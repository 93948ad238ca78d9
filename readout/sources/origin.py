"""What everything read out of one place has in common."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from readout.records import Article, Fetched, Rejected
from readout.sources.errors import IngestError
from readout.sources.source import Source
from readout.sources.urls import host, identifying

MediaType = Literal["text/plain", "text/markdown", "text/html"]
Outcome = Article | Rejected | Fetched
Outcomes = Iterator[Outcome]


@dataclass(frozen=True, slots=True)
class Origin:
    """A file or an answer of a server, and what is known of it before its content."""

    source: Source
    address: str
    now: datetime
    url: str | None = None
    media_type: str | None = None  # as the server says
    encoding: str | None = None  # as the server says

    def article(  # noqa: PLR0913 - the fields of an Article, each by name
        self,
        content: str | bytes,
        media_type: MediaType,
        *,
        address: str | None = None,
        url: str | None = None,
        title: str | None = None,
        published: str | None = None,
        publisher: str | None = None,
        encoding: str | None = None,
        fetched_at: datetime | None = None,
    ) -> Article:
        """An article from here. Its source is its own word, the catalogue's, its host, or ours."""
        page = url or self.url
        known = self.source.name if self.source.catalogued else None
        return Article(
            source=publisher or known or host(page) or self.source.name,
            address=address or self.address,
            media_type=media_type,
            content=content,
            fetched_at=fetched_at or self.now,
            url=identifying(page) if page else None,
            title=title,
            published=published,
            encoding=encoding,
        )

    def reject(
        self, problem: IngestError, *, address: str | None = None, url: str | None = None
    ) -> Rejected:
        """The reject that this problem ends as."""
        page = url or self.url
        return Rejected(
            source=self.source.name,
            address=address or self.address,
            stage="ingest",
            reason=problem.reason,
            error=problem.error,
            at=self.now,
            url=identifying(page) if page else None,
            attempts=problem.attempts,
        )
