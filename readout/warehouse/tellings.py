"""Mentions as linking looks at them, read from the warehouse."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from readout.linking.cities import city
from readout.linking.company import Participant
from readout.linking.ordinals import are_several, which
from readout.linking.parties import parties
from readout.linking.spoken import name_words, spoken_of
from readout.linking.telling import Telling
from readout.warehouse.lending import lent
from readout.warehouse.scripts import script

_ROWS_AT_ONCE = 10_000
_REMEMBERED = 50_000  # some kilobytes each


class Tellings:
    """The mentions of a warehouse; what was read is remembered while one load lasts."""

    def __init__(self, con: DuckDBPyConnection) -> None:
        """Over a connection on which the load has set its variables."""
        self._con = con
        self._known: dict[str, Telling] = {}

    def of(self, mention_ids: Iterable[str]) -> Mapping[str, Telling]:
        """Those with these ids, as far as they are there, by id."""
        wanted = {*mention_ids}
        if len(self._known) + len(wanted) > _REMEMBERED:
            self._known = {}
        missing = wanted - self._known.keys()
        found = {one.mention_id: one for one in self._read(missing)} if missing else {}
        self._known |= found
        return {key: self._known[key] for key in wanted & self._known.keys()}

    def _read(self, mention_ids: Iterable[str]) -> Iterator[Telling]:
        with lent(self._con, wanted=ids(mention_ids)):
            rows = self._con.sql(script("linking/tellings").text).to_arrow_table()
        for batch in rows.to_batches(max_chunksize=_ROWS_AT_ONCE):
            yield from map(_telling, batch.to_pylist())


def ids(mention_ids: Iterable[str]) -> pa.Table:
    """A column of mention ids, in order."""
    return pa.table({"mention_id": pa.array(sorted(mention_ids), pa.string())})


def _telling(row: dict[str, Any]) -> Telling:
    participants = [Participant(**one) for one in row.pop("participants") or ()]
    cast, value = row.pop("cast"), row.pop("value")
    body, words = row.pop("body"), row.pop("words") or ""
    sentence, passage = row.pop("sentence"), row.pop("passage")
    is_noun = row.pop("is_noun")
    return Telling(
        **row,
        parties=parties(participants, dict(cast or ())),
        sentence=spoken_of(sentence or ""),
        passage=passage or "",
        body=name_words(body or ""),
        which=which(words, is_noun=is_noun),
        is_several=are_several(words, is_noun=is_noun),
        is_round=words.endswith(("round", "rounds", "round of talks")),
        city=city(row["place"]),
        value=float(value) if value else None,
    )
