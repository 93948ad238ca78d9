"""Versioned views: `<view>_v<N>` for every version in `sql/views/`, `<view>` for the newest."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from duckdb import DuckDBPyConnection

from readout.warehouse.describing import UndescribedError, describe
from readout.warehouse.scripts import Script, folders, script, scripts

LOCK = "views.lock"


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a view. Without `deprecated_on`, nobody has said when it will go."""

    view: str
    number: int
    row: str
    is_newest: bool
    is_released: bool
    deprecated_on: date | None

    @property
    def name(self) -> str:
        """The name under which it is published."""
        return f"{self.view}_v{self.number}"


def versions() -> list[Version]:
    """Every version of every view, the newest of each first."""
    deprecated = deprecations()
    return [
        Version(
            view,
            _number(file),
            file.title,
            place == 0,
            f"{view}_{file.stem}" in released(),
            deprecated.get(f"{view}_{file.stem}"),
        )
        for view in folders("views")
        for place, file in enumerate(reversed(_files(view)))
    ]


def _files(view: str) -> list[Script]:
    return sorted(scripts(f"views/{view}"), key=_number)


def _number(file: Script) -> int:
    return int(file.stem[1:])


def definitions() -> dict[str, Script]:
    """The select behind every name that is published."""
    found: dict[str, Script] = {}
    for view in folders("views"):
        files_ = _files(view)
        found |= {f"{view}_{version.stem}": version for version in files_}
        found[view] = files_[-1]
    return found


def publish(con: DuckDBPyConnection) -> None:
    """Makes all the views with their comments, inside the caller's transaction.

    Does nothing when they are already those of the program.

    Raises:
        UndescribedError: when a column has no comment.
    """
    wanted = definitions()
    published = dict(con.execute(script("queries/views_published").text).fetchall())
    if published == {name: view.sha256 for name, view in wanted.items()}:
        return
    withdraw(con)
    for name, view in wanted.items():
        con.execute(f"create view {name} as {view.text}")
        _comment(con, name, view)
        con.execute(script("queries/view_published").text, [name, view.sha256])


def _comment(con: DuckDBPyConnection, name: str, view: Script) -> None:
    names = [column for column, *_ in con.execute(f"describe {name}").fetchall()]
    said = describe(view)
    if len(names) != len(said.columns):
        raise UndescribedError(
            f"{view.name} has {len(names)} columns and says of {len(said.columns)} what they hold"
        )
    columns = zip(names, said.columns, strict=True)
    con.execute(
        f"comment on view {name} is {_quoted(said.row)};"
        + "".join(f'comment on column {name}."{one}" is {_quoted(text)};' for one, text in columns)
    )


def withdraw(con: DuckDBPyConnection) -> None:
    """Drops all the published views, inside the caller's transaction."""
    for name, _ in con.execute(script("queries/views_published").text).fetchall():
        con.execute(f"drop view {name}")
    con.execute(script("queries/views_withdrawn").text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def released() -> Mapping[str, str]:
    """The hash of every released version, from `sql/views.lock`: these never change again."""
    return tomllib.loads(files("sql").joinpath(LOCK).read_text("utf-8"))


def deprecations() -> Mapping[str, date]:
    """The first day on which a version may be gone, from `sql/deprecations.toml`."""
    return tomllib.loads(files("sql").joinpath("deprecations.toml").read_text("utf-8"))


def lock_text() -> str:
    """What `sql/views.lock` holds once every version there is now is released."""
    lines = [
        f'{view}_{version.stem} = "{version.sha256}"\n'
        for view in folders("views")
        for version in scripts(f"views/{view}")
    ]
    heading = "# Released views. A file named here never changes: a change is a new version.\n"
    return heading + "".join(lines)
