"""Bodies that meet under their own name: the yearly summit of a council, the session of a forum."""

from collections.abc import Iterator

from readout.linking.naming import is_listed
from readout.linking.parties import is_spoken_of
from readout.linking.spoken import Spoken
from readout.linking.telling import Telling

_OF_ONE_BODY = 2.5


def is_of_one_body(one: Telling, other: Telling) -> bool:
    """Whether one is the meeting of a body, and the other is, or speaks of it and names no pair.

    Two who meet on the margins of a summit have a meeting of their own.
    """
    body, other_body = body_of(one), body_of(other)
    return (
        _is_same(body, other_body)
        or (bool(body) and _speaks_of(other, one, body))
        or (bool(other_body) and _speaks_of(one, other, other_body))
    )


def are_of_two_bodies(one: Telling, other: Telling) -> bool:
    """Whether each is the meeting of a body, and these are two."""
    body, other_body = body_of(one), body_of(other)
    return bool(body and other_body) and not _is_same(body, other_body)


def of_one_body(one: Telling, other: Telling) -> Iterator[tuple[float, str]]:
    """What it weighs that one body met, and the reason in words."""
    if one.kind == "meeting" and is_of_one_body(one, other):
        yield _OF_ONE_BODY, f"both of the {_shown(one, other)}"


def body_of(telling: Telling) -> frozenset[str]:
    """The name of the body that meets, folded, or that a sentence on a summit names; or nothing."""
    if telling.body or telling.format != "summit" or telling.names_two:
        return telling.body
    bodies = {name for name, shown in telling.sentence.names.items() if _is_body(shown)}
    return bodies.pop() if len(bodies) == 1 else frozenset()


def _is_body(shown: str) -> bool:
    return any(is_listed(word, "bodies") for word in shown.split())


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


def _speaks_of(telling: Telling, summit: Telling, body: frozenset[str]) -> bool:
    if telling.body or telling.names_two or telling.format != "summit":
        return False
    if _names(telling.sentence, body):
        return True
    others = [party for party in telling.parties if not party.is_open]
    is_known = all(is_spoken_of(party, summit.sentence) for party in others)
    return is_known and _names(telling.around, body)


def _names(spoken: Spoken, body: frozenset[str]) -> bool:
    return any(body <= name for name in spoken.names)


def _shown(one: Telling, other: Telling) -> str:
    body = body_of(one) or body_of(other)
    spoken = (*one.sentence.names.items(), *other.sentence.names.items())
    named = [shown for name, shown in spoken if body <= name]
    return min(named, key=lambda shown: (len(shown), shown), default=" ".join(sorted(body)))
