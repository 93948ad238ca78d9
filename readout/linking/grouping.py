"""Mentions joined along links into groups whose members are compatible, all with all."""

from collections.abc import Mapping, Sequence

from readout.linking.compatibility import compatible
from readout.linking.telling import Telling
from readout.linking.timing import hold_together

Pair = tuple[str, str]


def grouped(
    tellings: Mapping[str, Telling], pairs: Sequence[Pair], together: Mapping[str, str]
) -> list[list[str]]:
    """The groups, after joining the pairs one by one, as far as what they join is compatible.

    Those of a pair are, and so are those that are `together` under one name. Each mention is in
    one group. What is joined later grows from what is joined before, so the
    order of the pairs says which groups there are, and nothing else does.
    """
    groups = {mention_id: [mention_id] for mention_id in tellings}
    linked = {*pairs}
    foes: dict[str, set[str]] = {}  # by their first members: groups that can never be joined
    for this, that in pairs:
        one, other = groups[this], groups[that]
        if one is other or other[0] in foes.get(one[0], ()):
            continue
        if not _compatible(one, other, tellings, linked, together):
            foes.setdefault(one[0], set()).add(other[0])
            foes.setdefault(other[0], set()).add(one[0])
        elif hold_together([tellings[mention_id] for mention_id in (*one, *other)]):
            _inherit(foes, one[0], other[0])
            one.extend(other)
            groups.update(dict.fromkeys(other, one))
    return [*{id(group): group for group in groups.values()}.values()]


def _compatible(
    one: list[str],
    other: list[str],
    tellings: Mapping[str, Telling],
    linked: set[Pair],
    together: Mapping[str, str],
) -> bool:
    return all(
        (this, that) in linked
        or (that, this) in linked
        or together.get(this, this) == together.get(that, that)
        or compatible(tellings[this], tellings[that])
        for this in one
        for that in other
    )


def _inherit(foes: dict[str, set[str]], heir: str, joined: str) -> None:
    """What cannot be joined with a group cannot be joined with one that holds it."""
    for foe in foes.pop(joined, ()):
        foes[foe].discard(joined)
        foes[foe].add(heir)
        foes.setdefault(heir, set()).add(foe)
