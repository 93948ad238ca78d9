"""From corpora to the files of each stage; names of many origins to put into them."""

from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest
import spacy

from tests.training import hamlet
from training import banks, convert, treebank
from training.corpora import Corpora
from training.pools import Pools, Words

NO_FAKER = "training/requirements.lock is not installed"
STAGES = ("parse", "parse-more", "parse-silver", "names", "names-more")
OTHER = ("Xiomara", "Nguyen", "Uruguay")


def few_pools(found: Iterable[tuple[str, Words]]) -> Pools:
    """One given name, one surname and one place, and no bodies but those found."""
    bodies = {words for label, words in found if label == "ORG"}
    given, surname, place = OTHER
    return Pools((given,), (surname,), {"GPE": {1: ((place,),)}, "ORG": {1: tuple(sorted(bodies))}})


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Corpora:
    return Corpora(hamlet.write(tmp_path_factory.mktemp("hamlet")))


@pytest.fixture(scope="module")
def folder(corpora: Corpora, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("work") / "corpus"
    convert.convert(corpora, made, few_pools)
    return made


def texts(folder: Path, name: str) -> list[str]:
    return [doc.text for doc in treebank.read(folder / f"{name}.spacy", spacy.blank("en").vocab)]


def test_every_stage_gets_its_files_and_silver_text_is_still_to_come(folder: Path) -> None:
    written = {file.name for file in folder.iterdir()}
    assert written == {
        f"{stage}-{part}.spacy"
        for stage in STAGES
        for part in ("train", "dev")
        if (stage, part) != ("parse-silver", "train")
    }


def test_each_sentence_stands_in_its_paragraph_and_in_a_run_with_other_names(
    folder: Path, corpora: Corpora
) -> None:
    read = " ".join(texts(folder, "parse-train"))
    signed = read.casefold().count("signed a treaty")
    assert signed == 2 * sum("signed a treaty" in s.text for s in corpora.training_sentences())
    assert all(name in read for name in OTHER)


def test_a_second_draw_has_other_names_and_the_same_sentences(folder: Path) -> None:
    vocab = spacy.blank("en").vocab
    first, second = (
        treebank.read(folder / f"{stage}-train.spacy", vocab) for stage in ("parse", "parse-more")
    )
    assert {doc.text for doc in first} != {doc.text for doc in second}
    verbs, other_verbs = (
        sorted(token.lower_ for doc in docs for token in doc if token.pos_ == "VERB")
        for docs in (first, second)
    )
    assert verbs == other_verbs


def test_development_files_have_their_own_names_and_spelling(
    folder: Path, corpora: Corpora
) -> None:
    read = texts(folder, "parse-dev")
    assert read == texts(folder, "parse-silver-dev")
    assert not any(name in text for text in read for name in OTHER)
    assert sum(map(len, read)) >= sum(len(s.text) for s in corpora.ewt("dev"))


def test_names_stand_where_they_stood_among_other_names(folder: Path) -> None:
    vocab = spacy.blank("en").vocab
    docs = treebank.read(folder / "names-train.spacy", vocab)
    people = [name.text for doc in docs for name in doc.ents if name.label_ == "PERSON"]
    known = tuple(name.casefold() for name in (*hamlet.NAMES["$SURNAME"], *OTHER))
    assert all(name.casefold().endswith(known) for name in people)
    assert any(OTHER[1] in name for name in people)


def test_the_same_seed_gives_the_same_documents(corpora: Corpora) -> None:
    nlp, training = spacy.blank("en"), banks.treebanks(corpora, "train")
    drawn = few_pools(convert.names_in(training))
    one, same, other = (
        [doc.text for doc in convert.parse_training(training, drawn, nlp, seed=seed)]
        for seed in (1, 1, 2)
    )
    assert one == same != other


def test_names_are_drawn_by_label_and_length() -> None:
    pools = few_pools([("ORG", ("Airbus",)), ("ORG", ("Royal", "Mail")), ("GPE", ("Accra",))])
    random = Random(1)
    assert pools.draw("PERSON", 2, random) == ("Xiomara", "Nguyen")
    assert {pools.draw("PERSON", 1, random) for _ in range(40)} == {("Nguyen",), ("Xiomara",)}
    assert pools.draw("PERSON", 4, random) is None
    middles = {words[1] for _ in range(40) if (words := pools.draw("PERSON", 3, random))}
    assert "Xiomara" in middles
    assert any(middle.endswith(".") for middle in middles)
    assert pools.draw("GPE", 1, random) == ("Uruguay",)
    assert pools.draw("LOC", 1, random) is None


def test_pools_hold_names_of_many_origins_in_latin_letters() -> None:
    pytest.importorskip("faker", reason=NO_FAKER)
    from training import name_sources  # noqa: PLC0415  # it needs Faker

    pools = name_sources.build([("ORG", ("Harbour", "Bank")), ("ORG", ("the", "Bank"))])
    assert {"Olena", "Giulia", "Agnieszka"} <= set(pools.given)
    assert {"Kovalenko", "Andersen"} & set(pools.surnames)
    assert all(
        (name[0].isupper() and name.isascii()) or ord(max(name)) < 0x1EFF for name in pools.given
    )
    assert ("Harbour", "Bank") in pools.whole["ORG"][2]
    assert ("the", "Bank") not in pools.whole["ORG"][2]
    assert ("Ghana",) in pools.whole["GPE"][1]


@pytest.mark.parametrize(
    ("name", "written"),
    [("Шевченко", "Shevchenko"), ("Юлія", "Iuliia"), ("Ильич", "Ylych"), ("García", "García")],
)
def test_a_cyrillic_name_is_romanized(name: str, written: str) -> None:
    pytest.importorskip("faker", reason=NO_FAKER)
    from training import name_sources  # noqa: PLC0415  # it needs Faker

    assert name_sources.romanized(name) == written
