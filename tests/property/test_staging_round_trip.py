"""Whatever a record holds comes back from its part exactly as it was."""

from dataclasses import is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout import staging
from readout.home import Home
from readout.identity import mention_ids
from readout.records import Argument, Document, Extent, Extraction, Mention, When

_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
_LOCAL = st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30))  # noqa: DTZ001 - a report's dates are local
_UTC = _LOCAL.map(lambda moment: moment.replace(tzinfo=UTC))

st.register_type_strategy(str, _TEXT)
st.register_type_strategy(int, st.integers(-(2**63), 2**63 - 1))
st.register_type_strategy(float, st.floats(allow_nan=False))
st.register_type_strategy(datetime, _UTC)
st.register_type_strategy(
    When,
    st.builds(
        When,
        _LOCAL,
        _LOCAL,
        st.sampled_from(["day", "year"]),
        st.just("explicit"),
        st.from_type(Extent),
    ),
)
_ATTRIBUTES = st.dictionaries(_TEXT, _TEXT, max_size=2)
st.register_type_strategy(
    Mention,
    st.builds(
        Mention,
        arguments=st.lists(st.from_type(Argument), max_size=2).map(tuple),
        attributes=_ATTRIBUTES,
    ),
)


@pytest.mark.parametrize("kind", staging.KINDS, ids=lambda kind: kind.folder)
def test_a_record_comes_back_from_its_part_as_it_was(kind: staging.Kind[Any]) -> None:
    assert is_dataclass(kind.record)

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.from_type(kind.record), max_size=3))
    def round_trip(records: list[Any]) -> None:
        with TemporaryDirectory() as folder:
            home = Home(Path(folder))
            part = staging.write(home, kind, records, version="1")
            assert list(staging.read(home, kind, part)) == records

    round_trip()


@given(st.from_type(Extraction))
def test_no_two_mentions_of_a_document_share_an_id(extraction: Extraction) -> None:
    twice = Extraction(extraction.document_id, extraction.mentions * 2, ())
    ids = mention_ids(twice)
    assert len(set(ids)) == len(ids) == 2 * len(extraction.mentions)


@given(st.lists(st.from_type(Document), min_size=1, max_size=3))
def test_the_name_of_a_part_follows_from_what_is_in_it(documents: list[Document]) -> None:
    name = staging.part_name(staging.DOCUMENTS, documents)
    assert name == staging.part_name(staging.DOCUMENTS, documents)
    assert name != staging.part_name(staging.DOCUMENTS, [*documents, documents[0]])
