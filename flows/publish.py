"""The snapshot anew, from the warehouse as it is: after a restore, or when a disk was full."""

from pathlib import Path

from prefect import flow
from prefect.client.schemas.objects import State

from flows.naming import named
from flows.outcome import ended
from flows.parameters import Seconds
from flows.writing import WAIT_S, writing
from readout import warehouse


@flow(name="publish", flow_run_name=named("publish"))
def publish(home: Path = Path("data"), wait_s: Seconds = WAIT_S) -> State[object]:
    """Put the warehouse as it is in the place of the snapshot.

    Args:
        home: The folder of the warehouse and the snapshot.
        wait_s: Seconds to wait for a run in the same home to end.
    """
    with writing(home, wait_s) as place:
        with warehouse.open(place) as con:
            warehouse.publish(con, place)
        size = place.snapshot.stat().st_size
    return ended(f"{place.snapshot.name} is new: {size / 1e6:.1f} MB", size)
