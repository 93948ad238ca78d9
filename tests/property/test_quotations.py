from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from extractors import quotations

WORDS = st.text(alphabet="ab .,s\n", max_size=12)
MARKS = st.sampled_from(["“", "”", '"', "‘", "’", "'", "«", "»", "„", "``", "''"])
TEXTS = st.lists(st.one_of(WORDS, MARKS), max_size=25).map("".join)


@given(TEXTS)
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = quotations.find(text)
    for quotation in found:
        assert 0 <= quotation.extent.start < quotation.extent.end <= len(text)
        assert quotation.extent.contains(quotation.inner)
        assert quotation.parts
        for part in quotation.parts:
            assert quotation.extent.contains(part)
            assert part.of(text).strip() == part.of(text) != ""
            assert "\n" not in part.of(text)
    for earlier, later in pairwise(found):
        assert earlier.extent.end <= later.extent.start


@given(st.text(alphabet="abc ,", min_size=1, max_size=30).filter(str.strip), st.sampled_from("“«"))
def test_what_stands_between_a_pair_is_found_whole(words: str, opening: str) -> None:
    closing = {"“": "”", "«": "»"}[opening]
    words = words.strip()
    text = f"She said: {opening}{words}{closing} Then she left."
    (found,) = quotations.find(text)
    assert [part.of(text) for part in found.parts] == [words]


@given(TEXTS, TEXTS)
def test_a_paragraph_without_marks_is_never_quoted_by_those_far_above(a: str, b: str) -> None:
    plain = "\nNothing is quoted here.\nNor here.\nNor here.\nNor here.\nThe end."
    text = a.replace("\n", " ") + plain + "\n" + b
    end = text.rindex("The end.")
    assert not any(
        found.extent.start < len(a) and found.extent.end > end for found in quotations.find(text)
    )
