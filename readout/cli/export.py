"""`readout export`: rows of the snapshot for other programs."""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, BinaryIO, get_args

import typer

from readout import exchange, warehouse
from readout.cli.changing import refuse
from readout.cli.options import HomeOption
from readout.cli.report import KINDS
from readout.exchange import Form
from readout.home import Home
from readout.records import Status
from readout.warehouse import Selection

STANDARD = Path("-")
VIEW = "events"

DayOption = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY")]


def export(  # noqa: PLR0913, PLR0917 - typer makes each parameter an option
    form: Annotated[Form, typer.Option("--format", help="see docs/export.md")],
    view: Annotated[str | None, typer.Option(help="a view, or a version of one; events")] = None,
    since: DayOption = None,
    until: DayOption = None,
    kind: Annotated[list[str] | None, typer.Option(help="only of this kind; repeatable")] = None,
    status: Annotated[list[str] | None, typer.Option(help="only of it; repeatable")] = None,
    report_dates: Annotated[  # noqa: FBT002 - typer makes it a flag, named by who calls
        bool, typer.Option("--report-dates", help="undated events have their first report's day")
    ] = False,
    output: Annotated[Path, typer.Option(help="`-` for standard output")] = STANDARD,
    force: Annotated[  # noqa: FBT002 - a flag too, named by who calls
        bool, typer.Option("--force", help="replace the file if there is one")
    ] = False,
    home: HomeOption = Path("data"),
) -> None:
    """Write events in the columns of PLOVER, GDELT or ACLED, or any view as it is.

    What does not fit the format is left out, and counted on standard error.
    """
    wanted = Selection(
        _known(kind, (*KINDS,), "kind"),
        _known(status, get_args(Status), "status"),
        since.date() if since else None,
        until.date() if until else None,
    )
    layout = form if form in warehouse.layouts() else None
    if layout and view:
        raise typer.BadParameter(f"{form} has columns of its own: it takes no --view")
    if report_dates and not layout:
        raise typer.BadParameter(f"--report-dates is for {', '.join(warehouse.layouts())}")
    try:
        with _opened(output, force=force) as out:
            if layout:
                counted = _write_events(Home(home), form, wanted, out, report_dates=report_dates)
            else:
                counted = _write_view(Home(home), view or VIEW, form, wanted, out)
    except (warehouse.ExportError, warehouse.NoSnapshotError, warehouse.QueryError) as error:
        refuse(str(error), error)
    for what, number in counted.items():
        if number or what == exchange.WRITTEN:
            typer.echo(f"{number} {what}", err=True)


def _known(given: list[str] | None, values: tuple[str, ...], name: str) -> tuple[str, ...] | None:
    for value in given or ():
        if value not in values:
            raise typer.BadParameter(f"{value!r} is no {name}: {', '.join(values)}")
    return tuple(given) if given else None


def _write_events(
    home: Home, layout: Form, wanted: Selection, out: BinaryIO, *, report_dates: bool
) -> Counter[str]:
    with warehouse.exported_events(home, layout, wanted, report_dates=report_dates) as batches:
        return exchange.write(batches, layout, out)


def _write_view(
    home: Home, view: str, form: Form, wanted: Selection, out: BinaryIO
) -> Counter[str]:
    with warehouse.exported_view(home, view, wanted) as (batches, undated):
        counted = exchange.write(batches, form, out)
    counted["left out: no day is known"] = undated
    return counted


@contextmanager
def _opened(path: Path, *, force: bool) -> Iterator[BinaryIO]:
    """A file to write, which is there, whole, once the block has ended without an error."""
    if path == STANDARD:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if path.exists() and not (force and path.is_file()):
        more = "--force replaces it" if path.is_file() else "it is no file"
        raise typer.BadParameter(f"{path} is there already: {more}")
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with new.open("xb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if force:
            new.replace(path)
        else:
            os.link(new, path)  # which, unlike a rename, replaces nothing that came in the meantime
    except OSError as error:
        raise typer.BadParameter(f"cannot write {path}: {error.strerror}") from error
    finally:
        new.unlink(missing_ok=True)
