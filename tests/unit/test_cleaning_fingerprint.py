"""Fingerprints: what is the same stays the same, what is nearly the same is found."""

import random
import subprocess
import sys

from readout.cleaning import bands, content_hash, signature, similarity

WORDS = [f"word{number}" for number in range(5_000)]


def _text(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def _edited(text: str, changes: int, seed: int) -> str:
    rng = random.Random(seed)
    words = text.split()
    for place in rng.sample(range(len(words)), changes):
        words[place] = rng.choice(WORDS)
    return " ".join(words)


def _jaccard(one: str, other: str) -> float:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = text.split()
        return set(zip(*(words[start:] for start in range(5)), strict=False))

    return len(runs(one) & runs(other)) / len(runs(one) | runs(other))


def test_case_and_space_do_not_count_and_words_do() -> None:
    assert content_hash("The King\nmet  her.") == content_hash("the king met her.")
    assert content_hash("The King met her.") != content_hash("The King met him.")
    assert signature(_text(1)) == signature(_text(1).upper().replace(" ", ",  "))


def test_short_texts_have_no_signature() -> None:
    assert signature(_text(1, length=19)) == ()
    assert bands(()) == ()
    assert similarity((), ()) == 0


def test_values_fit_the_integers_of_a_database() -> None:
    for value in (*signature(_text(1)), *bands(signature(_text(1)))):
        assert -(2**63) <= value < 2**63


def test_another_process_computes_the_same() -> None:
    code = (
        "from readout.cleaning import bands, signature;"
        "found = signature(' '.join(map(str, range(99))));"
        "print(sum(found), sum(bands(found)))"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    mine = signature(" ".join(map(str, range(99))))
    assert other.stdout.split() == [str(sum(mine)), str(sum(bands(mine)))]


def test_the_signature_is_what_it_was_when_stored() -> None:
    numbers = " ".join(map(str, range(99)))
    assert signature(numbers)[:3] == (2121027083, 1323928708, 494464602)


def test_pairs_that_share_four_fifths_are_found_and_strangers_are_not() -> None:
    found = pairs = 0
    for seed in range(400):
        text = _text(seed)
        near = _edited(text, 6, seed)
        if _jaccard(text, near) >= 0.8:
            pairs += 1
            found += bool(set(bands(signature(text))) & set(bands(signature(near))))
    assert pairs > 300
    assert found / pairs >= 0.99
    strangers = [set(bands(signature(_text(seed)))) for seed in range(1_000, 1_100)]
    assert sum(len(one) for one in strangers) == len(set().union(*strangers))


def test_similarity_estimates_the_share_of_common_runs_of_words() -> None:
    errors = [
        similarity(signature(text), signature(near)) - _jaccard(text, near)
        for seed in range(100)
        for text in [_text(seed)]
        for near in [_edited(text, seed % 30, seed)]
    ]
    assert abs(sum(errors) / len(errors)) < 0.02
    assert max(map(abs, errors)) < 0.2
