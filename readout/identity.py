"""Ids: hashes of content and place, so that a rebuild gives every row the name it had."""

from collections import Counter
from hashlib import blake2b

from readout.records import Article, Extraction


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


def article_id(article: Article) -> str:
    """The id of an article: the same as long as its address and what it says are the same."""
    content = article.content.hex() if isinstance(article.content, bytes) else article.content
    return hash_id("article", article.address, article.title, article.published, content)


def mention_ids(extraction: Extraction) -> list[str]:
    """The ids of a document's mentions, in their order; no two are equal.

    Where one trigger tells of several events of a kind, they are numbered as they were found.
    """
    found: Counter[tuple[str, int, int]] = Counter()
    ids = []
    for mention in extraction.mentions:
        place = (mention.kind, mention.trigger.start, mention.trigger.end)
        ids.append(hash_id("mention", extraction.document_id, *place, found[place]))
        found[place] += 1
    return ids
