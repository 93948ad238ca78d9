"""Bodies that meet under their own name: the yearly summit of a council, the session of a forum."""

from collections.abc import Iterator

from readout.linking.spoken import Spoken
from readout.linking.telling import Telling

_OF_ONE_BODY = 2.5


def is_of_one_body(one: Telling, other: Telling) -> bool:
    """Whether one is the meeting of a body, and the other is, or speaks of it and names no pair.

    Two who meet on the margins of a summit have a meeting of their own.
    """
    return any(
        first.body and (_is_same(first.body, second.body) or _speaks_of(second, first.body))
        for first, second in ((one, other), (other, one))
    )


def of_one_body(one: Telling, other: Telling) -> Iterator[tuple[float, str]]:
    """What it weighs that one body met, and the reason in words."""
    if one.kind == "meeting" and is_of_one_body(one, other):
        yield _OF_ONE_BODY, f"both of the {_shown(one, other)}"


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


def _speaks_of(telling: Telling, body: frozenset[str]) -> bool:
    if telling.body or telling.names_two or telling.kind != "meeting":
        return False
    return _names(telling.sentence, body) or _names(telling.around, body)


def _names(spoken: Spoken, body: frozenset[str]) -> bool:
    return any(body <= name for name in spoken.names)


def _shown(one: Telling, other: Telling) -> str:
    body = one.body or other.body
    spoken = (*one.sentence.names.items(), *other.sentence.names.items())
    named = [shown for name, shown in spoken if body <= name]
    return min(named, key=lambda shown: (len(shown), shown), default=" ".join(sorted(body)))
