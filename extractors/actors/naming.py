"""Finds the words that name someone: runs of capitals, known names, titles, in one order."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from spacy.tokens import Doc

from extractors import gazetteer
from extractors.actors import titles, tokens, words
from extractors.actors.apposition import with_appositives
from extractors.actors.kinds import classified, kind_of, of_known
from extractors.actors.parting import parted
from extractors.actors.records import Affiliation, Naming, Title
from extractors.actors.runs import is_plain_word, may_open, run_from
from extractors.actors.scene import Scene


@lru_cache(maxsize=2)
def namings_of(scene: Scene) -> tuple[Naming, ...]:
    """Every naming in the document, by its first token; titles without a name among them.

    Kept for the last documents: the cast and the places are read from the same names.
    """
    return tuple(_namings(scene))


def _namings(scene: Scene) -> list[Naming]:
    found_titles = _titles(scene)
    claimed = {i for title in found_titles for i in range(title.start, title.end)}
    found: list[Naming] = []
    for title in found_titles:
        run = run_from(scene, title.end, claimed, after_title=True)
        found.append(_titled(scene, title, run))
        claimed.update(range(title.start, max(run[1], found[-1].last)))
    found.extend(_untitled(scene, claimed))
    found.sort(key=lambda naming: (naming.tokens.start, naming.last))
    found = list(parted(scene.doc, found))
    return with_appositives(scene.doc, found)


def _titles(scene: Scene) -> list[Title]:
    """The titles of a document; of two that overlap, the longer."""
    kept: list[Title] = []
    for i in tokens.with_lower(scene.doc, _title_heads()):
        title = titles.title_at(scene, i) if i not in scene.headlines else None
        if title is None:
            continue
        while kept and kept[-1].end > title.start and kept[-1].start >= title.start:
            kept.pop()
        if not kept or kept[-1].end <= title.start:
            kept.append(title)
    return kept


@cache
def _title_heads() -> frozenset[int]:
    return tokens.ids(words.families())


def _titled(scene: Scene, title: Title, run: tuple[int, int]) -> Naming:
    start, end = run
    known = scene.starting.get(start)
    if start < end and known is not None and kind_of(known) not in {"person", "unknown"}:
        word = scene.doc[start].lower_
        whole = word not in words.given_names() and known.end >= end
        if whole and not _is_bearer(scene, title, run):
            return Naming(title.end, title.end, "person", "", (), title)
    last = scene.doc[end - 1].lower_
    if start < end and last in words.nouns("body_names") | words.nouns("things"):
        return Naming(title.end, title.end, "person", "", (), title)
    entries = known.match.entries if known is not None and known.end >= end else ()
    origin = _origin(scene, end) if start < end else None
    return Naming(start, end, "person", scene.doc[start:end].text, entries, title, None, origin)


def _is_bearer(scene: Scene, title: Title, run: tuple[int, int]) -> bool:
    """Whether a country's name right behind a title is somebody's: President Chad met."""
    start, end = run
    acts = end < len(scene.doc) and scene.doc[end].pos_ in {"VERB", "AUX"}
    return title.end == start and end == start + 1 and acts


def _origin(scene: Scene, end: int) -> Affiliation | None:
    """The country after a titled name: Abdullah II *of Jordan*."""
    if end >= len(scene.doc) or scene.doc[end].lower_ != "of":
        return None
    k = end + 2 if end + 1 < len(scene.doc) and scene.doc[end + 1].lower_ == "the" else end + 1
    known = scene.known_starting(k)
    return known if known is not None and known.country and not known.body else None


def _untitled(scene: Scene, claimed: set[int]) -> Iterator[Naming]:
    doc, after = scene.doc, 0
    for i in scene.capitals:
        if i < after:
            continue
        known = scene.starting.get(i)
        if i in claimed:
            if known is not None and not claimed.issuperset(range(i, known.end)):
                yield of_known(doc, known)
                after = known.end
        elif i in scene.headlines:
            yield from _in_headline(scene, i)
            after = known.end if known else i + 1
        elif (known is not None and not is_plain_word(doc, known)) or may_open(scene, i):
            start, after = run_from(scene, i, claimed, after_title=False)
            yield from classified(scene, start, after)


def surnames(found: Sequence[Naming]) -> frozenset[str]:
    """The last words of the full names of people in the document, folded."""
    return frozenset(
        gazetteer.fold(naming.words.split()[-1])
        for naming in found
        if naming.kind == "person" and naming.end - naming.start > 1
    )


def is_surname(doc: Doc, naming: Naming, people: frozenset[str]) -> bool:
    """Whether a place's name is here somebody's: Lloyd Austin ... Austin said."""
    if naming.end - naming.start != 1 or gazetteer.fold(naming.words) not in people:
        return False
    before = doc[naming.start - 1].lower_ if naming.start > 0 else ""
    return before not in words.PLACE_PREPOSITIONS | {"to", "from"}


def _in_headline(scene: Scene, i: int) -> Iterator[Naming]:
    """Known names, and single words that may be a surname the text has elsewhere."""
    known = scene.starting.get(i)
    if known is not None:
        yield of_known(scene.doc, known)
    elif words.is_name_word(scene.doc[i]):
        yield Naming(i, i + 1, "unknown", scene.doc[i].text)
