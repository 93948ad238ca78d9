"""Events made anew around what a load has touched, and no further than they change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pyarrow as pa
from duckdb import DuckDBPyConnection

from readout.linking.components import components
from readout.linking.events import Membership, alone, events
from readout.warehouse.lending import lent
from readout.warehouse.scripts import script
from readout.warehouse.tellings import Tellings, ids


class Tie(NamedTuple):
    """A link without its reasons: these are words, and most are not asked for."""

    mention_id: str
    other_id: str
    score: float


@dataclass(slots=True)
class Region:
    """The mentions touched so far, the events next to them, and the links that these may follow.

    Two events next to what was touched are each what they were, until one of them changes: a link
    between them was not followed then, and is left out.
    """

    touched: set[str]
    around: dict[str, set[str]] = field(default_factory=dict)  # by event: its mentions
    together: dict[str, str] = field(default_factory=dict)  # by mention: the event it was in
    ties: set[Tie] = field(default_factory=set)
    found: dict[str, Membership] = field(default_factory=dict)  # by mention


def made_anew(con: DuckDBPyConnection, tellings: Tellings) -> list[Membership]:
    """The events of what was touched: the same as if those of all mentions were made anew.

    The events next to them are made again with them. One that comes out as it was has not been
    touched, and keeps all beyond it from being; one that does not, is touched itself.
    """
    was_in = _touched(con)
    region = Region({*was_in}, together={one: was for one, was in was_in.items() if was})
    opened = region.touched
    while opened:
        again = _hanging_together(region, _look_around(con, region, opened))
        _make(region, again, tellings)
        opened = _changed(region, again)
        with lent(con, wanted=ids(opened)):
            con.execute(script("linking/touch").text)
    return [region.found.get(one) or alone(one) for one in sorted(region.touched)]


def _touched(con: DuckDBPyConnection) -> dict[str, str | None]:
    """The mentions touched, each with the event it was in; None if it says something else since."""
    return dict(con.execute(script("linking/touched_told").text).fetchall())


def _look_around(con: DuckDBPyConnection, region: Region, opened: set[str]) -> set[str]:
    """Takes in the events next to some mentions, and the links; all mentions that are new to it."""
    with lent(con, opened=ids(opened)):
        around = con.execute(script("linking/around").text).fetchall()
    fresh = [(event_id, one) for event_id, one in around if event_id not in region.around]
    for event_id, mention_id in fresh:
        region.together[mention_id] = event_id
        region.around.setdefault(event_id, set()).add(mention_id)
    with lent(con, fresh=_table(fresh)):
        ties = con.execute(script("linking/links_among").text).fetchall()
    region.ties.update(Tie(*row) for row in ties)
    return opened | {mention_id for _, mention_id in fresh}


def _table(mentions: Sequence[tuple[str, str]]) -> pa.Table:
    """Mentions with their events, in order."""
    in_order = sorted(mentions)
    return pa.table(
        {
            "event_id": pa.array([event_id for event_id, _ in in_order], pa.string()),
            "mention_id": pa.array([mention_id for _, mention_id in in_order], pa.string()),
        }
    )


def _hanging_together(region: Region, some: Iterable[str]) -> set[str]:
    """Those of the region that hang together with some of it; the others are as they were."""
    stands_for = components((one.mention_id, one.other_id) for one in region.ties)
    wanted = {stands_for[one] for one in some if one in stands_for}
    return {one for one, root in stands_for.items() if root in wanted}


def _make(region: Region, again: set[str], tellings: Tellings) -> None:
    ties = [one for one in region.ties if one.mention_id in again]
    for one in events(tellings.of(again), ties, region.together):
        region.found[one.mention_id] = one


def _changed(region: Region, again: set[str]) -> set[str]:
    """Takes over as touched the events around that have not come out as they were."""
    members: dict[str, set[str]] = {}
    for mention_id in again:
        members.setdefault(region.found[mention_id].event_id, set()).add(mention_id)
    changed = {
        event_id: those
        for event_id, those in region.around.items()
        if not those.isdisjoint(again) and members.get(event_id) != those
    }
    region.around = {key: those for key, those in region.around.items() if key not in changed}
    region.touched |= set().union(*changed.values())
    return set().union(*changed.values())
