"""What a run of capitals names: a person, a body, a country, a place, a thing."""

from collections.abc import Iterator

from spacy.tokens import Doc

from extractors.actors import words
from extractors.actors.records import Kind, Naming
from extractors.actors.scene import Known, Scene

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


def classified(scene: Scene, start: int, end: int) -> Iterator[Naming]:
    """The namings in a run of capitals: one, or a known name and what follows it."""
    doc, known = scene.doc, scene.starting.get(start)
    if start >= end:
        return
    if known is not None and known.end >= end:
        yield of_known(doc, known)
        return
    if end - start == 1 and doc[start].pos_ == "ADJ":
        return
    kind = _kind(scene, start, end)
    if known is not None and kind not in {"person", "organisation", "thing"}:
        yield of_known(doc, known)
        yield from classified(scene, known.end, end)
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


def kind_of(known: Known) -> Kind:
    """What a known name is, by the first of its senses that can act."""
    entry = known.match.sense("actor", "country", "demonym", "metonym", "place")
    if entry is None:
        return "unknown"
    if entry.actor is not None:
        return "person" if entry.actor.kind == "person" else "organisation"
    return SENSE_KINDS[entry.sense]


def of_known(doc: Doc, known: Known) -> Naming:
    """The naming that a known name makes alone."""
    span = doc[known.start : known.end]
    return Naming(known.start, known.end, kind_of(known), span.text, known.match.entries)
