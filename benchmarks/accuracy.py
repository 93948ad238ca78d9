"""Precision and recall on gold data that other people annotated.

    python -m benchmarks.accuracy FOLDER [--scorecard seeds/scorecard.csv]

FOLDER holds `dev/*.jsonl` and `score.py`, which knows the rules of counting. With `--scorecard` the
figures are written down as well.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.scorecard import Figure, write
from extractors import extract
from readout.annotation import annotation
from readout.cleaning import as_given
from readout.records import Failure

Row = dict[str, Any]
EVENT_SETS = {
    "meeting": ["gov_headlines", "plover_gsr", "propbank_ewt", "geneva", "ecbplus"],
    "deal_signing": ["gov_headlines", "plover_gsr", "propbank_ewt", "geneva"],
    "statement": ["propbank_ewt", "geneva", "ecbplus"],
}
PREDICTED_STATUS = {
    "occurred": "happened", "ongoing": "happened",
    "planned": "planned", "proposed": "planned", "conditional": "planned", "postponed": "planned",
    "denied": "refused", "cancelled": "refused",
}  # fmt: skip


def main(folder: Path) -> list[Figure]:
    """Print one table for every set of the folder; returns the figures."""
    gold = {path.stem: _rows(path) for path in sorted((folder / "dev").glob("*.jsonl"))}
    found = {name: _annotated(rows) for name, rows in gold.items()}
    with tempfile.TemporaryDirectory() as scratch:
        predictions = {name: Path(scratch, f"{name}.jsonl") for name in gold}
        for name, path in predictions.items():
            path.write_text(
                "".join(json.dumps(_prediction(a)) + "\n" for a in found[name].values())
            )
        quotes = [*_print_quotes(folder, predictions)]
        events = [*_print_events(folder, predictions)]
    status = _print_status(gold["plover_gsr"], found["plover_gsr"])
    dates = _print_dates(gold["gum_dates"], found["gum_dates"])
    return [*quotes, *events, *status, *dates]


def _precision_recall(name: str, what: str, row: Row) -> list[Figure]:
    named = {"precision": "P", "recall": "R", "F": "F1"}
    return [Figure(name, f"{what}: {measure}", row[key]) for measure, key in named.items()]


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _annotated(rows: list[Row]) -> dict[str, Row]:
    documents = [as_given(r["id"], r["text"], r.get("title"), r.get("published")) for r in rows]
    pairs = zip(documents, extract(documents), strict=True)
    return {d.document_id: annotation(d, e) for d, e in pairs if not isinstance(e, Failure)}


def _prediction(annotated: Row) -> Row:
    mentions = annotated["mentions"]
    quotes = [m["quote"] for m in mentions if m["kind"] == "statement"]
    return {
        "id": annotated["id"],
        "events": [
            {
                "kind": m["kind"],
                "trigger": m["trigger"],
                "args": [
                    {"role": _gold_role(a["role"]), "span": a["span"]} for a in m["arguments"]
                ],
            }
            for m in mentions
            if m.get("attitude") != "belief"
        ],
        "quotes": [
            {
                "quote": [q["spans"][0][0], q["spans"][-1][1]],
                "quote_spans": q["spans"],
                "speaker": q["speaker"],
            }
            for q in quotes
            if q["spans"]
        ],
    }


def _gold_role(role: str) -> str:
    return "participant" if role in {"host", "visitor"} else role


def _score(folder: Path, *arguments: str | Path) -> Row:
    command = [sys.executable, folder / "score.py", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  the scorer that came with the gold data
    scored: Row = json.loads(done.stdout)
    return scored


def _print_quotes(folder: Path, predictions: dict[str, Path]) -> Iterator[Figure]:
    print("\ngum_attr                      P      R      F    speaker   (overlap 0.8)")
    gold = folder / "dev" / "gum_attr.jsonl"
    for label, options in {
        "speech, all forms": ["--speech"],
        "direct": ["--speech", "--form", "direct"],
        "mixed": ["--speech", "--form", "mixed"],
        "indirect": ["--speech", "--form", "indirect"],
    }.items():
        row = _score(folder, "quotes", gold, predictions["gum_attr"], *options)["ggt0.8"]
        print(
            f"{label:26}{row['P']:7.3f}{row['R']:7.3f}{row['F1']:7.3f}{row['speaker_overlap']:9.3f}"
        )
        yield from _precision_recall("gum_attr", label, row)
        yield Figure("gum_attr", f"{label}: speaker", row["speaker_overlap"])


def _print_events(folder: Path, predictions: dict[str, Path]) -> Iterator[Figure]:
    print("\nevents                        P      R      F      arguments F")
    for kind, names in EVENT_SETS.items():
        for name in names:
            gold = folder / "dev" / f"{name}.jsonl"
            scored = _score(folder, "events", gold, predictions[name], "--kind", kind)
            row, args = scored["trigger"], scored["args"]
            label = f"{kind} {name}"
            # Some sets have no arguments, or none in what was found.
            shown = f"{args['F1']:12.3f}" if args.get("gold") else f"{'-':>12}"
            print(f"{label:26}{row['P']:7.3f}{row['R']:7.3f}{row['F1']:7.3f}{shown}")
            yield from _precision_recall(name, kind, row)
            if args.get("gold"):
                yield Figure(name, f"{kind}: arguments F", args["F1"])


def _print_status(gold: list[Row], found: dict[str, Row]) -> list[Figure]:
    judged = list(_status_pairs(gold, found))
    right = sum(wanted == got for wanted, got in judged)
    print(
        f"\nplover_gsr status: {right} of {len(judged)} right ({right / max(1, len(judged)):.3f})"
    )
    return [Figure("plover_gsr", "status: right", right / max(1, len(judged)))]


def _status_pairs(gold: list[Row], found: dict[str, Row]) -> Iterator[tuple[str, str]]:
    for row in gold:
        for event in row["events"]:
            wanted = event.get("status")
            for mention in found[row["id"]]["mentions"]:
                if wanted and mention["kind"] == event["kind"] and _overlap(mention, event):
                    yield wanted, PREDICTED_STATUS[mention["status"]]
                    break


def _overlap(one: Row, other: Row) -> bool:
    a, b = one["trigger"], other["trigger"]
    return bool(a and b and a[0] < b[1] and b[0] < a[1])


def _print_dates(gold: list[Row], found: dict[str, Row]) -> list[Figure]:
    wanted = given = hits = right = 0
    for row in gold:
        dates = found[row["id"]]["dates"]
        given += len(dates)
        for date in row["dates"]:
            wanted += 1
            near = [
                d
                for d in dates
                if d["span"][0] < date["span"][1] and date["span"][0] < d["span"][1]
            ]
            hits += bool(near)
            right += any(_same_value(d, date) for d in near)
    print(
        f"\ngum_dates: {wanted} marked, {hits} found ({hits / wanted:.3f}), "
        f"{right} with the very value ({right / max(1, hits):.3f} of those found), {given} given"
    )
    return [
        Figure("gum_dates", "dates: found", hits / wanted),
        Figure("gum_dates", "dates: very value", right / max(1, hits)),
    ]


def _same_value(found: Row, gold: Row) -> bool:
    """Whether the interval given is the very one marked, to the day."""
    interval = _gold_interval(gold)
    return interval == (found["start"][:10], _last_day(found)) if interval else False


def _last_day(found: Row) -> str:
    return (datetime.fromisoformat(found["end"]) - timedelta(microseconds=1)).date().isoformat()


def _gold_interval(gold: Row) -> tuple[str, str] | None:
    first, last = gold.get("from") or gold.get("when"), gold.get("to") or gold.get("when")
    if not first or not last or not _has_year(first) or not _has_year(last):
        return None
    return _days_of(first)[0], _days_of(last)[1]


def _has_year(value: str) -> bool:
    return value[:4].isdigit()


def _days_of(value: str) -> tuple[str, str]:
    """First and last day of a year, a month or a day in ISO form."""
    year, *rest = (int(part) for part in value[:10].split("-"))
    if len(rest) > 1:
        return value[:10], value[:10]
    month = rest[0] if rest else None
    last_month = month or 12
    last = monthrange(year, last_month)[1]
    return f"{year:04}-{month or 1:02}-01", f"{year:04}-{last_month:02}-{last:02}"


def _asked() -> tuple[Path, Path | None]:
    options = argparse.ArgumentParser(prog="python -m benchmarks.accuracy")
    options.add_argument("folder", type=Path)
    options.add_argument("--scorecard", type=Path, help="a CSV file to write the figures into")
    asked = options.parse_args()
    return asked.folder, asked.scorecard


if __name__ == "__main__":
    texts, scorecard = _asked()
    figures = main(texts)
    if scorecard is not None:
        write(scorecard, figures, datetime.now(UTC).date())
