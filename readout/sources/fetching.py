"""The only way to the web: polite, bounded in time and bytes, and never into private networks."""

import time
from collections.abc import Callable
from functools import cached_property
from ssl import SSLContext
from urllib.parse import urljoin, urlsplit

import httpx
import stamina

from readout.records import Validators
from readout.sources.answers import Answer, answer_of
from readout.sources.connecting import Network, Vetted, VettedTransport
from readout.sources.errors import IngestError, TransientError
from readout.sources.pacing import Pace
from readout.sources.robots import Robots
from readout.sources.source import Source
from readout.sources.urls import require_web, shown

USER_AGENT = "readout/0.1 (reads news for event tables; keeps to robots.txt)"
_MOST_REDIRECTS = 5
_ATTEMPTS = 3
_LONGEST_WAIT = 60.0  # what a Retry-After may ask for within a run
_ROBOTS_BYTES = 5_000_000
_ACCEPTED = "text/html, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.8"


class Fetcher:
    """Fetches URLs. One is meant to serve a whole run, from several threads if need be.

    It spaces requests to a host by the source's pause or the host's Crawl-delay, whichever is
    longer, and asks each host for its robots.txt once. Proxies of the environment are not used.
    """

    def __init__(
        self,
        *,
        user_agent: str = USER_AGENT,
        network: Network | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        back_off: float = 1.0,
    ) -> None:
        """`clock` and `sleep` pace the visits; `back_off` is the first wait before a retry."""
        self._user_agent = user_agent
        self._network = network or Network()
        self._pace = Pace(clock, sleep)
        self._robots = Robots(self._rules, user_agent.partition("/")[0])
        self._back_off = back_off

    def get(
        self, url: str, source: Source, *, limit: int, validators: Validators | None = None
    ) -> Answer:
        """What the server answers in the end, after redirects and retries.

        A server that fails (5xx, 429) or breaks off is tried three times, longer apart each time
        or as it asks in Retry-After. Raises IngestError with the reason of the last attempt.
        """
        return self._retried(lambda: self._followed(url, source, limit, validators))

    def _rules(self, url: str, source: Source) -> bytes:
        answer = self._retried(
            lambda: self._followed(url, source, _ROBOTS_BYTES, None, is_robots=True)
        )
        with answer.body:
            return answer.body.read()

    def _retried(self, attempt_once: Callable[[], Answer]) -> Answer:
        for attempt in stamina.retry_context(
            on=_is_worth_another,
            attempts=_ATTEMPTS,
            timeout=None,
            wait_initial=self._back_off,
            wait_jitter=self._back_off,
        ):
            with attempt:
                try:
                    return attempt_once()
                except IngestError as problem:
                    problem.attempts = attempt.num
                    raise
        raise AssertionError("the last attempt returns or raises")

    def _followed(
        self,
        url: str,
        source: Source,
        limit: int,
        validators: Validators | None,
        *,
        is_robots: bool = False,
    ) -> Answer:
        left = source.limits.seconds
        for _ in range(_MOST_REDIRECTS + 1):
            require_web(url)
            pause = 0.0 if is_robots else self._robots.pause_before(url, source)
            self._pace.wait(urlsplit(url).hostname or "", max(pause, source.pause))
            started = time.monotonic()
            reply = self._asked(url, source, limit, validators, left)
            if isinstance(reply, Answer):
                return reply
            url, left = reply, left - (time.monotonic() - started)
        raise IngestError("redirects", f"more than {_MOST_REDIRECTS} redirects, to {shown(url)}")

    def _asked(
        self, url: str, source: Source, limit: int, validators: Validators | None, seconds: float
    ) -> Answer | str:
        """The answer to one request, or the URL it redirects to."""
        vetted = Vetted(
            self._network, time.monotonic() + seconds, allow_private=source.allow_private
        )
        try:
            with (
                httpx.Client(
                    transport=VettedTransport(vetted, self._ssl), timeout=seconds
                ) as client,
                client.stream("GET", url, headers=self._headers(validators)) as response,
            ):
                if response.has_redirect_location:
                    return _joined(url, response.headers["location"])
                return answer_of(response, url, limit)
        except TransientError as problem:
            if problem.retry_after is not None:
                wait = min(problem.retry_after, _LONGEST_WAIT)
                self._pace.postpone(urlsplit(url).hostname or "", wait)
            raise
        except httpx.TimeoutException as error:
            limits = f"{source.limits.seconds:g} seconds"
            raise IngestError("timeout", f"{shown(url)} took longer than {limits}") from error
        except httpx.InvalidURL as error:
            raise IngestError("bad url", f"{shown(url)} is not a URL: {error}") from error
        except httpx.TransportError as error:
            raise TransientError(
                "unreachable", f"{shown(url)} cannot be reached: {error}"
            ) from error

    def _headers(self, validators: Validators | None) -> dict[str, str]:
        headers = {
            "User-Agent": self._user_agent,
            "Accept": _ACCEPTED,
            "Accept-Encoding": "gzip",
        }
        if validators and validators.etag:
            headers["If-None-Match"] = validators.etag
        if validators and validators.last_modified:
            headers["If-Modified-Since"] = validators.last_modified
        return headers

    @cached_property
    def _ssl(self) -> SSLContext:
        return httpx.create_ssl_context()


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise IngestError("bad url", f"{shown(url)} redirects to no URL: {error}") from error


def _is_worth_another(error: Exception) -> bool | float:
    if not isinstance(error, TransientError):
        return False
    if error.retry_after is None:
        return True
    return error.retry_after if error.retry_after <= _LONGEST_WAIT else False
