"""The teacher: a real one, on a handful of sentences; only where its packages are installed."""

from pathlib import Path
from random import Random

import numpy as np
import pytest
import spacy

from tests.training import hamlet
from training import stages, treebank, trial
from training.corpora import Corpora
from training.teacher.annotation import NOTHING, Annotated, Labels, annotated
from training.teacher.forms import HIDDEN, Forms, Vector

torch = pytest.importorskip("torch", reason="training/requirements.lock is not installed")
pytest.importorskip("floret", reason="training/requirements.lock is not installed")

from training import raw_text, teaching, vectors  # noqa: E402  # they need torch and floret
from training.teacher import examples, fitting, learning, network, parsing  # noqa: E402


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Corpora:
    return Corpora(hamlet.write(tmp_path_factory.mktemp("hamlet")))


def by_letters(word: str) -> Vector:
    drawn = np.random.default_rng(list(word.encode()))
    return drawn.standard_normal(16).astype(np.float32)


@pytest.fixture(scope="module")
def lesson(corpora: Corpora) -> tuple[Labels, Forms, list[Annotated]]:
    gold = corpora.ewt("train")[:20]
    labels, forms = Labels.of(gold), Forms(by_letters, 16)
    return labels, forms, annotated(gold, labels, forms)


@pytest.fixture(scope="module")
def teacher(lesson: tuple[Labels, Forms, list[Annotated]]) -> network.Teacher:
    labels, forms, known = lesson
    with pytest.MonkeyPatch.context() as patched:
        # Of a handful of sentences, batches as large as those of a treebank would be too few.
        patched.setattr(examples, "WORDS_A_BATCH", 60)
        return learning.trained(known * 5, labels, forms, seed=1)


def test_a_teacher_reads_back_the_sentences_that_it_has_learned(
    teacher: network.Teacher, lesson: tuple[Labels, Forms, list[Annotated]]
) -> None:
    _, forms, known = lesson
    parses = parsing.parsed(teacher, [sentence.words for sentence in known], forms)
    said = np.concatenate([[p.heads, p.relations, p.tags, p.features] for p in parses], axis=1)
    true = np.concatenate([sentence.gold for sentence in known], axis=1)
    assert ((said == true).mean(axis=1) > 0.9).all(), (said == true).mean(axis=1)


def test_a_parse_does_not_depend_on_what_stands_beside_it(
    teacher: network.Teacher, lesson: tuple[Labels, Forms, list[Annotated]]
) -> None:
    _, forms, known = lesson
    words = [sentence.words for sentence in known]
    for (alone,), together in zip(
        (parsing.parsed(teacher, [one], forms) for one in words),
        parsing.parsed(teacher, words, forms),
        strict=True,
    ):
        assert alone.heads.tolist() == together.heads.tolist()
        assert alone.tags.tolist() == together.tags.tolist()


def test_the_same_seed_gives_the_same_teacher(
    lesson: tuple[Labels, Forms, list[Annotated]],
) -> None:
    labels, forms, known = lesson
    one, same, other = (
        learning.trained(known, labels, forms, seed=seed, most_steps=2).state_dict()
        for seed in (1, 1, 2)
    )
    assert all(torch.equal(one[name], same[name]) for name in one)
    assert not all(torch.equal(one[name], other[name]) for name in one)


def test_a_teacher_is_kept_with_its_labels(
    teacher: network.Teacher, lesson: tuple[Labels, Forms, list[Annotated]], tmp_path: Path
) -> None:
    labels, forms, known = lesson
    learning.save(teacher, labels, tmp_path / "weights.pt")
    again, kept = learning.load(tmp_path / "weights.pt")
    assert kept == labels
    words = [known[0].words]
    (before,), (after,) = (parsing.parsed(one, words, forms) for one in (teacher, again))
    assert before.heads.tolist() == after.heads.tolist()


def test_no_word_hangs_on_what_is_beyond_its_sentence(
    lesson: tuple[Labels, Forms, list[Annotated]],
) -> None:
    labels, forms, known = lesson
    sizes = network.Sizes(16, len(labels.relations), len(labels.tags), len(labels.features))
    short, long = sorted((s.words for s in known[:5]), key=len)[:: len(known[:5]) - 1]
    batch = examples.batch([short, long], forms)
    scores = network.Teacher(sizes).eval()(batch.vectors, batch.rows, batch.lengths)
    arcs = network.masked(scores, batch.real)
    assert arcs.shape == (2, len(long), len(long) + 1)
    assert (arcs[0, :, len(short) + 1 :] == network.IMPOSSIBLE).all()
    assert (arcs[1] > network.IMPOSSIBLE).all()


def test_every_sentence_is_in_one_batch_of_like_length() -> None:
    lengths = [Random(n).randint(1, 60) for n in range(300)]
    batches = examples.batches(lengths, Random(1))
    assert sorted(place for batch in batches for place in batch) == list(range(300))
    assert all(
        sum(lengths[place] for place in batch) < examples.WORDS_A_BATCH + 60 for batch in batches
    )
    spans = [
        max(lengths[place] for place in batch) - min(lengths[place] for place in batch)
        for batch in batches
    ]
    assert sum(spans) / len(spans) < 10


def test_padding_has_no_true_head_and_a_hidden_word_keeps_its_pieces(
    lesson: tuple[Labels, Forms, list[Annotated]],
) -> None:
    _, forms, known = lesson
    pair = sorted(known, key=lambda s: len(s.words))[:: len(known) - 1]
    batch = examples.batch([sentence.words for sentence in pair], forms)
    gold = examples.gold(pair, batch.rows.shape[1])
    assert (gold[:, 0, len(pair[0].words) :] == NOTHING).all()
    assert gold[:, 1].numpy().tolist() == pair[1].gold.tolist()
    torch.manual_seed(1)
    rows = torch.cat([examples.hidden(batch.rows) for _ in range(20)])
    shown = torch.cat([batch.rows] * 20)
    assert (rows[..., 1:] == shown[..., 1:]).all()
    real = torch.cat([batch.real] * 20)
    assert 0.05 < (rows[..., 0][real] == HIDDEN).float().mean() < 0.3


def test_rates_go_up_and_then_down_to_nothing() -> None:
    weight = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.AdamW([weight], lr=1.0)
    rates, seen = fitting._rates(optimizer, 400), []  # noqa: SLF001  # no other way to see them
    for _ in range(400):
        seen.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        rates.step()
    assert max(seen) == seen[fitting.WARM_UP - 1] == pytest.approx(1.0)
    assert seen[: fitting.WARM_UP] == sorted(seen[: fitting.WARM_UP])
    assert seen[-1] == pytest.approx(1 / 300)


def test_silver_text_is_what_the_teacher_says_beside_the_treebanks_twice(
    corpora: Corpora, tmp_path: Path
) -> None:
    nlp = spacy.blank("en")
    gold = treebank.document(nlp.vocab, corpora.ewt("dev"))
    treebank.write([gold], stages.corpus(tmp_path, "parse", "train"))
    words = tmp_path / "words.txt"
    raw_text.write_words(raw_text.texts(corpora, 2), words)
    teaching.vectors_file(tmp_path).parent.mkdir()
    small = vectors.Table(vectors.TEACHER.dimensions, 500, 3)
    vectors.train(words, small).save_model(str(teaching.vectors_file(tmp_path)))
    teaching.teach(corpora, tmp_path, most_steps=2)
    teaching.write_silver(corpora, tmp_path, most_steps=1)
    mixed = treebank.read(stages.corpus(tmp_path, stages.PARSER, "train"), nlp.vocab)
    assert sum(doc.text == gold.text for doc in mixed) == teaching.TREEBANKS
    silver = [doc for doc in mixed if doc.text != gold.text]
    assert 0 < sum(len(doc.text.split()) for doc in silver) < trial.WORDS_A_STEP + 300
    read = set(corpora.raw())
    for doc in silver:
        assert doc.text in read
        assert all(sum(token.head == token for token in s) == 1 for s in doc.sents)
