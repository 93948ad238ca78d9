"""How well mentions across documents become events, on the set of `tests/linking/happenings`.

    python -m benchmarks.linking [--show development|held_out|all]

All reports are read into one home by the program itself. Rules are tuned on the development half
and judged on the other, so show the other's faults only when nothing is tuned any more.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.coreference import Agreement, b_cubed, members, pairs
from benchmarks.linked import Linked, Mention, read
from readout.home import Home
from tests.linking.happenings import FOLDER, LookAlikes, groups

SETS = ("development", "held_out", "all")


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
    look_alikes: int
    look_alikes_merged: int  # groups of look-alikes of which two became one event, wholly or partly
    unmarked: int
    unmarked_merged: int  # mentions that nobody marked, in the events of those marked


_LINES: dict[str, Callable[[Figures], str]] = {
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
    "look-alikes": lambda f: f"{f.look_alikes}",
    "  of which some became one event": lambda f: f"{f.look_alikes_merged}",
    "mentions nobody marked": lambda f: f"{f.unmarked}",
    "  merged with marked ones": lambda f: f"{f.unmarked_merged}",
}


def figures(linked: Linked) -> Figures:
    """The figures of a set, or of a part of it.

    Happenings told in passing are not averaged over: they are only company that may be wrong.
    """
    main = {key for key, happening in linked.happenings.items() if not happening.in_passing}
    gold = {key: str(m.happening_id) for key, m in linked.marked.items()}
    found = {key: m.event_id for key, m in linked.marked.items()}
    alone = {f"{url} {happening_id}": happening_id for url, happening_id in linked.missed}
    counted = [key for key, happening_id in gold.items() if happening_id in main]
    also = [key for key, happening_id in alone.items() if happening_id in main]
    tellings = sum(happening_id in main for _, happening_id in linked.tellings)
    merged = pairs(found)
    return Figures(
        happenings=len(main),
        told_in_passing=len(linked.happenings) - len(main),
        tellings=tellings,
        tellings_found=1 - len(also) / tellings,
        mentions=len(counted),
        agreement=b_cubed(gold, found, counted),
        with_missed=b_cubed(gold | alone, found | {key: key for key in alone}, [*counted, *also]),
        pairs_merged=len(merged),
        false_merges=len(merged - pairs(gold)) / max(1, len(merged)),
        look_alikes=len(linked.look_alikes),
        look_alikes_merged=len(look_alikes_merged(linked)),
        unmarked=len(linked.mentions) - len(gold),
        unmarked_merged=len(unmarked_merged(linked)),
    )


def look_alikes_merged(linked: Linked) -> list[LookAlikes]:
    """The look-alikes of which two have mentions in one event."""
    together = [{*names} for names in wrong_merges(linked)]
    return [
        one
        for one in linked.look_alikes
        if any(len(names & {*one.apart}) > 1 for names in together)
    ]


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
    for label, shown in _LINES.items():
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
