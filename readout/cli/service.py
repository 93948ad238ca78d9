"""`readout up` and `readout down`: Prefect's server, a worker and the schedule on one machine."""

from pathlib import Path
from typing import Annotated

import typer

from flows.service import Service, ServiceError, start, up
from flows.service import down as stop
from flows.service.service import PORT
from readout.cli.changing import refuse
from readout.cli.options import HomeOption


def up_command(  # noqa: PLR0913, PLR0917  its options
    home: HomeOption = Path("data"),
    catalogue: Annotated[Path | None, typer.Option(help="a file of sources")] = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="of the pages, on 127.0.0.1")] = PORT,
    every: Annotated[
        float | None, typer.Option(min=1.0, metavar="SECONDS", help="from one run to the next")
    ] = None,
    cron: Annotated[str | None, typer.Option(help="when to run, as in a crontab")] = None,
    timezone: Annotated[str, typer.Option(help="of the schedule, such as Europe/Paris")] = "UTC",
    *,
    detach: Annotated[bool, typer.Option("--detach", help="go on in the background")] = False,
) -> None:
    """Run on a schedule, with pages to watch it: starts a Prefect server and a worker.

    Control-C stops them, or `readout down`. Without --every or --cron, a run begins every half
    hour. The pages are for this machine only and ask for the password in HOME/prefect/auth.
    """
    if every and cron:
        raise typer.BadParameter("--every and --cron exclude each other")
    service = Service(home, catalogue, port, every, cron, timezone)
    try:
        (start if detach else up)(service, typer.echo)
    except ServiceError as error:
        refuse(str(error), error)


def down_command(home: HomeOption = Path("data")) -> None:
    """Stop what `readout up` started, and any run that is going on; the next one finishes it."""
    try:
        stop(home, typer.echo)
    except ServiceError as error:
        refuse(str(error), error)
