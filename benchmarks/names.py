"""How well names are found, with the program's lists and titles and without them.

    python -m benchmarks.names CORPORA GUM_ATTR.jsonl

CORPORA holds `uner_ewt/` and `crossner/`. Countries and other places count as one, and peoples not
at all, as there. The people among the speakers of GUM_ATTR are told in `names.csv` by document and
offsets; one is found where the very words are a person's name.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from extractors import names, parsing

Entity = tuple[int, int, str]
Gold = tuple[str, set[Entity]]

SPEAKERS = Path(__file__).with_name("names.csv")
PLACES = ("GPE", "LOC", "FAC")
MERGED = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", **dict.fromkeys(PLACES, "LOC")}
CROSSNER = {
    **dict.fromkeys(["politician", "person", "writer", "musicalartist", "scientist"], "PERSON"),
    **dict.fromkeys(["organisation", "politicalparty", "band", "university"], "ORG"),
    **dict.fromkeys(["country", "location"], "LOC"),
    "researcher": "PERSON",
}
NO_SPACE_BEFORE = frozenset(
    """, . ; : ! ? ) ] } % 's n't 're 've 'll 'd 'm '' ’ ’s ” ...""".split()  # noqa: SIM905  marks in quotation marks are hard to read
)
NO_SPACE_AFTER = frozenset(["(", "[", "{", "$", "£", "€", "``", "“", "#"])


def main(corpora: Path, gum_attr: Path) -> None:
    """Print P, R and F of each test set, then the speakers found, without and with the lists."""
    sets = {
        "UNER EWT dev": _uner(corpora / "uner_ewt" / "uner_en_ewt-ud-dev.iob2"),
        "UNER EWT test": _uner(corpora / "uner_ewt" / "uner_en_ewt-ud-test.iob2"),
        "CrossNER politics dev": _crossner(corpora / "crossner" / "politics-dev.txt"),
        "CrossNER politics test": _crossner(corpora / "crossner" / "politics-test.txt"),
    }
    with parsing.model().select_pipes(disable=[names.NAME]):
        _print_all("trained alone", sets, gum_attr)
    _print_all("with lists", sets, gum_attr)


def _print_all(label: str, sets: dict[str, list[Gold]], gum_attr: Path) -> None:
    print(f"{label:24}     P     R     F")
    for name, gold in sets.items():
        print(f"{name:24}", *_scores(gold))
    found, wanted = _speakers(gum_attr)
    print(f"{'people who speak':24} {found} of {wanted} ({found / wanted:.3f})")


def _scores(gold: list[Gold]) -> tuple[str, ...]:
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for (_, marked), doc in zip(gold, parsing.parse(text for text, _ in gold), strict=True):
        found = {
            (e.start_char, e.end_char, MERGED[e.label_]) for e in doc.ents if e.label_ in MERGED
        }
        for counter, entities in ((right, found & marked), (wanted, marked), (given, found)):
            counter.update(kind for _, _, kind in entities)
    kinds = ("PERSON", "ORG", "LOC")
    totals = (_f(right.total(), given.total(), wanted.total()),)
    parts = (_f(right[kind], given[kind], wanted[kind]) for kind in kinds)
    shown = [f"{kind} F {part[2]:.1f}" for kind, part in zip(kinds, parts, strict=True)]
    return (*(f"{figure:5.1f}" for figure in totals[0]), "  ", *shown)


def _f(right: int, given: int, wanted: int) -> tuple[float, float, float]:
    precision, recall = 100 * right / max(1, given), 100 * right / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _speakers(path: Path) -> tuple[int, int]:
    texts = {row["id"]: row for row in map(json.loads, path.read_text("utf-8").splitlines())}
    people = [
        (row["document"], int(row["start"]), int(row["end"]))
        for row in csv.DictReader(SPEAKERS.open(encoding="utf-8"))
    ]
    documents = sorted({document for document, _, _ in people})
    docs = dict(zip(documents, parsing.parse(texts[d]["text"] for d in documents), strict=True))
    found = 0
    for document, start, end in people:
        hit = any(
            entity.label_ == "PERSON" and (entity.start_char, entity.end_char) == (start, end)
            for entity in docs[document].ents
        )
        found += hit
        if not hit:
            print(f"  not found: {texts[document]['text'][start:end]}")
    return found, len(people)


def _uner(path: Path) -> list[Gold]:
    gold: list[Gold] = []
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((x.removeprefix("# text = ") for x in lines if x.startswith("# text = ")), "")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if text and rows:
            gold.append((text, _entities([row[2] for row in rows], _aligned(text, rows))))
    return gold


def _aligned(text: str, rows: list[list[str]]) -> list[tuple[int, int]]:
    offsets: list[tuple[int, int]] = []
    place = 0
    for row in rows:
        start = text.find(row[1], place)
        start = place if start < 0 else start
        place = start + len(row[1])
        offsets.append((start, place))
    return offsets


def _crossner(path: Path) -> list[Gold]:
    gold: list[Gold] = []
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines() if len(line.split()) > 1]
        if rows:
            text, offsets = _written([row[0] for row in rows])
            gold.append((text, _entities([row[-1] for row in rows], offsets)))
    return gold


def _written(words: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Words as running text, and where each of them stands in it."""
    text, offsets, quoted = "", [], False
    for before, word in zip(["", *words], words, strict=False):
        plain = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(word, word)
        closes = word == "''" or (word == '"' and quoted)
        opened = before in NO_SPACE_AFTER or before == "-LRB-" or (before == '"' and quoted)
        glued = word in NO_SPACE_BEFORE or plain == ")" or closes or opened
        quoted = quoted != (word == '"')
        text += "" if glued or not text else " "
        offsets.append((len(text), len(text) + len(plain)))
        text += plain
    return text, offsets


def _entities(tags: list[str], offsets: list[tuple[int, int]]) -> set[Entity]:
    return {
        (offsets[first][0], offsets[last][1], kind)
        for first, last, label in _spans(tags)
        if (kind := {**CROSSNER, **MERGED}.get(label))
    }


def _spans(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    first = None
    for i, tag in enumerate([*tags, "O"]):
        if first is not None and tag[:2] != "I-":
            yield first, i - 1, tags[first][2:]
            first = None
        if tag[:2] == "B-":
            first = i


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
