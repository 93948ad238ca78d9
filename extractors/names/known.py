"""Names on the lists: countries, capitals, peoples, towns, people and bodies."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from extractors.actors import words
from extractors.actors.scene import Known, Scene
from extractors.gazetteer import Entry
from extractors.names.claims import Claim, overlapped
from readout import codes

AREAS = frozenset({"area", "venue"})
PLACES = frozenset({"GPE", "LOC"})
FURTHEST_YEAR = 8
AT_PLACES = words.PLACE_PREPOSITIONS | {"from", "to"}
EVENT_WORDS = frozenset(
    {"election", "elections", "general", "special", "presidential", "primary", "in"}
)


def claims(scene: Scene, names: Sequence[Claim]) -> Iterator[Claim]:
    """What the lists say against the model, or where it says nothing."""
    for known in scene.starting.values():
        label = _label(known)
        over = overlapped(names, known.start, known.end)
        if label is None or any(o.start < known.start or o.end > known.end for o in over):
            continue
        claim = Claim(known.start, known.end, label)
        if over:
            if claim not in over and _overrules(scene.doc, claim, over[0], known, names):
                yield claim
        elif _stands_alone(scene.doc, known, label) and not _in_event(scene.doc, known):
            yield claim


def _sense(known: Known) -> Entry | None:
    return known.match.sense("country", "demonym", "actor", "metonym", "place")


def _label(known: Known) -> str | None:
    entry = _sense(known)
    if entry is None or (known.match.sense("actor") is not None and entry.sense == "place"):
        return None
    if entry.actor is not None:
        return "PERSON" if entry.actor.kind == "person" else "ORG"
    if entry.place is not None:
        return "LOC" if entry.place.kind in AREAS else "GPE"
    if entry.sense == "metonym":
        capitals = {country.capital for country in codes.countries().values()}
        return "GPE" if entry.spelling in capitals else None
    return "NORP" if entry.sense == "demonym" else "GPE"


def _overrules(doc: Doc, claim: Claim, other: Claim, known: Known, names: Sequence[Claim]) -> bool:
    """Whether the lists are surer than the model: China that acts is no organisation."""
    entry = _sense(known)
    if other.label == "PERSON" or entry is None:
        there = known.start > 0 and doc[known.start - 1].lower_ in AT_PLACES
        surely = entry is not None and (entry.sense == "country" or (there and entry.actor is None))
        return surely and not _is_called(doc, other, names)
    if entry.sense == "place":
        return other.label in PLACES
    if entry.actor is not None:
        several = claim.end - claim.start > 1
        return several if entry.actor.kind == "person" else other.label in PLACES
    return True


def _is_called(doc: Doc, person: Claim, names: Sequence[Claim]) -> bool:
    """Whether the text has somebody of this name: Chad Hurley, and Chad."""
    word = doc[person.start].lower_
    others = [name for name in names if name.label == "PERSON" and name != person]
    return any(word in {t.lower_ for t in doc[name.start : name.end]} for name in others)


def _stands_alone(doc: Doc, known: Known, label: str) -> bool:
    """Whether nothing around a listed name makes it part of another, unlisted one."""
    first, last = doc[known.start], doc[known.end - 1]
    following = doc[known.end] if known.end < len(doc) else None
    before = doc[known.start - 1] if known.start > 0 else None
    if last.whitespace_ and following is not None and _is_name(following):
        return False
    if before is not None and before.whitespace_ and before.pos_ == "PROPN":
        return False
    entry = _sense(known)
    if (entry is not None and entry.sense == "place") or label == "PERSON":
        alone = known.end - known.start == 1
        return last.pos_ == "PROPN" and not (alone and words.opens_sentence(first))
    return first.pos_ in {"PROPN", "NOUN", "ADJ"}


def _in_event(doc: Doc, known: Known) -> bool:
    """Whether it is part of an event's name, as its year shows: the 2003 Ontario election."""
    for token in reversed(doc[max(0, known.start - FURTHEST_YEAR) : known.start]):
        if token.shape_ == "dddd":
            return True
        if not words.is_capitalised(token) and token.lower_ not in EVENT_WORDS:
            return False
    return False


def _is_name(token: Token) -> bool:
    """Whether a capital goes on with the name; a title does not: US Deputy Secretary."""
    if not words.is_name_word(token):
        return False
    while token.lower_ in words.title_words("modifiers") and token.i + 1 < len(token.doc):
        token = token.nbor()
    return token.lower_ not in words.families()
