"""Old documents read again by a new extractor or model, a slice at a time."""

from datetime import date
from pathlib import Path

from prefect import flow
from prefect.client.schemas.objects import State

from flows.artifacts import Bar
from flows.backlog import out_of_date, stage_slice
from flows.limits import called_in_time
from flows.load import load
from flows.naming import named, tagged
from flows.outcome import ended
from flows.parameters import WORKERS, Seconds, SliceSize, Workers
from flows.reading import read_documents
from flows.writing import WAIT_S, writing
from readout.home import Home
from readout.warehouse import Range

SLICE = 2_000


@flow(name="backfill", flow_run_name=named("backfill"))
def backfill(  # noqa: PLR0913, PLR0917  the fields of a form
    home: Path = Path("data"),
    source: str | None = None,
    published_from: date | None = None,
    published_before: date | None = None,
    slice_size: SliceSize = SLICE,
    workers: Workers = WORKERS,
    wait_s: Seconds = WAIT_S,
) -> State[object]:
    """Read the documents in a range again that another version has read.

    Each slice is loaded and published before the next begins. A run that is stopped has lost one
    slice at most, and goes on where it was when it is started again: what the new version has read
    is not out of date any more.

    Args:
        home: The folder of the warehouse, the staged parts and the snapshot.
        source: Only documents of this source. None: of all.
        published_from: Only documents published on this day or later.
        published_before: Only documents published before this day.
        slice_size: How many documents are read, loaded and published together.
        workers: Processes for extraction.
        wait_s: Seconds to wait for another run in the same home to end.
    """
    within = Range(source, published_from, published_before)
    with writing(home, wait_s) as place:
        read_documents(place, workers)  # what an interrupted run has staged
        called_in_time(place, load, place.path)
        ids = out_of_date(place, within)
        _in_slices(place, ids, slice_size, workers)
        left = len(out_of_date(place, within))
    line = f"{len(ids) - left} of {len(ids)} documents were read again"
    return ended(line, None, [f"{left} could not be read: rejects say why"] if left else ())


def _in_slices(home: Home, ids: list[str], size: int, workers: int) -> None:
    slices = [ids[start : start + size] for start in range(0, len(ids), size)]
    bar = Bar("backfill", len(slices))
    for done, chosen in enumerate(slices, 1):
        stage_slice.with_options(task_run_name=f"stage slice {done} of {len(slices)}")(home, chosen)
        read_documents(home, workers)
        with tagged("load"):
            called_in_time(home, load, home.path)
        bar.move(done)
