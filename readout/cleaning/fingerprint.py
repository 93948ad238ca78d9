"""Fingerprints of a text: one for equal texts, one for texts that share most of their words."""

import re
from hashlib import blake2b
from itertools import islice

from rensa import RMinHash

from readout.identity import hash_id

# 21 bands of 6 values: a pair with Jaccard similarity 0.8 shares a band with probability
# 1 - (1 - 0.8**6)**21 = 0.998, one with 0.3 in 1.5 cases of a hundred.
BANDS = 21
ROWS = 6
PERMUTATIONS = BANDS * ROWS
SEED = 1
SHINGLE_WORDS = 5
FEWEST_WORDS = 20

WORD = re.compile(r"\w+")


def content_hash(text: str) -> str:
    """Equal for texts that differ in case and white space only."""
    return hash_id(" ".join(text.casefold().split()))


def signature(text: str) -> tuple[int, ...]:
    """A MinHash of the text's runs of five words: 126 integers in [0, 2**32).

    Case, punctuation and white space don't count. The same on every machine and in every
    process. Empty for texts under twenty words: those are only ever exact duplicates.
    """
    words = WORD.findall(text.casefold())
    if len(words) < FEWEST_WORDS:
        return ()
    runs = zip(*(islice(words, start, None) for start in range(SHINGLE_WORDS)), strict=False)
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    minhash.update([" ".join(run) for run in runs])
    return tuple(minhash.digest())


def similarity(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The estimated Jaccard similarity of two texts by their signatures, in [0, 1].

    Its standard error is at most 0.045. An empty signature is similar to nothing.
    """
    if not one or len(one) != len(other):
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def bands(signature: tuple[int, ...]) -> tuple[int, ...]:
    """Signed 64-bit integers of which near-duplicates share at least one; none for no signature.

    Of pairs with a Jaccard similarity of 0.8, 998 in 1,000 share one.
    """
    return tuple(
        _band(start, signature[start : start + ROWS]) for start in range(0, len(signature), ROWS)
    )


def _band(place: int, rows: tuple[int, ...]) -> int:
    packed = b"".join(value.to_bytes(8, "little", signed=True) for value in (place, *rows))
    return int.from_bytes(blake2b(packed, digest_size=8).digest(), "little", signed=True)
