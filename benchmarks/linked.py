"""The set of `tests/linking/happenings` as the program links it: its mentions and their events."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, get_args

import extractors
from readout import cleaning, staging, tabular, warehouse
from readout.home import Home
from readout.records import Article, Document, Extent, Extraction, Failure, Rejected
from tests.linking.happenings import Group, Happening, Kind, LookAlikes, Report

NOW = datetime(2027, 1, 1, tzinfo=UTC)
VERSIONS = {"cleaning": cleaning.VERSION, "extractor": extractors.version()}
AROUND = 60  # characters of the text shown on each side of a trigger
_MENTIONS = """
select *, (
    select string_agg(a.role || ' ' || coalesce(a.actor_id, a."text"), ', ' order by a.start_char)
    from arguments as a
    where a.mention_id = mentions.mention_id and a.role not in ('topic', 'time', 'content')
) as arguments
from mentions
"""


@dataclass(frozen=True, slots=True)
class Mention:
    """What the program found, and what it tells of: None where nobody marked anything."""

    mention_id: str
    event_id: str
    kind: str
    url: str
    start: int
    shown: str
    happening_id: str | None


@dataclass(frozen=True, slots=True)
class Linked:
    """The whole set as the program links it."""

    happenings: dict[str, Happening]
    look_alikes: tuple[LookAlikes, ...]
    mentions: tuple[Mention, ...]
    tellings: frozenset[tuple[str, str]]  # (url, happening) that a reader finds

    def of(self, which: str) -> "Linked":
        """The part of a set: its happenings, and every mention in their company."""
        chosen = {key: h for key, h in self.happenings.items() if which in {h.set, "all"}}
        told = frozenset(one for one in self.tellings if one[1] in chosen)
        alike = tuple(one for one in self.look_alikes if one.apart[0] in chosen)
        urls = {url for url, _ in told}
        return Linked(chosen, alike, tuple(m for m in self.mentions if m.url in urls), told)

    @property
    def marked(self) -> dict[str, Mention]:
        """The mentions that tell of a happening of the set, by their ids."""
        return {m.mention_id: m for m in self.mentions if m.happening_id in self.happenings}

    @property
    def missed(self) -> list[tuple[str, str]]:
        """The tellings of which the program found no mention."""
        found = {(m.url, m.happening_id) for m in self.marked.values()}
        return sorted(one for one in self.tellings if one not in found)


def read(chosen: Iterable[Group], home: Home) -> Linked:
    """Runs the program over the reports of the groups, all in one home that is empty before."""
    of_set = tuple(chosen)
    reports = {report.url: report for group in of_set for report in group.reports}
    happenings = {h.happening_id: h for group in of_set for h in group.happenings}
    documents = _load([*reports.values()], home)
    mentions = []
    for row in tabular.rows(warehouse.query(home, _MENTIONS)):
        if row["kind"] in get_args(Kind):
            document = documents[row["document_id"]]
            mentions.append(_mention(row, document, reports[document.address], happenings))
    return Linked(
        happenings,
        tuple(one for group in of_set for one in group.look_alikes),
        tuple(sorted(mentions, key=lambda mention: (mention.url, mention.start))),
        frozenset((r.url, told.happening_id) for r in reports.values() for told in r.tellings),
    )


def _load(reports: list[Report], home: Home) -> dict[str, Document]:
    articles = [_article(report) for report in reports]
    documents = [_document(article) for article in articles]
    extractions = [_whole(outcome) for outcome in extractors.extract(documents)]
    part = staging.write(home, staging.ARTICLES, articles)
    staging.write(home, staging.DOCUMENTS, documents, part, VERSIONS["cleaning"])
    staging.write(home, staging.EXTRACTIONS, extractions, part, VERSIONS["extractor"])
    with home.lock():
        con = warehouse.open(home)
        warehouse.start_run(con, "run", VERSIONS, NOW)
        warehouse.load(con, home, "run", VERSIONS, NOW)
        warehouse.finish_run(con, "run", "completed", NOW)
        warehouse.publish(con, home)
    return {document.document_id: document for document in documents}


def _article(report: Report) -> Article:
    return Article(
        report.source,
        report.url,
        "text/plain",
        report.text,
        NOW,
        url=report.url,
        title=report.title,
        published=report.published.isoformat(),
    )


def _document(article: Article) -> Document:
    outcome = cleaning.clean(article, NOW)
    if isinstance(outcome, Rejected):
        raise TypeError(f"a report of the set was turned away: {outcome.error}")
    return outcome


def _whole(outcome: Extraction | Failure) -> Extraction:
    if isinstance(outcome, Failure):
        raise TypeError(f"a report of the set was not read: {outcome.error}")
    return outcome


def _mention(
    row: dict[str, Any], document: Document, report: Report, happenings: dict[str, Happening]
) -> Mention:
    text, trigger = document.text, Extent(row["trigger_start"], row["trigger_end"])
    told = (
        happening_id
        for extent, happening_id in _marks(report, text)
        if happenings[happening_id].kind == row["kind"] and extent.overlaps(trigger)
    )
    around = text[max(0, trigger.start - AROUND) : trigger.end + AROUND].replace("\n", " ")
    when = f"{row['date_start']:%Y-%m-%d}" if row["date_start"] else "no date"
    return Mention(
        row["mention_id"],
        row["event_id"],
        row["kind"],
        document.address,
        trigger.start,
        f"[{trigger.of(text)}] {row['status']}, {when}, {row['place'] or 'no place'}, "
        f"{row['arguments'] or 'nobody'}: … {around} …",
        next(told, None),
    )


def _marks(report: Report, text: str) -> Iterator[tuple[Extent, str]]:
    for telling in report.tellings:
        for words in telling.words:
            start = text.index(words)
            yield Extent(start, start + len(words)), telling.happening_id
