"""A country's government is the country, as far as it acts: the Kenyan government, Spain's."""

from extractors.actors import words
from extractors.actors.records import Affiliation, Naming
from extractors.actors.scene import Scene

NOUNS = words.nouns("governments")
KINDS = words.nouns("kinds_of_government")
REALMS = words.nouns("realms")
BEFORE = KINDS | words.POSSESSIVES | {"the"}


def governed(scene: Scene, start: int, end: int) -> str | None:
    """The country whose government the tokens `[start, end)` name, and name alone; else None.

    The Kenyan government, Spain's new government, the Government of the Kingdom of Sweden.
    """
    doc, head = scene.doc, None
    for i in range(start, end):
        if doc[i].lower_ in NOUNS:
            head = i
    if head is None:
        return None
    before = _among(scene, start, head, BEFORE)
    if head + 1 == end:
        return before.country if before is not None else None
    plain = all(doc[i].lower_ in BEFORE for i in range(start, head))
    if not plain or doc[head + 1].lower_ != "of":
        return None
    after = _among(scene, head + 2, end, REALMS | {"the", "of"})
    return after.country if after is not None else None


def owner_of(scene: Scene, naming: Naming) -> str | None:
    """The country whose body is named: Russia's | Ministry of Defense."""
    if naming.start == 0 or scene.doc[naming.start - 1].text not in words.POSSESSIVES:
        return None
    affiliation = scene.known_ending(naming.start - 1)
    return affiliation.country if affiliation is not None and not affiliation.body else None


def _country_at(scene: Scene, i: int) -> Affiliation | None:
    """The country named from this token on by its name or adjective: no region, no body."""
    known = scene.starting.get(i)
    if known is None or known.match.sense("country", "demonym") is None:
        return None
    return scene.known_starting(i)


def _among(scene: Scene, start: int, end: int, others: frozenset[str]) -> Affiliation | None:
    """The one country among the tokens, when all others are of these words."""
    found: Affiliation | None = None
    k = start
    while k < end:
        known = _country_at(scene, k)
        if known is not None and known.end <= end:
            if found is not None:
                return None
            found, k = known, known.end
        elif scene.doc[k].lower_ in others:
            k += 1
        else:
            return None
    return found
