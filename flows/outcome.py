"""How a run ended, in a state that says so."""

from collections import Counter
from collections.abc import Sequence
from typing import cast

from prefect.client.schemas.objects import State
from prefect.states import Completed

# A kind of Completed that an automation can tell from the others.
DEGRADED = "Degraded"


def ended(message: str, data: object, complaints: Sequence[str] = ()) -> State[object]:
    """Completed with this message, or Degraded with the complaints after it."""
    if not complaints:
        return cast("State[object]", Completed(message=message, data=data))
    whole = ". ".join([message, *complaints])
    return cast("State[object]", Completed(name=DEGRADED, message=whole, data=data))


def counted(tally: Counter[str]) -> Counter[str]:
    """The tally of a step, as a state that says it to whoever looks and gives it to the caller."""
    line = ", ".join(f"{number} {what.replace('_', ' ')}" for what, number in tally.items())
    return cast("Counter[str]", ended(line or "there was nothing to do", tally))
