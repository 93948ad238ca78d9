"""How a run ended, in a state that says so, and what it gave to the flow that called it."""

from collections import Counter
from collections.abc import Sequence
from typing import ParamSpec, TypeVar, cast

from prefect import Flow
from prefect.client.schemas.objects import State
from prefect.exceptions import MissingResult
from prefect.runtime import flow_run
from prefect.states import Completed

# A kind of Completed that an automation can tell from the others.
DEGRADED = "Degraded"

P = ParamSpec("P")
R = TypeVar("R")

_given: dict[str, object] = {}


def ended(message: str, data: object, complaints: Sequence[str] = ()) -> State[object]:
    """Completed with this message, or Degraded with the complaints after it."""
    _given[str(flow_run.id)] = data
    if not complaints:
        return cast("State[object]", Completed(message=message, data=data))
    whole = ". ".join([message, *complaints])
    return cast("State[object]", Completed(name=DEGRADED, message=whole, data=data))


def counted(tally: Counter[str]) -> Counter[str]:
    """The tally of a step, as a state that says it to whoever looks and gives it to the caller."""
    line = ", ".join(f"{number} {what.replace('_', ' ')}" for what, number in tally.items())
    return cast("Counter[str]", ended(line or "there was nothing to do", tally))


def called(step: Flow[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """What the flow gave to `ended`, or the exception it raised.

    When the server's answer to "it has ended" is lost on the way, Prefect asks again, is told that
    this is known, and takes the server's record of the state, in which there are no data
    (prefect.exceptions.MissingResult). Nothing is wrong then: the data are still here.
    """
    state = step(*args, **kwargs, return_state=True)
    run_id = str(state.state_details.flow_run_id)
    try:
        return state.result()
    except MissingResult:
        return cast("R", _given[run_id])
    finally:
        _given.pop(run_id, None)
