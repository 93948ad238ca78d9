"""What the commands share that change a warehouse without a run of the pipeline."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from readout import warehouse
from readout.additions import AdditionsError
from readout.home import Home, HomeLockedError
from readout.settings import SettingsError

WaitOption = Annotated[float, typer.Option(help="seconds to wait for a run to end")]
WAIT_S = 60.0

_FAILURES = (
    AdditionsError,
    HomeLockedError,
    SettingsError,
    warehouse.ChecksFailedError,
    warehouse.NothingToForgetError,
    warehouse.QueryError,
    warehouse.SchemaError,
)


@contextmanager
def changing(path: Path, wait_s: float) -> Iterator[Home]:
    """The home at this path, locked within the block; what can go wrong there ends the command."""
    try:
        home = Home.configured(path)
        if not home.warehouse.exists():
            refuse(f"no {home.warehouse} yet: `readout run` makes it")
        with home.lock(wait_s):
            yield home
    except _FAILURES as error:
        refuse(str(error), error)


def refuse(message: str, cause: BaseException | None = None) -> NoReturn:
    """Ends the command with a message and status 1."""
    typer.echo(message, err=True)
    raise typer.Exit(1) from cause
