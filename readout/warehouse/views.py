"""Versioned views: `<view>_v<N>` for every version in `sql/views/`, `<view>` for the newest."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

from duckdb import DuckDBPyConnection

from readout.warehouse.scripts import Script, folders, script, scripts

LOCK = "views.lock"


def definitions() -> dict[str, Script]:
    """The select behind every name that is published."""
    found: dict[str, Script] = {}
    for view in folders("views"):
        versions = sorted(scripts(f"views/{view}"), key=lambda file: int(file.stem[1:]))
        found |= {f"{view}_{version.stem}": version for version in versions}
        found[view] = versions[-1]
    return found


def publish(con: DuckDBPyConnection) -> None:
    """Makes all the views and their comments, inside the caller's transaction.

    Does nothing when they are already those of the program.
    """
    wanted = definitions()
    published = dict(con.execute(script("queries/views_published").text).fetchall())
    if published == {name: view.sha256 for name, view in wanted.items()}:
        return
    withdraw(con)
    for name, view in wanted.items():
        con.execute(f"create view {name} as {view.text}")
        con.execute(f"comment on view {name} is {_quoted(view.title)}")
        con.execute(script("queries/view_published").text, [name, view.sha256])


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


def lock_text() -> str:
    """What `sql/views.lock` holds once every version there is now is released."""
    lines = [
        f'{view}_{version.stem} = "{version.sha256}"\n'
        for view in folders("views")
        for version in scripts(f"views/{view}")
    ]
    heading = "# Released views. A file named here never changes: a change is a new version.\n"
    return heading + "".join(lines)
