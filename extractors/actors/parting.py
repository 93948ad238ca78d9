"""One title of two offices, parted where the text gives each to somebody else.

The Secretary and Foreign Minister signed: two people, when a Secretary of State and a Foreign
Minister were named before; one, when somebody was named who is both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extractors.actors import words
from extractors.actors.records import Naming, Title


def parted(doc: Doc, found: Sequence[Naming]) -> Iterator[Naming]:
    """The namings, those of two offices without a name made two."""
    for naming in found:
        both = _two(doc, naming.title, found) if naming.start == naming.end else None
        if both is None:
            yield naming
        else:
            for title in both:
                yield replace(naming, start=title.end, end=title.end, title=title)


def _two(doc: Doc, title: Title | None, found: Sequence[Naming]) -> tuple[Title, Title] | None:
    if title is None:
        return None
    place = next((i for i in range(title.start, title.end) if doc[i].lower_ == "and"), None)
    if place is None or not title.start < place < title.head:
        return None
    heads = [i for i in range(title.start, place) if doc[i].lower_ in words.families()]
    if not heads:
        return None
    first, second = doc[title.start : place].text, doc[place + 1 : title.end].text
    one, other = (_holders(found, title.start, office) for office in (first, second))
    if not one or not other or one & other:
        return None
    family = words.families()[doc[heads[0]].lower_]
    return (
        Title(title.start, place, heads[0], family, first),
        replace(title, start=place + 1, office=second),
    )


def _holders(found: Sequence[Naming], before: int, office: str) -> set[str]:
    """The names of those who are given this office, or one that begins with it, before a place."""
    return {
        naming.words
        for naming in found
        if naming.title is not None
        and naming.title.office is not None
        and naming.start < naming.end <= before
        and f"{naming.title.office} ".lower().startswith(f"{office} ".lower())
    }
