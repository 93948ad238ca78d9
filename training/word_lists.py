"""The word lists beside this file."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads((files("training") / "word_lists.toml").read_text("utf-8"))


def words(name: str) -> tuple[str, ...]:
    """The words of a list, in its order."""
    return tuple(_lists()[name].split())


def entries(name: str) -> tuple[str, ...]:
    """The entries of a list of one a line."""
    return tuple(_lists()[name].strip().splitlines())
