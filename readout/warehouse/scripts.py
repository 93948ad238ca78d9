"""The SQL of the project, read from `sql/`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Script:
    """A file of SQL. `name` is its path in `sql/` without the ending."""

    name: str
    text: str

    @property
    def sha256(self) -> str:
        """What changes when the file does."""
        return sha256(self.text.encode()).hexdigest()

    @property
    def stem(self) -> str:
        """The last part of the name."""
        return self.name.rsplit("/", 1)[-1]

    @property
    def title(self) -> str:
        """The first comment line."""
        return self.text.split("\n", 1)[0].removeprefix("--").strip()


@cache
def script(name: str) -> Script:
    """The file `sql/<name>.sql`."""
    place = files("sql").joinpath(*f"{name}.sql".split("/"))
    return Script(name, place.read_text("utf-8"))


def scripts(folder: str) -> Iterator[Script]:
    """The files of a folder in `sql/`, by name."""
    place = files("sql").joinpath(*folder.split("/"))
    for file in sorted(entry.name for entry in place.iterdir()):
        if file.endswith(".sql"):
            yield script(f"{folder}/{file.removesuffix('.sql')}")


def folders(folder: str) -> list[str]:
    """The names of the folders in a folder of `sql/`."""
    place = files("sql").joinpath(folder)
    return sorted(entry.name for entry in place.iterdir() if entry.is_dir())
