"""`readout explain`: a row and the words that prove it."""

from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from readout import cells, tabular, warehouse
from readout.cli.changing import refuse
from readout.cli.options import HomeOption
from readout.home import Home

Row = dict[str, Any]
QUERIES = files("sql") / "queries"
COLOURS = {
    "trigger": "bold reverse",
    "speaker": "cyan",
    "addressee": "blue",
    "content": "yellow",
    "place": "magenta",
    "time": "magenta",
    "agreement": "yellow",
    "topic": "yellow",
}
OTHER_ROLE = "green"
DETAILS = ("rule", "confidence", "cue", "attributed_to", "attributes", "reasons")


def explain(
    identity: Annotated[str, typer.Argument(metavar="ID", help="of an event or a mention")],
    home: HomeOption = Path("data"),
) -> None:
    """Show an event or a mention with its sentences, the marked words, rule, cues and dates."""
    mentions = _asked(home, "explained_mentions", identity)
    if not mentions:
        typer.echo(f"no event or mention {identity!r} in {Home(home).snapshot}", err=True)
        raise typer.Exit(1)
    arguments = _asked(home, "explained_arguments", identity)
    console = Console()
    for mention in mentions:
        own = [row for row in arguments if row["mention_id"] == mention["mention_id"]]
        console.print(explained(mention, own))


def _asked(home: Path, name: str, identity: str) -> list[Row]:
    query = (QUERIES / f"{name}.sql").read_text("utf-8")
    try:
        return tabular.rows(warehouse.query(Home(home), query, [identity]))
    except warehouse.NoSnapshotError as error:
        refuse(str(error), error)


def explained(mention: Row, arguments: list[Row]) -> Text:
    """A mention in words: what and whether, from which document, the marked sentence, and why."""
    return Text("\n").join(
        [
            Text(f"{mention['kind']}, {mention['status']}", style="bold"),
            _line("event", mention["event_id"]),
            _line("mention", mention["mention_id"]),
            _line("document", _document(mention)),
            _line("date", _date(mention)),
            _line("place", ", ".join(filter(None, (mention["place"], mention["country"])))),
            Text.assemble("  ", marked(mention, arguments)),
            *(_line(argument["role"], _who(argument)) for argument in arguments),
            *(_line(name, tabular.cell(mention[name])) for name in DETAILS if mention[name]),
            Text(),
        ]
    )


def _line(name: str, value: str) -> Text:
    return Text(f"  {name:<14}{cells.for_terminal(value)}")


def _document(mention: Row) -> str:
    parts = (mention["title"], mention["source"], tabular.cell(mention["published_at"]))
    return " · ".join(filter(None, (*parts, mention["url"])))


def _date(mention: Row) -> str:
    if mention["date_start"] is None:
        return ""
    start, end = tabular.cell(mention["date_start"]), tabular.cell(mention["date_end"])
    words = f"“{mention['date_text']}”" if mention["date_text"] else ""
    return f"{start} to {end} ({mention['date_precision']}, {mention['date_basis']}) {words}"


def _who(argument: Row) -> str:
    named = argument["name"] and argument["name"] != argument["text"]
    return f"{argument['text']}  = {argument['name']}" if named else str(argument["text"])


def marked(mention: Row, arguments: list[Row]) -> Text:
    """The evidence with trigger and arguments marked; of two that overlap the smaller shows."""
    start, end = mention["evidence_start"], mention["evidence_end"]
    text = Text(cells.for_terminal(mention["evidence"]))  # as long as it was
    marks = [(row["start_char"], row["end_char"], row["role"]) for row in arguments]
    marks.append((mention["trigger_start"], mention["trigger_end"], "trigger"))
    for mark_start, mark_end, role in sorted(marks, key=lambda mark: mark[0] - mark[1]):
        if start <= mark_start and mark_end <= end:
            text.stylize(COLOURS.get(role, OTHER_ROLE), mark_start - start, mark_end - start)
    return text
