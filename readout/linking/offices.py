"""Which office words speak of, as far as it tells two people of one country apart."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_REMEMBERED = 1 << 16


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    lists = tomllib.loads((files("readout.linking") / "offices.toml").read_text("utf-8"))
    return {
        office: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
        for office, words in lists.items()
    }


@lru_cache(_REMEMBERED)
def office_of(words: str) -> str | None:
    """The office, such as "foreign"; None when the words speak of none, or of none on the list."""
    return next((office for office, found in _patterns().items() if found.search(words)), None)
