from pathlib import Path

import pytest

from training import conllu
from training.corpora import Corpora

TEXT = """\
# newdoc id = harbour
# global.Entity = GRP-etype
# newpar
# newpar_block = p (2 s)
# sent_id = harbour-1
# text = Mayor Ana Silva didn't sign.
1\tMayor\tMayor\tPROPN\tNNP\tNumber=Sing\t2\tcompound\t_\tEntity=(1-person-new
2\tAna\tAna\tPROPN\tNNP\tNumber=Sing\t6\tnsubj\t_\t_
3\tSilva\tSilva\tPROPN\tNNP\tNumber=Sing\t2\tflat\t_\tEntity=1)
4-5\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tdid\tdo\tAUX\tVBD\tMood=Ind|Typo=Yes\t6\taux\t_\t_
5\tnot\tnot\tPART\tRB\t_\t6\tadvmod\t_\t_
6\tsign\tsign\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
6.1\tleft\tleave\tVERB\tVBD\t_\t_\t_\t0:root\t_
7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_

# sent_id = harbour-2
# text = It rained.
1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\trained\train\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newpar
# sent_id = harbour-3
# text = Nobody came
1\tNobody\tnobody\tPRON\tNN\t_\t2\tnsubj\t_\t_
2\tcame\tcome\tVERB\tVBD\t_\t0\troot\t_\t_
"""


@pytest.fixture
def sentences(tmp_path: Path) -> list[conllu.Sentence]:
    file = tmp_path / "harbour.conllu"
    file.write_text(TEXT, encoding="utf-8")
    return conllu.read(file)


def test_the_text_is_that_of_the_treebank(sentences: list[conllu.Sentence]) -> None:
    assert [sentence.text for sentence in sentences] == [
        "Mayor Ana Silva didn't sign.",
        "It rained.",
        "Nobody came",
    ]


def test_words_of_a_fused_token_share_out_its_letters(sentences: list[conllu.Sentence]) -> None:
    assert [word.form for word in sentences[0].words[3:5]] == ["did", "n't"]


def test_empty_nodes_are_no_words(sentences: list[conllu.Sentence]) -> None:
    assert len(sentences[0].words) == 7


def test_features_of_spelling_are_left_out(sentences: list[conllu.Sentence]) -> None:
    assert sentences[0].words[3].feats == "Mood=Ind"


def test_paragraphs_begin_where_the_treebank_says(sentences: list[conllu.Sentence]) -> None:
    grouped = conllu.paragraphs(sentences)
    assert [[s.identifier for s in group] for group in grouped] == [
        ["harbour-1", "harbour-2"],
        ["harbour-3"],
    ]


def test_only_documents_of_the_split_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "gum"
    folder.mkdir()
    (folder / "splits.md").write_text(
        "## dev\n\n  * GUM_news_tide\n\n## train\n\n  * GUM_news_harbour\n"
    )
    for name in ("harbour", "tide", "unlisted"):
        (folder / f"GUM_news_{name}.conllu").write_text(TEXT, encoding="utf-8")
    assert len(Corpora(tmp_path).gum("train", "news")) == 1
