"""How well mentions across documents become events, on the set of `tests/linking/happenings`.

    python -m benchmarks.linking [--show development|held_out|all]

All reports are read into one home by the program itself. Rules are tuned on the development half
and judged on the other, so show the other's faults only when nothing is tuned any more.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import extractors
from benchmarks.coreference import Agreement, b_cubed, members, pairs
from readout import cleaning, staging, tabular, warehouse
from readout.cleaning import document
from readout.home import Home
from readout.records import Article, Document, Extraction
from tests.linking.happenings import FOLDER, Group, Happening, Report, groups

NOW = datetime(2027, 1, 1, tzinfo=UTC)
VERSIONS = {"cleaning": cleaning.VERSION, "extractor": extractors.version()}
SETS = ("development", "held_out", "all")


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
    mentions: tuple[Mention, ...]
    tellings: frozenset[tuple[str, str]]  # (url, happening) that a reader finds

    def of(self, which: str) -> "Linked":
        """The part of a set: its happenings, and every mention in their company."""
        chosen = {key: h for key, h in self.happenings.items() if which in {h.set, "all"}}
        told = frozenset(one for one in self.tellings if one[1] in chosen)
        urls = {url for url, _ in told}
        return Linked(chosen, tuple(m for m in self.mentions if m.url in urls), told)

    @property
    def marked(self) -> dict[str, Mention]:
        """The mentions that tell of a happening of the set, by their ids."""
        return {m.mention_id: m for m in self.mentions if m.happening_id in self.happenings}

    @property
    def missed(self) -> list[tuple[str, str]]:
        """The tellings of which the program found no mention."""
        found = {(m.url, m.happening_id) for m in self.marked.values()}
        return sorted(one for one in self.tellings if one not in found)


@dataclass(frozen=True, slots=True)
class Figures:
    """What the bars stand on; shares from 0 to 1."""

    happenings: int
    told_in_passing: int
    tellings: int
    tellings_found: float
    mentions: int
    agreement: Agreement  # over the mentions found
    with_missed: Agreement  # the same, with each missed telling as an event of its own
    pairs_merged: int
    false_merges: float  # of the pairs merged
    unmarked: int
    unmarked_merged: int  # mentions that nobody marked, in the events of those marked


def read(read_groups: Iterable[Group], home: Home) -> Linked:
    """Runs the program over the reports: cleaning, extraction, loading, linking, publishing."""
    told_in = tuple(read_groups)
    reports = {report.url: report for group in told_in for report in group.reports}
    documents = _load([*reports.values()], home)
    rows = tabular.rows(warehouse.query(home, "from mentions"))
    rows = [row for row in rows if row["kind"] in {"meeting", "deal_signing"}]
    happenings = {h.happening_id: h for group in told_in for h in group.happenings}
    mentions = (_mention(row, documents[row["document_id"]], reports, happenings) for row in rows)
    told = frozenset((r.url, t.happening_id) for r in reports.values() for t in r.tellings)
    return Linked(happenings, tuple(sorted(mentions, key=lambda m: (m.url, m.start))), told)


def _load(reports: list[Report], home: Home) -> dict[str, Document]:
    articles = [_article(report) for report in reports]
    documents = [_document(article) for article in articles]
    found = [*extractors.extract(documents)]
    whole = [one for one in found if isinstance(one, Extraction)]
    if len(whole) < len(found):
        raise RuntimeError("extraction failed in some report of the set")
    part = staging.write(home, staging.ARTICLES, articles)
    staging.write(home, staging.DOCUMENTS, documents, part, VERSIONS["cleaning"])
    staging.write(home, staging.EXTRACTIONS, whole, part, VERSIONS["extractor"])
    with home.lock():
        con = warehouse.open(home)
        warehouse.start_run(con, "run", VERSIONS, NOW)
        warehouse.load(con, home, "run", VERSIONS, NOW)
        warehouse.finish_run(con, "run", "completed", NOW)
        warehouse.publish(con, home)
    return {one.document_id: one for one in documents}


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
    outcome = document.clean(article, NOW)
    if not isinstance(outcome, Document):
        raise TypeError(f"a report of the set was turned away: {outcome.error}")
    return outcome


def _mention(
    row: dict[str, Any],
    document: Document,
    reports: dict[str, Report],
    happenings: dict[str, Happening],
) -> Mention:
    start, end = row["trigger_start"], row["trigger_end"]
    told = (
        happening_id
        for first, last, happening_id in _marks(reports[document.address], document.text)
        if happenings[happening_id].kind == row["kind"] and first < end and start < last
    )
    around = document.text[max(0, start - 60) : end + 60].replace("\n", " ")
    shown = f"[{row['trigger_text']}] {row['status']} {row['date_start'] or ''} … {around} …"
    return Mention(
        row["mention_id"],
        row["event_id"],
        row["kind"],
        document.address,
        start,
        shown,
        next(told, None),
    )


def _marks(report: Report, text: str) -> Iterator[tuple[int, int, str]]:
    for telling in report.tellings:
        for words in telling.words:
            start = text.index(words)
            yield start, start + len(words), telling.happening_id


def figures(linked: Linked) -> Figures:
    """The figures of a set, or of a part of it."""
    gold = {key: m.happening_id or "" for key, m in linked.marked.items()}
    found = {key: m.event_id for key, m in linked.marked.items()}
    alone = {f"{url} {happening_id}": happening_id for url, happening_id in linked.missed}
    merged, right = pairs(found), pairs(gold)
    main = {key for key, h in linked.happenings.items() if not h.in_passing}
    tellings = [one for one in linked.tellings if one[1] in main]
    missed = [one for one in linked.missed if one[1] in main]
    counted = [key for key, happening_id in gold.items() if happening_id in main]
    every_gold, every_found = gold | alone, found | {key: key for key in alone}
    return Figures(
        len(main),
        len(linked.happenings) - len(main),
        len(tellings),
        1 - len(missed) / len(tellings),
        len(counted),
        b_cubed(gold, found, counted),
        b_cubed(
            every_gold, every_found, [key for key, value in every_gold.items() if value in main]
        ),
        len(merged),
        len(merged - right) / max(1, len(merged)),
        len(linked.mentions) - len(gold),
        len(unmarked_merged(linked)),
    )


def unmarked_merged(linked: Linked) -> list[Mention]:
    """Mentions that nobody marked and that are in one event with some that were."""
    events = {m.event_id for m in linked.marked.values()}
    return [m for m in linked.mentions if m.happening_id is None and m.event_id in events]


def wrong_merges(linked: Linked) -> dict[tuple[str, ...], list[Mention]]:
    """The mentions of each event that holds several happenings, by the names of these."""
    marked = linked.marked
    events = members({key: m.event_id for key, m in marked.items()})
    wrong: dict[tuple[str, ...], list[Mention]] = {}
    for keys in events.values():
        names = tuple(sorted({str(marked[key].happening_id) for key in keys}))
        if len(names) > 1:
            wrong.setdefault(names, []).extend(marked[key] for key in sorted(keys))
    return wrong


def split(linked: Linked) -> dict[str, list[list[Mention]]]:
    """The happenings that became several events, and the mentions of each event."""
    marked = linked.marked
    found = {}
    for name, keys in sorted(members({k: str(m.happening_id) for k, m in marked.items()}).items()):
        events = members({key: marked[key].event_id for key in keys})
        if len(events) > 1:
            parts = sorted(events.values(), key=lambda part: (-len(part), min(part)))
            found[name] = [[marked[key] for key in sorted(part)] for part in parts]
    return found


def main() -> None:
    """Prints the figures of each half and of all, and the faults that are asked for."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    options.add_argument("--show", choices=SETS, help="list the faults of this part of the set")
    options.add_argument("--folder", type=Path, default=FOLDER)
    chosen = options.parse_args()
    started = time.perf_counter()
    with TemporaryDirectory() as folder:
        linked = read(groups(chosen.folder), Home(Path(folder)))
    _print_figures({which: figures(linked.of(which)) for which in SETS if _has(linked, which)})
    print(f"{time.perf_counter() - started:.0f} s")
    if chosen.show:
        _print_faults(linked.of(chosen.show))


def _has(linked: Linked, which: str) -> bool:
    return bool(linked.of(which).happenings)


def _print_figures(columns: dict[str, Figures]) -> None:
    print(f"{'':34}" + "".join(f"{which:>14}" for which in columns))
    lines: dict[str, Callable[[Figures], str]] = {
        "happenings (and told in passing)": lambda f: f"{f.happenings} (+{f.told_in_passing})",
        "tellings": lambda f: f"{f.tellings}",
        "  found": lambda f: f"{f.tellings_found:.3f}",
        "mentions": lambda f: f"{f.mentions}",
        "B³ precision": lambda f: f"{f.agreement.precision:.3f}",
        "B³ recall": lambda f: f"{f.agreement.recall:.3f}",
        "B³ F": lambda f: f"{f.agreement.f:.3f}",
        "B³ F, missed tellings alone": lambda f: f"{f.with_missed.f:.3f}",
        "pairs merged": lambda f: f"{f.pairs_merged}",
        "  of them false": lambda f: f"{f.false_merges:.2%}",
        "mentions nobody marked": lambda f: f"{f.unmarked}",
        "  merged with marked ones": lambda f: f"{f.unmarked_merged}",
    }
    for label, shown in lines.items():
        print(f"{label:34}" + "".join(f"{shown(column):>14}" for column in columns.values()))


def _print_faults(linked: Linked) -> None:
    print("\n== tellings missed")
    for url, happening_id in linked.missed:
        print(f"{happening_id:32} {url}")
    print("\n== merged, and are apart")
    for names, mentions in sorted(wrong_merges(linked).items()):
        print(" + ".join(names))
        for mention in mentions:
            print(f"    {mention.happening_id:30} {mention.url}\n        {mention.shown}")
    print("\n== one happening, several events")
    for name, parts in split(linked).items():
        print(f"{name}: {'/'.join(str(len(part)) for part in parts)}")
        for number, part in enumerate(parts):
            for mention in part:
                print(f"    {number} {mention.url}\n        {mention.shown}")
    print("\n== nobody marked them, and they were merged with marked ones")
    for mention in unmarked_merged(linked):
        others = Counter(
            str(m.happening_id) for m in linked.marked.values() if m.event_id == mention.event_id
        )
        print(f"{', '.join(others):32} {mention.url}\n        {mention.shown}")


if __name__ == "__main__":
    main()
