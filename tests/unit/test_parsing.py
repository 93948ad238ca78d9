"""Texts to parses: offsets are kept, whatever the text."""

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import parsing

WRAPPED = (
    "The ministers of both countries met on Tuesday in the old town hall of\n"
    "Lisbon and spoke for about two hours about fishing rights, tariffs and\n"
    "the long border dispute, which neither side has been willing to settle\n"
    "since the last agreement lapsed, an official of the host country said.\n"
)


def test_paragraphs_joined_are_the_text() -> None:
    text = "One.\n\n  Two goes on.\nThree.\n"
    assert parsing.paragraphs(text) == ["One.\n\n  ", "Two goes on.\n", "Three.\n"]


def test_a_dateline_is_parsed_apart_from_the_sentence_it_opens() -> None:
    text = "KYIV, March 3 (Harbour News) — Envoys met.\nSTEEL - Prices rose."
    assert parsing.paragraphs(text) == [
        "KYIV, March 3 (Harbour News) — ",
        "Envoys met.\n",
        "STEEL - ",
        "Prices rose.",
    ]


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    assert parsing.paragraphs(WRAPPED + "\n" + WRAPPED) == [WRAPPED + "\n", WRAPPED]


def test_a_long_run_without_spaces_is_masked_at_its_length() -> None:
    text = "Before " + "(" * 5_000 + " after"
    masked = parsing.masked(text)
    assert len(masked) == len(text)
    assert masked.split() == ["Before", "after"]


@pytest.mark.timeout(60)
def test_two_hundred_thousand_brackets_are_parsed_in_time() -> None:
    text = "He left. " + "(!" * 100_000
    (doc,) = parsing.parse([text])
    assert len(doc.text) == len(text)


def test_each_text_has_its_parse_an_empty_one_too() -> None:
    texts = ["Putin met Xi.\n\nThey talked.", "", "She left."]
    assert [doc.text for doc in parsing.parse(texts)] == texts


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4))
def test_offsets_of_any_text_are_kept(texts: list[str]) -> None:
    docs = [*parsing.parse(texts)]
    assert [doc.text for doc in docs] == [parsing.masked(text) for text in texts]
    for doc, text in zip(docs, texts, strict=True):
        for token in doc:
            assert text[token.idx : token.idx + len(token)] == token.text or not token.text.strip()


def test_products_of_matrices_are_numpys_own_and_take_one_thread() -> None:
    """Threads of it in each of several processes would fight for the cores."""
    asked = (
        "import extractors; from extractors import parsing; import os; "
        "nodes = parsing.model().get_pipe('tok2vec').model.walk(); "
        "print(os.environ['OPENBLAS_NUM_THREADS'], "
        "{node.ops.use_blis for node in nodes if node.name == 'maxout'})"
    )
    environment = {name: value for name, value in os.environ.items() if "_THREADS" not in name}
    said = subprocess.run(
        [sys.executable, "-c", asked], env=environment, capture_output=True, check=True, text=True
    )
    assert said.stdout.split() == ["1", "{False}"]
