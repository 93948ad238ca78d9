"""How full a name is, and so who is read first: known names, then long ones."""

from extractors.actors.records import Naming
from extractors.gazetteer import Entry


def is_one_word_person(naming: Naming) -> bool:
    """Whether it is a single word for a person whom no list knows."""
    return naming.kind == "person" and naming.end - naming.start == 1 and not naming.entries


def fullness(naming: Naming) -> tuple[bool, int, int]:
    """Known names first, then the longest, then the first in the text."""
    return (person_entry(naming) is None, naming.start - naming.end, naming.start)


def person_entry(naming: Naming) -> Entry | None:
    """The person of the lists that it names, if any."""
    for entry in naming.entries:
        if entry.actor is not None and entry.actor.kind == "person":
            return entry
    return None
