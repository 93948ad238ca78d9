"""The one exception of this package: it never leaves it, and ends as a reject."""


class IngestError(Exception):
    """Something cannot be had: `reason` in a word or two to be counted, `error` in a sentence."""

    def __init__(self, reason: str, error: str) -> None:
        super().__init__(error)
        self.reason = reason
        self.error = error
        self.attempts = 1


class TransientError(IngestError):
    """It may work in a moment; `retry_after` is in seconds, where the server says so."""

    def __init__(self, reason: str, error: str, retry_after: float | None = None) -> None:
        super().__init__(reason, error)
        self.retry_after = retry_after
