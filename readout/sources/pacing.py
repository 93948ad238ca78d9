"""One visit at a time to a host, and not too often."""

import threading
from collections.abc import Callable


class Pace:
    """Spaces the visits to each host. Threads may share it; each waits for its own turn."""

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._clock = clock
        self._sleep = sleep
        self._free: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, host: str, pause: float) -> None:
        """Returns when the host may be visited; the next visit is this many seconds later."""
        with self._lock:
            now = self._clock()
            turn = max(now, self._free.get(host, now))
            self._free[host] = turn + pause
        if turn > now:
            self._sleep(turn - now)

    def postpone(self, host: str, seconds: float) -> None:
        """No visit to the host for this many seconds, because it asked for that."""
        with self._lock:
            now = self._clock()
            self._free[host] = max(self._free.get(host, now), now + seconds)
