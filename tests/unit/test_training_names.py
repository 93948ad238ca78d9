from pathlib import Path
from random import Random

import pytest
import spacy

from training import iob, labels, mentions, named_text, renaming, swapping, treebank
from training.conllu import Sentence, Word
from training.named_text import NamedText
from training.pools import Pools

POOLS = Pools(
    given=("Olena",),
    surnames=("Kovalenko",),
    whole={"GPE": {1: (("Lisbon",),)}, "ORG": {1: (("Airbus",),)}, "LOC": {}},
)


def sentence(*rows: tuple[str, str, int, str, str]) -> Sentence:
    words = tuple(
        Word(form, form, "X", tag, "", head, relation, misc, space_after=True)
        for form, tag, head, relation, misc in rows
    )
    return Sentence("s-1", words, opens_paragraph=True, opens_document=True)


BANK = sentence(
    ("The", "DT", 3, "det", "Entity=(1-organization-new"),
    ("old", "JJ", 3, "amod", "_"),
    ("Bank", "NNP", 0, "root", "_"),
    ("of", "IN", 5, "case", "_"),
    ("Ghana", "NNP", 3, "nmod", "Entity=(2-place-new)1)"),
)
ENVOY = sentence(
    ("President", "NNP", 2, "compound", "Entity=(1-person-new"),
    ("Ana", "NNP", 4, "nsubj", "_"),
    ("Silva", "NNP", 2, "flat", "Entity=1)"),
    ("left", "VBD", 0, "root", "_"),
)


def test_a_name_runs_over_its_of_phrase_and_not_over_its_adjective() -> None:
    assert (2, 5, "ORG") in mentions.names(BANK)


def test_a_place_inside_a_name_is_found_too() -> None:
    assert (4, 5, "LOC") in mentions.names(BANK)


def test_a_title_is_no_part_of_a_name() -> None:
    assert mentions.names(ENVOY) == [(1, 3, "PERSON")]


@pytest.mark.parametrize(
    "tags",
    [["B-PER", "I-PER", "B-PER", "O", "B-LOC"], ["I-PER", "I-PER", "B-PER", "O", "I-LOC"]],
    ids=["IOB2", "IOB"],
)
def test_names_are_read_from_either_kind_of_tags(tags: list[str]) -> None:
    assert iob.names(tags) == [(0, 2, "PER"), (2, 3, "PER"), (4, 5, "LOC")]


def test_names_move_to_another_cutting_of_the_same_letters() -> None:
    there, here = ["al-Sisi", "left"], ["al", "-", "Sisi", "left"]
    assert iob.moved([(0, 1, "PER")], there, here) == [(0, 3, "PER")]


def test_names_do_not_move_to_another_text() -> None:
    with pytest.raises(ValueError, match="not the same text"):
        iob.moved([(0, 1, "PER")], ["Ana"], ["Eva"])


def test_sentence_identifiers_of_universal_ner_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "uner.iob2"
    file.write_text("# sent_id = a-1\n# text = Ana left\n1\tAna\tB-PER\t-\t-\n2\tleft\tO\t-\t-\n")
    assert list(iob.read_numbered(file)) == [iob.Tagged("a-1", ("Ana", "left"), ((0, 1, "PER"),))]


def test_places_with_a_government_are_gpe_and_others_loc() -> None:
    words = ["Ghana", "Sahara", "Accra"]
    names = [(0, 1, "LOC"), (1, 2, "LOC"), (2, 3, "LOC")]
    assert [label for _, _, label in labels.relabelled(words, names)] == ["GPE", "LOC", "GPE"]


def test_a_people_is_norp_unless_it_is_part_of_a_name() -> None:
    words = ["Ghanaian", "troops", "near", "the", "Ghanaian", "Bank"]
    assert labels.relabelled(words, [(4, 6, "ORG")]) == [(0, 1, "NORP"), (4, 6, "ORG")]


def test_labels_that_are_no_names_here_are_dropped() -> None:
    assert labels.relabelled(["Oscar"], [(0, 1, "award")]) == []


def test_swapped_names_keep_the_tree() -> None:
    changed = [swapping.swapped([ENVOY], [[(1, 3, "PERSON")]], POOLS, Random(n)) for n in range(9)]
    texts = {one.text for (one,) in changed}
    assert texts == {"President Ana Silva left", "President Olena Kovalenko left"}
    assert all([w.head for w in one.words] == [w.head for w in ENVOY.words] for (one,) in changed)


def test_names_stay_where_they_were_said_to_be_after_renaming() -> None:
    named = NamedText("Ana Silva saw Accra.", ((0, 9, "PERSON"), (14, 19, "GPE")))
    for seed in range(20):
        text = renaming.renamed(named, POOLS, Random(seed))
        found = [text.text[a:b] for a, b, _ in text.names]
        assert found[0].endswith(("Silva", "Kovalenko"))
        assert found[1] in {"Accra", "Lisbon"}


def test_the_same_seed_gives_the_same_names() -> None:
    named = NamedText("Ana Silva saw Accra.", ((0, 9, "PERSON"), (14, 19, "GPE")))
    once, again = (renaming.renamed(named, POOLS, Random(3)) for _ in range(2))
    assert once == again


def test_words_are_spaced_as_english_is_written() -> None:
    words = ["He", "said", ":", '"', "No", ",", "Ana", "'s", "out", '"', "(", "again", ")", "."]
    text = named_text.from_words(words, [(6, 7, "PERSON")])
    assert text == NamedText('He said: "No, Ana\'s out" (again).', ((14, 17, "PERSON"),))


def test_names_are_marked_on_the_tokenizers_words() -> None:
    nlp = spacy.blank("en")
    (doc,) = named_text.documents([NamedText("Ana's out.", ((0, 3, "PERSON"),))], nlp)
    assert [(name.text, name.label_) for name in doc.ents] == [("Ana", "PERSON")]


def test_a_document_keeps_heads_across_its_sentences() -> None:
    doc = treebank.document(spacy.blank("en").vocab, [ENVOY, BANK], [[(1, 3, "PERSON")], []])
    assert [token.head.text for token in doc if token.dep_ == "flat"] == ["Ana"]
    assert [sentence[0].text for sentence in doc.sents] == ["President", "The"]
    assert [name.text for name in doc.ents] == ["Ana Silva"]


def test_documents_are_read_as_they_were_written(tmp_path: Path) -> None:
    vocab = spacy.blank("en").vocab
    file = tmp_path / "some" / "docs.spacy"
    treebank.write([treebank.document(vocab, [ENVOY], None)], file)
    (doc,) = treebank.read(file, vocab)
    assert doc.text == "President Ana Silva left"
    assert doc[1].dep_ == "nsubj"
    assert not doc.has_annotation("ENT_IOB")
