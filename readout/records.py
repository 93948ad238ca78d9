"""The records that pass from step to step, each named by its stage.

Offsets are code points into `Document.text`; text is never copied where an offset will do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Status = Literal[
    "occurred",
    "ongoing",
    "planned",
    "proposed",
    "conditional",
    "cancelled",
    "postponed",
    "denied",
]
Precision = Literal["minute", "day", "week", "month", "quarter", "year", "none"]
Basis = Literal["explicit", "relative to publication", "relative to another date", "none"]
Stage = Literal["ingest", "clean", "extract", "load"]


@dataclass(frozen=True, slots=True, order=True)
class Extent:
    """A stretch of a document's text, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: "Extent") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Extent") -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    """What a source gave, as it gave it.

    `address` is what stays the same when the article is edited: a feed item's guid, else its URL,
    else the file's place. `published` is the source's own word, not yet understood.
    `content` is bytes when nobody has said how they are encoded.
    """

    source: str
    address: str
    media_type: Literal["text/plain", "text/markdown", "text/html"]
    content: str | bytes
    fetched_at: datetime
    url: str | None = None
    title: str | None = None
    published: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that went no further, with the step that stopped it and why."""

    source: str
    address: str
    stage: Stage
    reason: str  # a word or two, countable: "empty", "language", "http 404", "too large"
    error: str  # a sentence: what, where, what to do
    at: datetime
    url: str | None = None
    attempts: int = 1


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An input that gave what the warehouse already holds.

    Without an `article_id` it is a URL that answered "not modified".
    """

    source: str
    address: str
    at: datetime
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class Validators:
    """What lets the next request for a URL be conditional (RFC 9110, section 8.8)."""

    etag: str | None = None
    last_modified: str | None = None
    at: datetime | None = None  # when it was last read


@dataclass(frozen=True, slots=True)
class Fetched:
    """A URL that answered. Without validators, next time it is to be asked for whole."""

    source: str
    url: str
    status: int
    at: datetime
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a report: KYIV, March 3 (Agency) —."""

    extent: Extent
    place: Extent | None = None
    date: Extent | None = None
    agency: Extent | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned article: what extraction reads, and what every offset points into.

    `document_id` is a hash of address, title and text, so an edit is another document
    at the same address.
    """

    document_id: str
    article_id: str
    address: str
    source: str
    text: str
    url: str | None = None
    title: str | None = None
    published_at: datetime | None = None  # UTC; midnight when only the day is known
    fetched_at: datetime | None = None
    language: str = "en"
    dateline: Dateline | None = None
    content_hash: str = ""
    signature: tuple[int, ...] = ()  # MinHash, for near-duplicates


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what takes part in an event, and as what.

    `name` is who the words stand for, when they are a pronoun, a title or a short name.
    """

    role: str
    extent: Extent
    name: str | None = None
    actor_id: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """An interval `[start, end)`, as precise as the words are, and the words.

    Naive local time of the report. Never without words or a dateline: no date is invented.
    """

    start: datetime
    end: datetime
    precision: Precision
    basis: Basis
    extent: Extent


@dataclass(frozen=True, slots=True)
class Where:
    """A place by its words, and its country (ISO 3166 alpha-2) where it is certain."""

    extent: Extent
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Factuality:
    """Whether the event happened, according to the text, and the words that decided it."""

    status: Status
    cue: Extent | None = None
    attributed_to: str | None = None  # who says so, when it is not the report itself


@dataclass(frozen=True, slots=True)
class Mention:
    """One telling of one event, proved by its words.

    `attributes` holds what only this kind of event has: a meeting's `format`; a statement's
    `quote_type`, `speech_act`, `medium`; a deal's `stage`, `instrument`, `deal`, `value`
    (a plain number), `currency` (ISO 4217).
    """

    kind: str
    trigger: Extent
    evidence: Extent
    arguments: tuple[Argument, ...]
    factuality: Factuality
    confidence: float
    rule: str
    when: When | None = None
    where: Where | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)

    def having(self, role: str) -> tuple[Argument, ...]:
        """The arguments in this role, in the order found."""
        return tuple(argument for argument in self.arguments if argument.role == role)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document."""

    document_id: str
    mentions: tuple[Mention, ...]
    dates: tuple[When, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that extraction could not stand, and what it said."""

    document_id: str
    error: str
