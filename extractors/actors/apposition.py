"""A name and the title set off beside it: Kaja Kallas, the EU's foreign policy chief."""

from spacy.tokens import Doc

from extractors.actors.records import Naming, Title


def with_appositives(doc: Doc, found: list[Naming]) -> list[Naming]:
    """Joins a name and the title set off beside it: Kaja Kallas, the EU's ... chief."""
    joined: list[Naming] = []
    for naming in found:
        before = joined[-1] if joined else None
        if before is not None and _set_off(doc, before, naming):
            if naming.start == naming.end and naming.title is not None:
                joined[-1] = _replace(before, appositive=naming.title)
                continue
            if before.start == before.end and _is_courteous(naming.title):
                joined[-1] = _replace(naming, title=before.title)
                continue
        joined.append(naming)
    return joined


def _is_courteous(title: Title | None) -> bool:
    """Whether a name has no title that tells more than the one beside it: Sheikh, Mr."""
    return title is None or title.family in {"honorific", "monarch"}


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
    if not (_may_be_person(before) and _may_be_person(after)) or before.appositive:
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


def _may_be_person(naming: Naming) -> bool:
    """A place of two words that no list knows may be a name: the minister, Dragan Ilic, …."""
    unheard = naming.kind == "place" and not naming.entries and naming.end - naming.start > 1
    return naming.kind in {"person", "unknown"} or unheard


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
