"""Results as people and programs take them."""

import io
import json
from datetime import datetime

import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq

from readout import tabular

TABLE = pa.table(
    {
        "name": ['Ana; "Silva"', None],
        "parts": [["a", "b"], []],
        "details": pa.array([[("stage", "signed")], None], pa.map_(pa.string(), pa.string())),
        "at": [datetime.fromisoformat("2025-03-05T10:30"), None],
    }
)


def test_json_has_lists_maps_and_moments() -> None:
    first, second = json.loads(tabular.rendered(TABLE, "json"))
    assert first == {
        "name": 'Ana; "Silva"',
        "parts": ["a", "b"],
        "details": {"stage": "signed"},
        "at": "2025-03-05T10:30:00",
    }
    assert second["details"] is None


def test_csv_writes_nested_values_as_json_and_quotes_what_must_be() -> None:
    read = pc.read_csv(io.BytesIO(tabular.rendered(TABLE, "csv"))).to_pylist()
    assert read[0]["name"] == 'Ana; "Silva"'
    assert json.loads(read[0]["parts"]) == ["a", "b"]
    assert json.loads(read[0]["details"]) == {"stage": "signed"}


def test_parquet_keeps_the_types() -> None:
    assert pq.read_table(io.BytesIO(tabular.rendered(TABLE, "parquet"))).equals(TABLE)


def test_a_cell_is_short_and_without_quotes() -> None:
    row = tabular.rows(TABLE)[0]
    shown = [tabular.cell(value) for value in row.values()]
    assert shown == ['Ana; "Silva"', "a, b", "stage signed", "2025-03-05 10:30"]
    assert tabular.cell(None) == ""
