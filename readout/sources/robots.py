"""The rules that hosts give to robots (RFC 9309)."""

import threading
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from readout.sources.errors import IngestError
from readout.sources.source import Source
from readout.sources.urls import shown

# A host that wants longer pauses than this is left for another run.
_LONGEST_PAUSE = 60.0


@dataclass(frozen=True, slots=True)
class _Rules:
    parsed: Protego | None = None  # None: everything is allowed
    refusal: tuple[str, str] | None = None


class Robots:
    """The rules of each host, asked for once. `get` is how a robots.txt is fetched."""

    def __init__(self, get: Callable[[str, Source], bytes], agent: str) -> None:
        self._get = get
        self._agent = agent
        self._rules: dict[tuple[str, bool], _Rules] = {}
        self._locks: dict[tuple[str, bool], threading.Lock] = defaultdict(threading.Lock)
        self._lock = threading.Lock()

    def pause_before(self, url: str, source: Source) -> float:
        """The seconds that the host wants between visits, 0 if it does not say.

        Raises IngestError "robots" when the URL must not be visited, or as the host itself failed.
        """
        rules = self._of_host(url, source)
        if rules.refusal is not None:
            raise IngestError(*rules.refusal)
        if rules.parsed is None:
            return 0.0
        if not rules.parsed.can_fetch(url, self._agent):
            raise IngestError("robots", f"robots.txt does not allow {shown(url)}")
        pause = float(rules.parsed.crawl_delay(self._agent) or 0.0)
        if pause > _LONGEST_PAUSE:
            raise IngestError("robots", f"robots.txt asks for {pause:,.0f} seconds between visits")
        return pause

    def _of_host(self, url: str, source: Source) -> _Rules:
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        # What a source may not reach says nothing about what another one may.
        key = (root, source.allow_private)
        with self._lock:
            lock = self._locks[key]
        with lock:
            if key not in self._rules:
                self._rules[key] = self._asked(f"{root}/robots.txt", source)
            return self._rules[key]

    def _asked(self, url: str, source: Source) -> _Rules:
        try:
            return _Rules(Protego.parse(self._get(url, source).decode("utf-8", "replace")))
        except IngestError as problem:
            # RFC 9309, 2.3.1.3 and 2.3.1.4: no file, no rules; no answer, no visits.
            if problem.reason.startswith("http 4"):
                return _Rules()
            if problem.reason.startswith("http "):
                refusal = f"{problem.error}; while its rules cannot be had, nothing is visited"
                return _Rules(refusal=("robots", refusal))
            return _Rules(refusal=(problem.reason, problem.error))
