"""What was taken down and stays away, known by fingerprints alone."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from readout.records import Article, Rejected

REASON = "forgotten"


def fingerprint(address: str) -> str:
    """By what an address or URL is known when the address itself must not be kept."""
    return sha256(address.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Tombstones:
    """Fingerprints of addresses and URLs, and the ids of articles, documents and texts."""

    addresses: AbstractSet[str] = frozenset()
    articles: AbstractSet[str] = frozenset()
    documents: AbstractSet[str] = frozenset()
    texts: AbstractSet[str] = frozenset()  # content hashes

    def covers(self, *addresses: str | None) -> bool:
        """Whether one of these is the address or URL of something that was taken down."""
        return any(one is not None and fingerprint(one) in self.addresses for one in addresses)

    def covers_article(self, article: Article, identity: str) -> bool:
        """Whether an article of this id was taken down."""
        return identity in self.articles or self.covers(article.address, article.url)


NOTHING = Tombstones()


def unnamed(address: str) -> str:
    """An address as it may be shown when it was taken down."""
    return f"{REASON}:{fingerprint(address)[:16]}"


def turned_away(article: Article, now: datetime) -> Rejected:
    """An article that was taken down, as a reject that says nothing of it."""
    address, error = unnamed(article.address), "it was taken down"
    return Rejected(article.source, address, "ingest", REASON, error, now)


def silenced(reject: Rejected) -> Rejected:
    """A reject of something that was taken down, without its address."""
    return replace(reject, address=unnamed(reject.address), url=None, error="it was taken down")
