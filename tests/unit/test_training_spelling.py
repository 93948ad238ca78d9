from collections.abc import Callable
from random import Random

import pytest

from training import documents, spelling
from training.conllu import Sentence, Word


def word(form: str, tag: str = "NN") -> Word:
    return Word(form, form, "X", tag, "", 0, "root", "_", space_after=True)


def run(count: int, *, documents_of: int = 99) -> list[Sentence]:
    return [
        Sentence(str(n), (word("a"),), opens_paragraph=n == 0, opens_document=n % documents_of == 0)
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("respell", "form", "tag", "written"),
    [
        (spelling.typographic, '"', "``", "“"),
        (spelling.typographic, '"', "''", "”"),
        (spelling.typographic, "n't", "RB", "n’t"),
        (spelling.typographic, "--", ":", "—"),
        (spelling.straight, "“", "``", '"'),
        (spelling.straight, "’s", "POS", "'s"),
        (spelling.straight, "–", ":", "--"),
        (spelling.capitals, "straße", "NN", "STRAßE"),
        (spelling.small, "NATO", "NNP", "nato"),
        (spelling.title, "signs", "VBZ", "Signs"),
        (spelling.title, "of", "IN", "of"),
        (spelling.title, "iPhone", "NNP", "IPhone"),
    ],
)
def test_a_word_is_respelled(
    respell: Callable[[Word], str], form: str, tag: str, written: str
) -> None:
    assert respell(word(form, tag)) == written


def test_respelling_changes_nothing_but_the_form() -> None:
    (before,) = run(1)
    (after,) = spelling.respelled([before], spelling.capitals)
    assert after.words[0].form == "A"
    assert after.words[0].lemma == "a"


def test_runs_are_of_ten_sentences_and_keep_to_a_document() -> None:
    lengths = [len(part) for part in documents.by_run(run(27, documents_of=15))]
    assert lengths == [10, 5, 10, 2]


def test_a_long_paragraph_is_cut() -> None:
    assert [len(part) for part in documents.by_paragraph(run(20))] == [8, 8, 4]


def test_chance_runs_hold_every_sentence_once_in_order() -> None:
    sentences = run(40, documents_of=7)
    parts = list(documents.by_chance(sentences, Random(5)))
    assert [s for part in parts for s in part] == sentences
    assert all(not s.opens_document for part in parts for s in part[1:])
