"""How long a step may take. What hangs ends the run, and the next one goes on from there."""

from typing import ParamSpec, TypeVar

from prefect import Flow
from prefect.flow_engine import FlowRunTimeoutError

from flows.outcome import called
from readout.home import Home

P = ParamSpec("P")
R = TypeVar("R")


class OvertimeError(RuntimeError):
    """A step took longer than it may; the message says which, and what to do."""


def called_in_time(home: Home, step: Flow[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """What the step gives, within the seconds that the settings of the home give it.

    Limits are on steps and not on their tasks: those work in threads, which cannot be interrupted.
    What they wait for has limits of its own (readout.sources.Limits, readout.isolation.Limits).

    Raises:
        OvertimeError: when it takes longer.
    """
    seconds = home.settings.limits.of(step.name)
    try:
        return called(step.with_options(timeout_seconds=seconds), *args, **kwargs)
    except FlowRunTimeoutError:
        raise OvertimeError(
            f"{step.name} took longer than {seconds:g} seconds. Nothing is lost: the next run goes "
            f"on where it was. {home.path / 'settings.toml'} can give it longer."
        ) from None
