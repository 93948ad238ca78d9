"""Sources: where articles come from. Everything that is read, is read through here.

    catalogue = load_catalogue()
    fetcher = Fetcher()
    for source in resolve(["seeds/articles", "https://example.org/feed"], catalogue):
        for outcome in read(source, validators, fetcher, now):
            ...  # an Article, a Rejected, or a Fetched

`resolve` and `read` never fail on an input: what cannot be read comes out of `read` as a `Rejected`
with stage "ingest" and a countable reason.
"""

from readout.sources.catalogue import Catalogue, CatalogueError, load_catalogue
from readout.sources.credentials import kept_apart
from readout.sources.fetching import Fetcher
from readout.sources.reading import read
from readout.sources.resolving import resolve
from readout.sources.source import Limits, Source

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Fetcher",
    "Limits",
    "Source",
    "kept_apart",
    "load_catalogue",
    "read",
    "resolve",
]
