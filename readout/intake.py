"""What sources give, put into parts for the next step; what is known already is only noted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus

from readout import staging
from readout.home import Home
from readout.identity import article_id
from readout.records import Article, Fetched, Rejected, Unchanged
from readout.tombstones import NOTHING, Tombstones, silenced, turned_away

# A part is the work of one task: some ten seconds of reading, so that two processes that share a
# few hundred articles end at nearly the same time; and at most so many rows.
PART_CHARACTERS = 300_000
PART_ARTICLES = 500

Outcome = Article | Rejected | Fetched


@dataclass(frozen=True, slots=True)
class _Notes:
    """Everything a source gave that is no new article."""

    rejects: list[Rejected] = field(default_factory=list)
    unchanged: list[Unchanged] = field(default_factory=list)
    fetches: list[Fetched] = field(default_factory=list)


def stage(
    outcomes: Iterable[Outcome],
    home: Home,
    known: AbstractSet[str],
    now: datetime,
    stones: Tombstones = NOTHING,
) -> Counter[str]:
    """Write everything a source gave as parts; returns how many inputs came in each state.

    `known` are the ids of the articles that the warehouse holds, cleaned by this program. What was
    taken down (`stones`) is turned away before a byte of it is written. What
    makes the next request conditional is written last: an answer is never taken for read while
    its articles could still be lost.
    """
    notes = _Notes()
    tally: Counter[str] = Counter()
    for part in _parts(_new(outcomes, known, notes, now, stones)):
        staging.write(home, staging.ARTICLES, part)
        tally["articles"] += len(part)
    staging.write_rejects(home, "ingest", notes.rejects)
    if notes.unchanged:
        staging.write(home, staging.UNCHANGED, notes.unchanged)
    if notes.fetches:
        staging.write(home, staging.FETCHES, notes.fetches)
    return tally + Counter(rejected=len(notes.rejects), unchanged=len(notes.unchanged))


def _new(
    outcomes: Iterable[Outcome],
    known: AbstractSet[str],
    notes: _Notes,
    now: datetime,
    stones: Tombstones,
) -> Iterator[Article]:
    for outcome in outcomes:
        if isinstance(outcome, Rejected):
            is_hidden = stones.covers(outcome.address, outcome.url)
            notes.rejects.append(silenced(outcome) if is_hidden else outcome)
        elif isinstance(outcome, Fetched):
            _note_fetch(outcome, notes, now, stones)
        elif stones.covers_article(outcome, identity := article_id(outcome)):
            notes.rejects.append(turned_away(outcome, now))
        elif identity in known:
            notes.unchanged.append(Unchanged(outcome.source, outcome.address, now, identity))
        else:
            yield outcome


def _note_fetch(fetched: Fetched, notes: _Notes, now: datetime, stones: Tombstones) -> None:
    if stones.covers(fetched.url):
        return  # its article is turned away; the answer itself is no input
    notes.fetches.append(fetched)
    if fetched.status == HTTPStatus.NOT_MODIFIED:
        notes.unchanged.append(Unchanged(fetched.source, fetched.url, now))


def _parts(articles: Iterable[Article]) -> Iterator[list[Article]]:
    part: list[Article] = []
    size = 0
    for article in articles:
        part.append(article)
        size += len(article.content)
        if size >= PART_CHARACTERS or len(part) >= PART_ARTICLES:
            yield part
            part, size = [], 0
    if part:
        yield part
