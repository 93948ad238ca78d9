"""Articles to documents: one text in normal form, with title, date, language and fingerprints."""

from readout.cleaning.document import as_given, clean, clean_all
from readout.cleaning.fingerprint import bands, content_hash, signature, similarity

__all__ = [
    "VERSION",
    "as_given",
    "bands",
    "clean",
    "clean_all",
    "content_hash",
    "signature",
    "similarity",
]

# Another one whenever the same article would become another document.
VERSION = "1"
