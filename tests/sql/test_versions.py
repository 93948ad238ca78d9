"""Versions of views: a released one never changes, and a second one stands beside it."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from readout import warehouse
from readout.cli import app
from readout.home import Home
from readout.warehouse import views
from readout.warehouse.describing import UndescribedError, describe
from readout.warehouse.scripts import Script, folders, scripts
from tests.newsroom import Newsroom
from tests.unit.test_warehouse_revisions import THREAD

ROOT = Path(__file__).parents[2]
NEWER = """-- One row a meeting, as the second version shows it
--
-- For example:
--     select id, names from meetings_v2;
select
    event_id as id, -- Id of the event
    names, -- Names of those who meet
    status = 'occurred' as was_held -- Whether it was
from store.merged_events
where kind = 'meeting'
"""
PUBLISH = """
import sys
from pathlib import Path
from readout import warehouse
from readout.home import Home

home = Home(Path(sys.argv[1]))
con = warehouse.open(home)
warehouse.publish(con, home)
for version in warehouse.versions():
    if version.view == "meetings":
        print(version.name, version.is_newest, version.deprecated_on)
"""


def released_now() -> dict[str, str]:
    return {
        f"{view}_{file.stem}": file.sha256
        for view in folders("views")
        for file in scripts(f"views/{view}")
    }


def test_a_released_version_never_changes_and_stays_until_its_day_has_come() -> None:
    now = released_now()
    gone = {name for name, day in views.deprecations().items() if day <= date.today()}  # noqa: DTZ011 - a day, wherever we are
    assert views.released()
    for name, digest in views.released().items():
        assert now.get(name) == digest or (name not in now and name in gone), name


def test_only_versions_that_were_there_are_deprecated() -> None:
    assert views.deprecations().keys() <= views.released().keys()


def newer_program(folder: Path) -> Path:
    """The SQL of this program with a second version of one view, as a later program has it."""
    shutil.copytree(ROOT / "sql", folder / "sql")
    (folder / "sql" / "views" / "meetings" / "v2.sql").write_text(NEWER)
    (folder / "sql" / "deprecations.toml").write_text("meetings_v1 = 2031-05-01\n")
    return folder


def published_by(program: Path, home: Path) -> list[str]:
    """What a program with this SQL says of the versions, once it has published them."""
    path = os.pathsep.join(map(str, (program, ROOT)))
    done = subprocess.run(
        [sys.executable, "-c", PUBLISH, home],
        env={**os.environ, "PYTHONPATH": path},
        cwd=program,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_a_second_version_stands_beside_the_first_which_answers_as_before(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path / "home")
    newsroom.run(*THREAD)
    before = newsroom.rows("from meetings_v1 order by event_id")
    program = newer_program(tmp_path / "program")
    assert published_by(program, newsroom.path) == [
        "meetings_v2 True None",
        "meetings_v1 False 2031-05-01",
    ]
    assert newsroom.rows("from meetings_v1 order by event_id") == before
    second = newsroom.rows("from meetings_v2 order by id")
    assert [(row[0], row[2]) for row in second] == [
        (row[0], row[1] == "occurred") for row in before
    ]
    assert newsroom.rows("from meetings order by id") == second
    newsroom.load("by the older program")
    assert newsroom.rows("from meetings order by event_id") == before
    with pytest.raises(warehouse.QueryError):
        newsroom.rows("from meetings_v2")


def test_the_newest_version_has_the_plain_name(tmp_path: Path) -> None:
    con = warehouse.open(Home(tmp_path))
    for version in warehouse.versions():
        if version.is_newest:
            plain = con.execute(f"describe {version.view}").fetchall()
            assert plain == con.execute(f"describe {version.name}").fetchall()
    con.close()


def test_the_command_lists_every_version_and_shows_the_page_of_one() -> None:
    listed = CliRunner().invoke(app, ["views"], env={"COLUMNS": "200"}).output
    for version in warehouse.versions():
        assert version.view in listed
        assert version.row.removeprefix("One row ") in listed
    page = CliRunner().invoke(app, ["views", "threads"])
    assert page.output.startswith("# threads\n")
    assert CliRunner().invoke(app, ["views", "weather"]).exit_code == 1


def test_a_comment_goes_on_from_line_to_line_and_an_example_is_asked_for() -> None:
    text = NEWER.replace("-- Id of the event\n", "-- Id of the event,\n        -- as before\n")
    assert describe(Script("views/x/v2", text)).columns == (
        "Id of the event, as before",
        "Names of those who meet",
        "Whether it was",
    )
    with pytest.raises(UndescribedError, match="For example"):
        describe(Script("views/x/v2", NEWER.replace("For example:", "So:")))
