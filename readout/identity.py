"""Ids: hashes of content and place, so that a rebuild gives every row the name it had."""

from hashlib import blake2b


def hash_id(*parts: object) -> str:
    """Sixteen hexadecimal digits that depend on every part and on where one ends.

    64 bits: among ten million ids the chance that any two are equal is 3 in a million.
    """
    digest = blake2b(digest_size=8)
    for part in parts:
        encoded = str(part).encode("utf-8", "surrogatepass")
        digest.update(f"{len(encoded)}:".encode())
        digest.update(encoded)
    return digest.hexdigest()
