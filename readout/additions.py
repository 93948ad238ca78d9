"""The analyst's own list of actors: `actors.csv` in the home, with the columns of the program's.

It adds people and bodies, and offices and spellings of those that the program knows. It cannot take
a name away from anybody: a spelling means one actor.
"""

import csv
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from readout import codes, staging
from readout.codes import ACTOR_COLUMNS, KnownActor
from readout.home import Home
from readout.spelling import fold, without_article

_ID = re.compile(r"(?!country-)[A-Za-z0-9][A-Za-z0-9._-]*")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_KINDS = ("person", "organisation")
_SHORTEST = 2  # letters of a spelling


class AdditionsError(RuntimeError):
    """The list cannot be used; the message names the file, the line and what is wrong with it."""


def of_home(home: Home) -> tuple[KnownActor, ...]:
    """The lines of the home's own list, in its order; none when there is no such file.

    Raises:
        AdditionsError: when a line cannot be used. Nothing is taken over then.
    """
    return read(home.actors) if home.actors.exists() else ()


def read(path: Path) -> tuple[KnownActor, ...]:
    """The lines of a list of actors, in its order.

    Raises:
        AdditionsError: when the file or a line of it cannot be used.
    """
    lines = [*_lines(path)]
    _require_one_name_each(path, lines)
    _require_one_meaning_each(path, lines)
    return tuple(actor for _, actor in lines)


def keep(home: Home, path: Path) -> Path | None:
    """Makes a list the home's own; returns where the one that it had now is, if it had another.

    Only for who holds the lock.
    """
    had, given = home.actors.exists(), path.read_bytes()
    if had and home.actors.read_bytes() == given:
        return None
    old = home.actors.with_suffix(".before.csv")
    if had:
        shutil.copyfile(home.actors, old)
    new = home.actors.with_name(f".{home.actors.name}.new")
    new.write_bytes(given)
    new.replace(home.actors)
    staging.sync(home.path)
    return old if had else None


def _lines(path: Path) -> Iterator[tuple[int, KnownActor]]:
    try:
        text = path.read_text("utf-8-sig")  # spreadsheets put a mark at the start of UTF-8
    except (OSError, UnicodeDecodeError) as error:
        raise AdditionsError(f"cannot read {path} as a UTF-8 file: {error}") from error
    rows = csv.DictReader(text.splitlines())
    if sorted(rows.fieldnames or ()) != sorted(ACTOR_COLUMNS):
        raise AdditionsError(f"{path} must begin with the columns {','.join(ACTOR_COLUMNS)}")
    for row in rows:
        if row.get(None) or None in row.values():
            raise AdditionsError(
                f"{path}, line {rows.line_num}: has not as many cells as columns; "
                "a cell with a comma stands in quotation marks"
            )
        stripped = {name: cell.strip() for name, cell in row.items()}
        if any(stripped.values()):
            _require_values(path, rows.line_num, stripped)
            yield rows.line_num, codes.known_actor(stripped)


def _require_values(path: Path, line: int, row: Mapping[str, str]) -> None:
    spellings = [row["name"], *filter(None, row["aliases"].split("|"))]
    wrong = {
        "actor_id": None if _ID.fullmatch(row["actor_id"]) else "letters, digits, - and _",
        "name": None if row["name"] else "who it is",
        "kind": None if row["kind"] in _KINDS else " or ".join(_KINDS),
        "country": None
        if row["country"] in {"", *codes.countries()}
        else "an ISO 3166 code of two letters, or nothing",
        "start": _no_day(row["start"]),
        "end": _no_day(row["end"]),
        "aliases": "spellings of two letters or more, parted by |"
        if any(len(spelling.strip()) < _SHORTEST for spelling in spellings)
        else None,
    }
    for column, wanted in wrong.items():
        if wanted is not None:
            raise AdditionsError(
                f"{path}, line {line}: {column} is {row[column]!r}; it has to be {wanted}"
            )
    if row["start"] and row["end"] and row["end"] < row["start"][: len(row["end"])]:
        raise AdditionsError(f"{path}, line {line}: the office ends before it starts")


def _no_day(cell: str) -> str | None:
    return None if not cell or _DAY.fullmatch(cell) else "a day, month or year such as 2025-03-05"


def _require_one_name_each(path: Path, lines: Iterable[tuple[int, KnownActor]]) -> None:
    called = {actor.actor_id: actor for actor in codes.actors()}
    for line, actor in lines:
        known = called.setdefault(actor.actor_id, actor)
        if (known.name, known.kind) != (actor.name, actor.kind):
            raise AdditionsError(
                f"{path}, line {line}: {actor.actor_id} is the {known.kind} {known.name} "
                "elsewhere; write the same name and kind, and other spellings under aliases"
            )


def _require_one_meaning_each(path: Path, lines: Iterable[tuple[int, KnownActor]]) -> None:
    meant = {key: actor.actor_id for actor in codes.actors() for key in _keys(actor)}
    for line, actor in lines:
        for key, spelling in _keys(actor).items():
            other = meant.setdefault(key, actor.actor_id)
            if other != actor.actor_id:
                raise AdditionsError(
                    f"{path}, line {line}: {spelling!r} already means {other}; use that actor_id, "
                    "or leave the spelling out"
                )


def _keys(actor: KnownActor) -> dict[str, str]:
    return {fold(without_article(name)): name for name in (actor.name, *actor.aliases)}
