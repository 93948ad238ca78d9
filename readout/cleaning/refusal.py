"""Why an article goes no further."""


class Refusal(Exception):  # noqa: N818 - bad input is an expected outcome here, not an error
    """Input known to be unusable: a countable reason, and what to do about it."""

    def __init__(self, reason: str, explanation: str) -> None:
        super().__init__(explanation)
        self.reason = reason
