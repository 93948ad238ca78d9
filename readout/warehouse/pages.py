"""A page for each view, made from what its SQL says of itself.

python -m readout.warehouse.pages docs/views
"""

import re
from collections.abc import Iterator

import duckdb

from readout.warehouse.describing import describe
from readout.warehouse.migrations import migrate
from readout.warehouse.views import Version, definitions, versions

_NOTE = "<!-- Made from the comments in sql/views: `readout views --pages docs/views` -->"


def pages() -> dict[str, str]:
    """The pages by the names of their files: one for each view, and a list of them."""
    found: dict[str, list[Version]] = {}
    for version in versions():
        found.setdefault(version.view, []).append(version)
    with duckdb.connect() as con:
        migrate(con)
        columns = {
            view: [(name, _type(kind)) for name, kind, *_ in con.sql(f"describe {view}").fetchall()]
            for view in found
        }
    return {
        "README.md": "\n".join(_index(found)),
        **{f"{view}.md": "\n".join(_page(all_, columns[view])) for view, all_ in found.items()},
    }


def _type(kind: str) -> str:
    """A type as a reader needs it: the parts of a struct are named in the text."""
    return re.sub(r"STRUCT\(.*\)", "STRUCT", kind).lower()


def _index(views: dict[str, list[Version]]) -> Iterator[str]:
    yield "# The views\n"
    yield _NOTE
    yield ""
    for view, (newest, *_) in views.items():
        yield f"- [{view}]({view}.md): {newest.row[:1].lower()}{newest.row[1:]}"
    yield ""


def _page(all_: list[Version], columns: list[tuple[str, str]]) -> Iterator[str]:
    newest = all_[0]
    said = describe(definitions()[newest.name])
    yield f"# {newest.view}\n"
    yield _NOTE
    yield f"\n{said.row}.\n"
    if said.prose:
        yield f"{said.prose}\n"
    yield "| column | type | what it holds |"
    yield "|---|---|---|"
    for (name, kind), text in zip(columns, said.columns, strict=True):
        yield f"| `{name}` | {kind} | {text} |"
    yield f"\n## For example\n\n```sql\n{said.example}\n```\n"
    yield "## Versions\n"
    for version in all_:
        yield f"- `{version.name}`{_fate(version)}"
    yield ""


def _fate(version: Version) -> str:
    newest = f", which is what `{version.view}` is" if version.is_newest else ""
    until = f"; it may be gone from {version.deprecated_on} on" if version.deprecated_on else ""
    return newest + until
