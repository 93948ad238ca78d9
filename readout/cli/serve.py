"""`readout serve`: the snapshot for readers on other machines."""

import signal
from pathlib import Path
from typing import Annotated

import typer

from readout.cli.changing import refuse
from readout.cli.options import HomeOption
from readout.home import Home
from readout.serving import SnapshotServer

PORT = 4300


def serve(
    home: HomeOption = Path("data"),
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: any that is free")] = PORT,
    host: Annotated[str, typer.Option(help="the address to listen on")] = "127.0.0.1",
) -> None:
    """Serve the snapshot over HTTP, whole or in ranges, while runs go on; until control-C.

    Anybody who reaches the address can read it: put a proxy with a password before it, or a tunnel.
    """
    try:
        server = SnapshotServer(Home(home), host, port)
    except OSError as error:
        refuse(f"{host}:{port} cannot be used ({error.strerror}): choose another --port", error)
    for ending in (signal.SIGINT, signal.SIGTERM):  # which who started it may have set aside
        signal.signal(ending, signal.default_int_handler)
    with server:
        typer.echo(f"http://{host}:{server.server_port}/{Home(home).snapshot.name}")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            typer.echo("stopped")
