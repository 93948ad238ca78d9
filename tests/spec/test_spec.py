"""Every annotated sentence of this folder, read by the whole pipeline."""

from functools import cache
from pathlib import Path

import pytest

from extractors import extraction, parsing
from extractors.reading import Reading, read
from readout.cleaning import as_given
from readout.records import Extraction
from tests.spec.cases import Case, cases
from tests.spec.judging import differences

FOLDER = Path(__file__).parent
CASES = [case for path in sorted(FOLDER.glob("*.md")) for case in cases(path)]


@cache
def readings() -> dict[int, tuple[Reading, Extraction]]:
    """One pass over all cases: parsing them together is five times as fast as one by one."""
    documents = [
        as_given(str(n), c.text, None, c.published.isoformat()) for n, c in enumerate(CASES)
    ]
    docs = parsing.parse(case.text for case in CASES)
    read_all = [read(document, doc) for document, doc in zip(documents, docs, strict=True)]
    return {n: (reading, extraction(reading)) for n, reading in enumerate(read_all)}


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(
            n,
            id=f"{case.file}-{n}: {case.text[:60]}",
            marks=[pytest.mark.xfail(strict=True, reason="known gap")] if case.known_gap else [],
        )
        for n, case in enumerate(CASES)
    ],
)
def test_the_sentence_is_read_as_annotated(number: int) -> None:
    case: Case = CASES[number]
    wrong = differences(case, *readings()[number])
    assert not wrong, "\n".join([case.text, *wrong])
