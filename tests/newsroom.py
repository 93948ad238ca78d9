"""Articles, documents and mentions for tests of the warehouse, made from short sentences.

A newsroom stages what ingestion, cleaning and extraction would, and loads it into a real file.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from readout import staging, warehouse
from readout.cleaning import fingerprint
from readout.home import Home
from readout.identity import article_id, hash_id
from readout.records import (
    Argument,
    Article,
    Document,
    Extent,
    Extraction,
    Factuality,
    Mention,
    Status,
    When,
    Where,
)
from readout.warehouse import Balance

VERSIONS = {"cleaning": "c1", "extractor": "e1"}
NOW = datetime(2025, 3, 5, 12, tzinfo=UTC)
RUN_AT = re.compile(r"datetime\.datetime\(2025, 3, 5, 12, 0[^)]*\)")
TRIES = re.compile(r"then, \d+\)$")  # the last two columns of a reject

_ROLE = {"meeting": "participant", "deal_signing": "party", "statement": "speaker"}


def words(text: str, wanted: str) -> Extent:
    """Where these words stand in the text."""
    start = text.index(wanted)
    return Extent(start, start + len(wanted))


def day(text: str, wanted: str, iso: str) -> When:
    """The day that these words name."""
    start = datetime.fromisoformat(iso)
    return When(start, start + timedelta(days=1), "day", "explicit", words(text, wanted))


def place(text: str, wanted: str, country: str | None = None) -> Where:
    """The place that these words name."""
    return Where(words(text, wanted), wanted, country)


def told(
    text: str,
    kind: str,
    trigger: str,
    actors: Sequence[str] = (),
    status: Status = "occurred",
    **more: Any,
) -> Mention:
    """A mention in a text, its evidence the whole text; actors are named as the text has them."""
    arguments = [
        Argument(_ROLE[kind], words(text, name), name, hash_id("actor", name)) for name in actors
    ]
    arguments += [
        Argument(role, words(text, said)) for role, said in more.pop("arguments", {}).items()
    ]
    mention = Mention(
        kind=kind,
        trigger=words(text, trigger),
        evidence=Extent(0, len(text)),
        arguments=tuple(arguments),
        factuality=Factuality(status),
        confidence=0.9,
        rule="test",
    )
    return replace(mention, **more)


@dataclass(frozen=True, slots=True)
class Story:
    """An article and what is found in it."""

    text: str
    mentions: tuple[Mention, ...] = ()
    address: str = ""
    source: str = "wire"
    title: str | None = None
    published_at: datetime | None = NOW
    fetched_at: datetime = NOW

    @property
    def article(self) -> Article:
        """The story as its source gives it."""
        published = self.published_at.isoformat() if self.published_at else None
        address = self.address or f"test:{hash_id(self.text)}"
        return Article(
            self.source,
            address,
            "text/plain",
            self.text,
            self.fetched_at,
            url=address if address.startswith("http") else None,
            title=self.title,
            published=published,
        )

    @property
    def document(self) -> Document:
        """The story as cleaning would give it."""
        article = self.article
        return Document(
            hash_id(article.address, article.title, self.text),
            article_id(article),
            article.address,
            article.source,
            self.text,
            article.url,
            article.title,
            self.published_at,
            article.fetched_at,
            content_hash=fingerprint.content_hash(self.text),
            signature=fingerprint.signature(self.text),
        )

    @property
    def extraction(self) -> Extraction:
        """The story as extraction would give it."""
        return Extraction(self.document.document_id, self.mentions, ())


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A home in a folder of the test, and the four steps over stories."""

    path: Path
    versions: Mapping[str, str] = field(default_factory=lambda: dict(VERSIONS))

    @property
    def home(self) -> Home:
        """Its home."""
        return Home(self.path)

    def stage(self, stories: Sequence[Story]) -> str:
        """Stages the stories as one part that has come all the way; returns its name."""
        part = staging.write(self.home, staging.ARTICLES, [story.article for story in stories])
        documents = list({story.document.document_id: story for story in stories}.values())
        staging.write(
            self.home,
            staging.DOCUMENTS,
            [story.document for story in stories],
            part,
            self.versions["cleaning"],
        )
        staging.write(
            self.home,
            staging.EXTRACTIONS,
            [story.extraction for story in documents],
            part,
            self.versions["extractor"],
        )
        return part

    def load(self, run_id: str = "run", now: datetime = NOW) -> Balance:
        """Loads what is staged, and publishes."""
        with self.home.lock():
            con = warehouse.open(self.home)
            try:
                warehouse.start_run(con, run_id, self.versions, now)
                balance = warehouse.load(con, self.home, run_id, self.versions, now)
                warehouse.finish_run(con, run_id, "completed", now)
                warehouse.publish(con, self.home)
            finally:
                con.close()
        return balance

    def run(self, *stories: Story, run_id: str = "run", now: datetime = NOW) -> Balance:
        """Stages and loads the stories."""
        if stories:
            self.stage(stories)
        return self.load(run_id, now)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What a reader sees."""
        table = warehouse.query(self.home, sql)
        return [tuple(row.values()) for row in table.to_pylist()]

    def timeless(self) -> dict[str, list[str]]:
        """Its contents but for when the runs were, in which two ways to one end may differ.

        Nor how often what was turned away was tried: a run that was killed had tried, too.
        """
        return {
            name: sorted(TRIES.sub("then, often)", RUN_AT.sub("then", row)) for row in rows)
            for name, rows in self.contents().items()
        }

    def contents(self) -> dict[str, list[str]]:
        """Every table of the snapshot but the record of runs, its rows in order."""
        with warehouse.connect(self.home) as con:
            tables = con.execute(
                "select table_name, column_name from information_schema.columns "
                "where table_schema = 'store' and table_name not in ('runs', 'inputs', "
                "'loaded_parts', 'known_actors', 'event_types', 'told', 'participants', "
                "'changes', 'tombstones') "
                "order by all"
            ).fetchall()
            names = sorted({name for name, _ in tables})
            return {
                name: sorted(map(repr, con.execute(f"from store.{name}").fetchall()))
                for name in names
            }
