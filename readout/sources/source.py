"""A source: where articles come from, and on what terms."""

from dataclasses import dataclass, field
from typing import Literal

Format = Literal["text", "markdown", "html", "jsonl", "parquet", "feed", "sitemap", "warc"]
DateOrder = Literal["DMY", "MDY", "YMD"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a source is taken before it counts as broken or hostile.

    There is none on files that are read row by row: their size costs time and no memory.
    """

    article_bytes: int = 10_000_000  # one article, one line, one archived page
    listing_bytes: int = 50_000_000  # one feed or sitemap; the sitemap protocol's own limit
    download_bytes: int = 200_000_000  # one answer of a server, packed or not
    seconds: float = 30.0  # one answer of a server, redirects included, first byte to last
    pages: int = 1_000  # pages visited for one sitemap


@dataclass(frozen=True, slots=True)
class Source:
    """One input. `location` is a path, a glob or a URL; nothing is known of it until it is read.

    `name` begins the address of everything that has no better one, so it must not change.
    """

    name: str
    location: str
    catalogued: bool = False
    format: Format | None = None  # None: told by content and name
    limits: Limits = field(default_factory=Limits)
    allow_private: bool = False  # may its servers have addresses that are not public
    pause: float = 1.0  # seconds between two requests to one host
    date_order: DateOrder | None = None  # how its numeric dates are written

    @property
    def is_url(self) -> bool:
        """Whether it has to be asked for over a network."""
        return "://" in self.location
