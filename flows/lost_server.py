"""What is said when the Prefect server that a run reports to is gone."""

from collections.abc import Iterator
from contextlib import contextmanager

from httpx import TransportError


class LostServerError(RuntimeError):
    """The server has not answered for minutes; the message says where it was, and what to do."""


@contextmanager
def told(url: str) -> Iterator[None]:
    """Within this block, that nobody answers at the URL is said in words.

    Prefect has asked again by then, for as long as its settings say (`flows.SETTINGS`).

    Raises:
        LostServerError: instead of what the connection raises.
    """
    try:
        yield
    except TransportError as error:
        raise LostServerError(
            f"the Prefect server at {url} does not answer any more ({error}). Nothing is lost: "
            "what was read is kept, and the same command goes on from there. Start the server, or "
            "unset PREFECT_API_URL to do without one."
        ) from error
