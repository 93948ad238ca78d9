"""Names known by what is in and beside them: titles, appositions, given names, a last word."""

from collections.abc import Iterator, Sequence

from extractors.actors import words
from extractors.actors.naming import namings_of
from extractors.actors.records import Naming, Title
from extractors.actors.scene import Scene
from extractors.names.claims import Claim, overlapped

LONGEST = 6
NO_NAME = frozenset('<>"“”()[]@#/,;:')


def claims(scene: Scene, names: Sequence[Claim]) -> Iterator[Claim]:
    """People by title, apposition or given name; bodies by their last word."""
    for naming in namings_of(scene):
        if not 0 < naming.end - naming.start <= LONGEST or not _is_written_as_name(scene, naming):
            continue
        over = overlapped(names, naming.start, naming.end)
        if naming.title is not None and _is_titled(scene, naming, naming.title):
            yield from _person(naming, over)
        elif not over and (_has_given_name(scene, naming) or _is_apposed(scene, naming)):
            yield Claim(naming.start, naming.end, "PERSON")
        elif _is_body(scene, naming) and all(_inside(name, naming) for name in over):
            yield Claim(naming.start, naming.end, "ORG")


def _is_written_as_name(scene: Scene, naming: Naming) -> bool:
    return not any(set(token.text) & NO_NAME for token in scene.doc[naming.start : naming.end])


def _person(naming: Naming, over: list[Claim]) -> Iterator[Claim]:
    """Foreign Minister | Jean-Noël Barrot; the model may know where a name ends."""
    people = [name for name in over if name.label == "PERSON"]
    longer = [name for name in over if name.end > naming.end]
    if all(name in people for name in longer):
        head = naming.title.head if naming.title is not None else naming.start
        start = min([naming.start, *(name.start for name in people if name.start < head)])
        yield Claim(start, max([naming.end, *(name.end for name in longer)]), "PERSON")


def _is_titled(scene: Scene, naming: Naming, title: Title) -> bool:
    """Whether a title has a name behind it: not St. Louis, not a general Election."""
    last = scene.doc[naming.end - 1]
    common = words.nouns("body_names") | words.nouns("things") | words.nouns("bodies")
    named = last.pos_ == "PROPN" and last.lower_ not in common
    return named and scene.doc[title.head].lower_ != "st."


def _has_given_name(scene: Scene, naming: Naming) -> bool:
    given = scene.doc[naming.start].lower_ in words.given_names()
    return naming.kind == "person" and naming.end - naming.start > 1 and given


def _is_apposed(scene: Scene, naming: Naming) -> bool:
    """The coach, Alireza Mehraban: two names or more beside an office."""
    several = naming.end - naming.start > 1
    return naming.appositive is not None and several and _all_names(scene, naming)


def _is_body(scene: Scene, naming: Naming) -> bool:
    several = naming.end - naming.start > 1
    last = scene.doc[naming.end - 1].lower_
    listed = naming.kind == "organisation" and last in words.nouns("body_names")
    return several and listed and _all_names(scene, naming)


def _all_names(scene: Scene, naming: Naming) -> bool:
    small = words.PARTICLES | {"of", "and", "for", "the", "&", "-"}
    tokens = scene.doc[naming.start : naming.end]
    return all(token.pos_ == "PROPN" or token.lower_ in small for token in tokens)


def _inside(name: Claim, naming: Naming) -> bool:
    return naming.start <= name.start and name.end <= naming.end and name.label == "ORG"
