"""How progress is shown: bars on a terminal, one line a step otherwise."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from readout.progress import Listener, Progress, listening


@contextmanager
def shown(console: Console) -> Iterator[None]:
    """Within this block, progress appears on the console."""
    if not console.is_terminal:
        with listening(_line_writer(console)):
            yield
        return
    columns = (TextColumn("{task.description:>8}"), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, TimeElapsedColumn(), console=console) as bars, listening(_bar_mover(bars)):
        yield


def _line_writer(console: Console) -> Listener:
    def write(progress: Progress) -> None:
        if progress.done == progress.total:
            console.print(f"{progress.step}: {progress.done} done", highlight=False)

    return write


def _bar_mover(bars: Bars) -> Listener:
    tasks = {}

    def move(progress: Progress) -> None:
        if progress.step not in tasks:
            tasks[progress.step] = bars.add_task(progress.step, total=None)
        bars.update(tasks[progress.step], completed=progress.done, total=progress.total)

    return move
