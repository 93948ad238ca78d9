"""When two names are spellings of one, and when one is short for another."""

from rapidfuzz import fuzz

from extractors import gazetteer
from extractors.actors import words
from readout.identity import hash_id

SAME_SURNAME = 85.0


SAME_NAME = 90.0


SHORTEST_FUZZY = 5


LEGAL_FORMS = frozenset({"inc", "inc.", "corp", "corp.", "ltd", "ltd.", "llc", "plc", "co", "co.",
                         "company", "corporation", "group", "holdings", "limited"})  # fmt: skip


def surname(name: str) -> str:
    """The last word of a name that is no numeral or suffix, folded: Abdullah for Abdullah II."""
    parts = [
        part
        for part in gazetteer.fold(name).split()
        if part.rstrip(".") not in {"ii", "iii", "iv", "jr", "sr"}
    ]
    return parts[-1] if parts else gazetteer.fold(name)


def name_id(name: str) -> str:
    """The id of a name that is on no list; the same in every document."""
    return hash_id("actor", gazetteer.fold(_bare(name)))


def _bare(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name


def body_key(name: str) -> str:
    """A body's name without article, stops and legal form: Nordvik for Nordvik Corp."""
    parts = gazetteer.fold(_bare(name)).replace(".", "").split()
    while len(parts) > 1 and parts[-1] in LEGAL_FORMS:
        parts.pop()
    return " ".join(parts)


def gender_of_name(name: str) -> str | None:
    """The gender a given name speaks for; None when it is on no list."""
    return words.given_names().get(name.split(maxsplit=1)[0].lower())


def same_name(known: str, name: str) -> bool:
    """Whether two full names are spellings of one: Zelensky and Zelenskyy, J. and Joe Biden."""
    ours, theirs = gazetteer.fold(known), gazetteer.fold(name)
    if ours == theirs:
        return True
    first, second = ours.split(), theirs.split()
    if min(len(first), len(second)) < 2:  # noqa: PLR2004 - a surname alone is no full name
        return False
    if not _similar(first[-1], second[-1]):
        return False
    if first[-len(second) :] == second or second[-len(first) :] == first:
        return True
    if first[0] == second[0] or (
        {len(first[0].rstrip(".")), len(second[0].rstrip("."))} & {1}
        and first[0][0] == second[0][0]
    ):
        return True
    return fuzz.ratio(ours, theirs) >= SAME_NAME


def _similar(first: str, second: str) -> bool:
    if first == second:
        return True
    if min(len(first), len(second)) < SHORTEST_FUZZY or first[0] != second[0]:
        return False
    return fuzz.ratio(first, second) >= SAME_SURNAME


def is_short_for(short: str, full: str) -> bool:
    """Whether a short name can be somebody's: the surname, its particle with it, the given name."""
    parts, known = gazetteer.fold(short).split(), gazetteer.fold(full).split()
    if len(parts) == 1:
        return _similar(parts[0], surname(full)) or parts[0] in known
    return all(any(_similar(part, other) for other in known) for part in parts)
