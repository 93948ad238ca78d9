"""Which mentions tell of one event, and why."""

from functools import cache
from importlib.resources import files

from readout.identity import hash_id

# Raised whenever the rules change what is linked: everything is then linked anew.
VERSION = "11"

_KNOWN = (
    ("seeds", "actors.csv"),
    ("seeds", "countries.csv"),
    ("readout.linking", "naming.toml"),
    ("readout.linking", "offices.toml"),
)


@cache
def rules() -> str:
    """What mentions are linked by: the version of the rules, and the lists they look at."""
    lists = (files(package) / name for package, name in _KNOWN)
    return f"{VERSION} {hash_id(*(one.read_text('utf-8') for one in lists))}"
