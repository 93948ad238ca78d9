"""What is installed beside the program, and under which licence.

python -m tests.faults.licences writes docs/licences.md.
"""

import re
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "requirements.lock"
PAGE = ROOT / "docs" / "licences.md"
LONGEST = 60  # characters of a licence's name; longer is its text

_LOCKED = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s\\;]+)(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^\| ([\w.-]+) \| (.+) \|$", re.MULTILINE)
HEAD = """\
# Licences

<!-- Made from the lock: `python -m tests.faults.licences` -->

What `make` installs beside the program, and the licence that each says it is under.

| package | licence |
|---|---|
"""


def locked() -> list[tuple[str, str, str]]:
    """The packages in the lock: name, version, and what follows (marker, hashes, reasons).

    One that has another version on another Python stands there twice.
    """
    return _LOCKED.findall(LOCK.read_text("utf-8"))


def names() -> list[str]:
    """Their names, in order."""
    return [*dict.fromkeys(name for name, _, _ in locked())]


def licence(name: str) -> str | None:
    """What an installed package says of its licence; None where it is not installed."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return None
    classified = [
        one.rpartition(" :: ")[2]
        for one in said.get_all("Classifier", [])
        if one.startswith("License")
    ]
    stated = _stated(said, "License").strip().partition("\n")[0]
    short = stated if len(stated) <= LONGEST and "LICENSE AGREEMENT" not in stated else ""
    return _stated(said, "License-Expression") or short or ", ".join(classified) or stated


def _stated(said: PackageMetadata, name: str) -> str:
    return ", ".join(said.get_all(name, []))


def listed() -> dict[str, str]:
    """The licences on the page."""
    text = PAGE.read_text("utf-8") if PAGE.exists() else ""
    return dict(_LINE.findall(text.partition("|---|---|\n")[2]))


def page() -> str:
    """The page. What is not installed here, as on another system, stays as it was."""
    before = listed()
    lines = [
        f"| {name} | {(licence(name) or before.get(name, 'not known')).replace('|', '/')} |"
        for name in names()
    ]
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
