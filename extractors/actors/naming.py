"""Finds the words that name someone: runs of capitals, known names, titles, in one order."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from spacy.tokens import Doc

from extractors import gazetteer
from extractors.actors import titles, tokens, words
from extractors.actors.records import Affiliation, Kind, Naming, Title
from extractors.actors.scene import Known, Scene

NUMERALS = frozenset(
    {"II", "III", "IV", "V", "VI", "VII", "VIII", "XIV", "XVI", "Jr.", "Jr", "Sr."}
)
ENTITY_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "LOC": "place",
    "GPE": "place",
    "NORP": "group",
}
SENSE_KINDS: dict[str, Kind] = {
    "country": "country",
    "metonym": "country",
    "demonym": "group",
    "place": "place",
}


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
        run = _run(scene, title.end, claimed, after_title=True)
        found.append(_titled(scene, title, run))
        claimed.update(range(title.start, max(run[1], found[-1].last)))
    found.extend(_untitled(scene, claimed))
    found.sort(key=lambda naming: (naming.tokens.start, naming.last))
    return _with_appositives(scene.doc, found)


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
    if start < end and known is not None and _kind_of(known) not in {"person", "unknown"}:
        word = scene.doc[start].lower_
        if word not in words.given_names() and known.end >= end:
            return Naming(title.end, title.end, "person", "", (), title)
    if start < end and scene.doc[end - 1].lower_ in words.nouns("body_names"):
        return Naming(title.end, title.end, "person", "", (), title)
    entries = known.match.entries if known is not None and known.end >= end else ()
    origin = _origin(scene, end) if start < end else None
    return Naming(start, end, "person", scene.doc[start:end].text, entries, title, None, origin)


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
                yield _of_known(doc, known)
                after = known.end
        elif i in scene.headlines:
            yield from _in_headline(scene, i)
            after = known.end if known else i + 1
        elif (known is not None and not _is_plain_word(doc, known)) or _may_open(scene, i):
            start, after = _run(scene, i, claimed, after_title=False)
            yield from _classified(scene, start, after)


def _may_open(scene: Scene, i: int) -> bool:
    token = scene.doc[i]
    if not words.is_name_word(token):
        return False
    if not words.opens_sentence(token):
        return token.pos_ in {"PROPN", "NOUN", "ADJ", "X", "VERB", "INTJ", "ADP"}
    if token.lower_ in words.given_names() or token.pos_ == "PROPN":
        return True
    following = token.nbor() if i + 1 < len(scene.doc) else None
    return bool(token.ent_type_ and following is not None and following.ent_type_) or bool(
        following is not None and following.pos_ == "PROPN" and words.is_name_word(following)
    )


def _is_plain_word(doc: Doc, known: Known) -> bool:
    """Whether a town's name is only a word with a sentence's capital: Reading is fun."""
    return (
        known.end - known.start == 1 and _kind_of(known) == "place" and not _is_proper(doc, known)
    )


def _is_proper(doc: Doc, known: Known) -> bool:
    token = doc[known.start]
    return token.pos_ == "PROPN" or bool(token.ent_type_) or not words.opens_sentence(token)


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
        yield _of_known(scene.doc, known)
    elif words.is_name_word(scene.doc[i]):
        yield Naming(i, i + 1, "unknown", scene.doc[i].text)


def _run(scene: Scene, i: int, claimed: set[int], *, after_title: bool) -> tuple[int, int]:
    """The stretch of capitals from `i` on, with the small words that names hold together."""
    doc, end = scene.doc, i
    known = scene.starting.get(i)
    if known is not None and not set(range(i, known.end)) & claimed:
        end = known.end
    while end < len(doc) and end not in claimed:
        token = doc[end]
        if words.is_name_word(token) or (token.text in NUMERALS and end > i):
            end += 1
        elif end > i and (step := _joint(scene, end, claimed, after_title=after_title)):
            end += step
        else:
            break
        if end in scene.starting and not _glued(scene, i, end):
            break
    while end > i and doc[end - 1].is_punct and not doc[end - 1].is_alpha:
        end -= 1
    return i, end


def _glued(scene: Scene, start: int, at: int) -> bool:
    """Whether a known name can be the later part of a longer one: Michael | Jordan."""
    doc = scene.doc
    known = scene.starting[at]
    if doc[start].lower_ in words.given_names() and at == start + 1 and known.end == at + 1:
        return True
    if doc[start].lower_ in words.DIRECTIONS:
        return True
    after = known.end
    return _kind_of(known) == "person" or (
        after < len(doc) and words.is_name_word(doc[after]) and start not in scene.starting
    )


def _joint(scene: Scene, i: int, claimed: set[int], *, after_title: bool) -> int:
    """How many tokens of small words can go on a name here; 0 when it ends."""
    doc = scene.doc
    if i + 1 >= len(doc) or i + 1 in claimed:
        return 0
    token, following = doc[i], doc[i + 1]
    if words.is_joined(token) and token.text != "–":
        return _hyphen(scene, i)
    if token.lower_ in words.PARTICLES or token.text == "&":
        particles = 1
        while i + particles < len(doc) and doc[i + particles].lower_ in words.PARTICLES:
            particles += 1
        after = i + particles
        return (
            particles + 1
            if after < len(doc) and words.is_name_word(doc[after])
            else (particles + 2 if after + 1 < len(doc) and words.is_joined(doc[after]) else 0)
        )
    body = doc[i - 1].lower_ in words.nouns("body_names") and not after_title
    if body and token.lower_ in {"of", "for", "on"}:
        skip = 2 if following.lower_ == "the" else 1
        return skip + 1 if i + skip < len(doc) and words.is_name_word(doc[i + skip]) else 0
    return 0


def _hyphen(scene: Scene, i: int) -> int:
    doc, following = scene.doc, scene.doc[i + 1]
    before = scene.ending.get(i)
    if (before is not None and _kind_of(before) != "place") or i + 1 in scene.starting:
        return 0
    if words.is_capitalised(following):
        after = doc[i + 2].lower_ if i + 2 < len(doc) else ""
        return 0 if after in words.nouns("things") else 2
    return 2 if following.pos_ == "PROPN" and following.ent_type_ == "PERSON" else 0


def _classified(scene: Scene, start: int, end: int) -> Iterator[Naming]:
    doc, known = scene.doc, scene.starting.get(start)
    if start >= end:
        return
    if known is not None and known.end >= end:
        yield _of_known(doc, known)
        return
    if end - start == 1 and doc[start].pos_ == "ADJ":
        return
    kind = _kind(scene, start, end)
    if known is not None and kind not in {"person", "organisation", "thing"}:
        yield _of_known(doc, known)
        yield from _classified(scene, known.end, end)
        return
    entries = known.match.entries if known is not None and kind == "organisation" else ()
    of_country = tuple(entry for entry in entries if entry.actor is None)
    yield Naming(start, end, kind, doc[start:end].text, of_country)


def _kind(scene: Scene, start: int, end: int) -> Kind:
    """What a run of capitals names, by its words first and the model's opinion last."""
    doc, last = scene.doc, scene.doc[end - 1].lower_
    several = end - start > 1
    heads = {last} | ({doc[start].lower_} if _has_of(doc, start, end) else set())
    if several and heads & words.nouns("body_names"):
        return "organisation"
    if last in words.nouns("things") and (several or doc[start].ent_type_ != "PERSON"):
        return "thing"
    if several and doc[start].lower_ in words.given_names():
        return "person"
    if doc[start].lower_ in words.DIRECTIONS:
        return "place"
    opinions = [ENTITY_KINDS.get(token.ent_type_, "unknown") for token in doc[start:end]]
    opinion = max(dict.fromkeys(opinions), key=opinions.count)
    if scene.starting.get(start) is not None and opinion != "organisation":
        return "unknown"
    return opinion


def _has_of(doc: Doc, start: int, end: int) -> bool:
    return any(token.lower_ in {"of", "for"} for token in doc[start:end])


def _kind_of(known: Known) -> Kind:
    entry = known.match.sense("actor", "country", "demonym", "metonym", "place")
    if entry is None:
        return "unknown"
    if entry.actor is not None:
        return "person" if entry.actor.kind == "person" else "organisation"
    return SENSE_KINDS[entry.sense]


def _of_known(doc: Doc, known: Known) -> Naming:
    span = doc[known.start : known.end]
    return Naming(known.start, known.end, _kind_of(known), span.text, known.match.entries)


def _with_appositives(doc: Doc, found: list[Naming]) -> list[Naming]:
    """Joins a name and the title set off beside it: Kaja Kallas, the EU's ... chief."""
    joined: list[Naming] = []
    for naming in found:
        before = joined[-1] if joined else None
        if before is not None and _set_off(doc, before, naming):
            if naming.start == naming.end and naming.title is not None:
                joined[-1] = _replace(before, appositive=naming.title)
                continue
            if before.start == before.end and naming.title is None:
                joined[-1] = _replace(naming, title=before.title)
                continue
        joined.append(naming)
    return joined


def _replace(
    naming: Naming, *, title: Title | None = None, appositive: Title | None = None
) -> Naming:
    return Naming(
        naming.start,
        naming.end,
        "person",
        naming.words,
        naming.entries,
        title or naming.title,
        appositive or naming.appositive,
        naming.origin,
    )


def _set_off(doc: Doc, before: Naming, after: Naming) -> bool:
    """Whether the two stand side by side with a comma between, one a name and one a title."""
    if {before.kind, after.kind} - {"person", "unknown"} or before.appositive:
        return False
    if (before.start == before.end) == (after.start == after.end):
        return False
    comma, first = before.last, after.tokens.start
    if comma >= len(doc) or doc[comma].text != ",":
        return False
    between = [token.lower_ for token in doc[comma + 1 : first]]
    if between not in ([], ["the"], ["a"], ["an"], ["his"], ["her"], ["their"], ["its"]):
        return False
    return _ends_apposition(doc, after) or _apposed(doc, before, after)


def _ends_apposition(doc: Doc, after: Naming) -> bool:
    closing = after.last >= len(doc) or doc[after.last].is_punct or doc[after.last].is_space
    if after.start == after.end:
        return closing or doc[after.last].lower_ in {"who", "for", "in", "at", "with", "of", "and"}
    return closing and after.end - after.start > 1


def _apposed(doc: Doc, before: Naming, after: Naming) -> bool:
    ours, theirs = set(before.tokens), set(after.tokens)
    return any(
        token.dep_ == "appos" and token.head.i in (theirs if token.i in ours else ours)
        for token in doc[before.tokens.start : after.last]
        if token.i in ours | theirs
    )
