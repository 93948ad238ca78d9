"""Says how the rows that came out of the seed articles differ from what a careful reader marks.

`seeds/articles/expected/<file name>.toml` holds a `[[document]]` for each article in the file:

- `url`, or `contains`, words of its text alone, where it has none: by these its row is known
- `state`: `loaded`; `nothing_found`; `duplicate` (`of` a URL; its `likeness`, exact or near);
  `superseded` (a newer file has the same address; `contains` are words of this version alone);
  `rejected` (with `stage` and `reason` where they matter)
- of a loaded one `title`, `published` (a day), `text_has` and `text_lacks` (lists of words)
- `[[document.mention]]`: a mention that must be there. Found by `kind` and `trigger` (one or
  several that will do) and `evidence`, words of its sentence; a statement by its `content`.
  All other fields are compared: see `seed_matching.FIELDS`. Names are "or" with "|"; `date` is a
  day, "start/end" or "none". Mentions with the same `event` are one event, with different ones not.
- `[[document.absent]]`: the same fields; no mention may have them all.

`known_gap = true` marks an entry that the program is known to get wrong. It is reported apart, and
is a difference once the program gets it right. `known_gap_events` lists such `event` names.
"""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.flows.seed_matching import FIELDS, Found, Row, mismatches, selects
from tests.flows.seed_states import Views, is_of, mentions_of, state_faults

STATES = ("loaded", "nothing_found", "duplicate", "superseded", "rejected")
VIEWS = (
    *("documents_v1", "mentions_v1", "arguments_v1", "statements_v1"),
    *("meetings_v1", "deal_signings_v1", "rejects_v1"),
)
KEYS = {
    *("url", "contains", "state", "of", "likeness", "stage", "reason", "title", "published"),
    *("text_has", "text_lacks", "mention", "absent", "known_gap", "note"),
}


@dataclass(frozen=True, slots=True)
class Report:
    """`differences` must be empty; `known_gaps` are faults that are known and still there."""

    differences: tuple[str, ...]
    known_gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was seen of one expectation: its faults, and whether they are a known gap."""

    about: str
    faults: tuple[str, ...]
    known_gap: bool = False
    event: str | None = None
    event_id: str | None = None


def read_expectations(folder: Path) -> dict[str, dict[str, Any]]:
    """What `folder/*.toml` say, by the name of the article file each speaks of."""
    paths = sorted(folder.glob("*.toml"))
    return {
        path.name.removesuffix(".toml"): tomllib.loads(path.read_text("utf-8")) for path in paths
    }


def balance(expected: Mapping[str, Row]) -> Counter[str]:
    """How many articles must end in each state; a superseded one was loaded and then replaced."""
    states = (document["state"] for file in expected.values() for document in file["document"])
    return Counter("loaded" if state == "superseded" else state for state in states)


def compare(expected: Mapping[str, Row], views: Views) -> Report:
    """Every difference between the expectations of all files and the rows of the `*_v1` views.

    Raises:
        ValueError: for a word in an expectation that means nothing.
    """
    verdicts = [one for name, file in expected.items() for one in _file_verdicts(name, file, views)]
    gaps = {event for file in expected.values() for event in file.get("known_gap_events", [])}
    verdicts += _event_verdicts(verdicts, gaps)
    differences = [f"{v.about}: {fault}" for v in verdicts if not v.known_gap for fault in v.faults]
    met = [f"{v.about}: a known gap is met; remove the mark" for v in verdicts if _is_met(v)]
    known = [f"{v.about}: {fault}" for v in verdicts if v.known_gap for fault in v.faults]
    return Report((*differences, *met), tuple(known))


def _is_met(verdict: Verdict) -> bool:
    return verdict.known_gap and not verdict.faults


def _file_verdicts(name: str, file: Row, views: Views) -> Iterator[Verdict]:
    _refuse_unknown(name, file, {"document", "known_gap_events", "note"})
    for document in file["document"]:
        _refuse_unknown(name, document, KEYS)
        if document["state"] not in STATES:
            raise ValueError(f"{name}: state = {document['state']!r} is none of {STATES}")
        about = f"{name} [{document.get('url') or document.get('contains', '')}]"
        faults = tuple(state_faults(name, document, views))
        yield Verdict(about, faults, document.get("known_gap", False))
        yield from _mention_verdicts(about, document, views)


def _mention_verdicts(about: str, document: Row, views: Views) -> Iterator[Verdict]:
    rows = [row for row in views["documents_v1"] if is_of(document, row)]
    found = [one for row in rows for one in mentions_of(row, views)]
    for entry in document.get("mention", []):
        _refuse_unknown(about, entry, FIELDS)
        yield _mention_verdict(f"{about} {_label(entry)}", entry, found)
    for entry in document.get("absent", []):
        _refuse_unknown(about, entry, FIELDS)
        faults = [_told(one) for one in found if selects(entry, one) and not mismatches(entry, one)]
        gap = entry.get("known_gap", False)
        yield Verdict(f"{about} must not be there: {_label(entry)}", tuple(faults), gap)


def _mention_verdict(about: str, entry: Row, found: Sequence[Found]) -> Verdict:
    gap = entry.get("known_gap", False)
    candidates = [one for one in found if selects(entry, one)]
    if not candidates:
        return Verdict(about, ("not found",), gap)
    best = min(candidates, key=lambda one: len(mismatches(entry, one)))
    event_id = best.mention["event_id"]
    return Verdict(about, tuple(mismatches(entry, best)), gap, entry.get("event"), event_id)


def _event_verdicts(verdicts: Sequence[Verdict], gaps: set[str]) -> list[Verdict]:
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for verdict in verdicts:
        if verdict.event is not None:
            ids[verdict.event].add(str(verdict.event_id))
    return [Verdict(f"event {one!r}", _event_faults(one, ids), one in gaps) for one in ids]


def _event_faults(event: str, ids: Mapping[str, set[str]]) -> tuple[str, ...]:
    split = [f"told by {len(ids[event])} events"] if len(ids[event]) > 1 else []
    mixed = [f"mixed with {other!r}" for other in ids if other != event and ids[other] & ids[event]]
    return (*split, *mixed)


def _label(entry: Row) -> str:
    words_of_it = entry.get("content") or entry.get("trigger") or entry.get("evidence") or ""
    return f"{entry['kind']} {words_of_it!r}"


def _told(found: Found) -> str:
    mention = found.mention
    return f"{mention['status']} {mention['trigger_text']!r} in {mention['evidence']!r}"


def _refuse_unknown(about: str, table: Row, known: set[str]) -> None:
    unknown = set(table) - known
    if unknown:
        raise ValueError(f"{about}: {sorted(unknown)} mean nothing; known are {sorted(known)}")
