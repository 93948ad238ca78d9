"""The command `readout`."""

import typer

from readout.cli.annotate import annotate
from readout.cli.check import check
from readout.cli.diff import diff
from readout.cli.explain import explain
from readout.cli.export import export
from readout.cli.forget import forget
from readout.cli.resolve import resolve
from readout.cli.run import run
from readout.cli.serve import serve
from readout.cli.service import down_command, up_command
from readout.cli.sql import sql
from readout.cli.views import views

app = typer.Typer(
    help="News in, event tables out: who met whom, who said what, who signed what.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
)
for _command in (run, sql, annotate, explain, export, resolve, forget, check, views, diff, serve):
    app.command()(_command)
app.command("up")(up_command)
app.command("down")(down_command)
