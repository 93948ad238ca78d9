"""Words of others shown as words: nothing in them becomes markup where Markdown is rendered."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from urllib.parse import SplitResult, quote, urlsplit

LONGEST = 300

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")

# Where pages make links of their own accord: "http://", "www." and the @ of a mail address. They
# look at the words after the escapes are gone, so the words have to be parted: by a character
# without width that breaks no line.
_LINKED = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
JOINER = "\u2060"

# What an address may hold; all else of it is written as %XX. No bracket, quote or semicolon: a
# bracket would end the link, and a semicolon can end a character reference.
_ADDRESS = ":/?#@!$&*+,=%~-._"

# No character of a host means anything in Markdown, so it needs no escapes; pages that show links
# would show them too.
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")

# Controls, and characters that reorder or hide what stands around them.
_UNSHOWN = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}
_LETTERS_JOINED = "\u200c\u200d"


def words(text: str, longest: int = LONGEST) -> str:
    """The text on one line, as Markdown that shows its words and nothing else; cut if too long."""
    shown = "".join(one if _is_shown(one) else " " for one in text)
    line = " ".join(shown.split())
    line = line if len(line) <= longest else f"{line[: longest - 1]}…"
    return _PUNCTUATION.sub(r"\\\g<0>", _LINKED.sub(JOINER, line))


def link(url: str | None) -> str:
    """The host of an address, linked to it; its words without a link if it is not of the web."""
    if not url:
        return ""
    address = _web(url)
    if address is None:
        return words(url)
    return f"[{address.hostname}]({quote(address.geturl(), safe=_ADDRESS)})"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already: by `words`, `link`, or of one's own."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _web(url: str) -> SplitResult | None:
    """The address, if it is plain which host a browser will ask, and that it asks nobody else."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    is_web = parts.scheme in {"http", "https"} and "@" not in parts.netloc
    is_plain = "\\" not in url and url.isprintable() and _HOST.fullmatch(host)
    return parts._replace(netloc=host + port) if is_web and is_plain else None


def _is_shown(character: str) -> bool:
    return character in _LETTERS_JOINED or unicodedata.category(character) not in _UNSHOWN
