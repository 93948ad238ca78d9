"""Connections that go where they were vetted to go, and end when their time is up."""

import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpcore
import httpx

from readout.sources.addresses import is_public, lookup
from readout.sources.errors import IngestError

Lookup = Callable[[str, int, float], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Network:
    """How hosts are looked up and addresses are reached."""

    lookup: Lookup = lookup
    backend: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)


class Vetted(httpcore.NetworkBackend):
    """Connects by name to a vetted address, so that a second lookup cannot lead elsewhere.

    A host with any address that is not public is refused, unless private ones are allowed.
    No operation outlasts the deadline (of `time.monotonic`), however slowly bytes drip in.
    """

    def __init__(self, network: Network, deadline: float, *, allow_private: bool) -> None:
        self._network = network
        self._deadline = deadline
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address that answers. Raises IngestError "private address"."""
        failure = httpcore.ConnectError(f"{host} has no address")
        for address in self._addresses(host, port):
            try:
                stream = self._network.backend.connect_tcp(
                    address, port, _left(self._deadline, timeout), local_address, socket_options
                )
            except httpcore.ConnectError as error:
                failure = error
            else:
                return _Timed(stream, self._deadline)
        raise failure

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        try:
            addresses = self._network.lookup(host, port, _left(self._deadline, None))
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(f"looking up {host} took too long") from error
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} cannot be looked up: {error}") from error
        private = [address for address in addresses if not is_public(address)]
        if private and not self._allow_private:
            raise IngestError(
                "private address",
                f"{host} is at {private[0]}, which is not public; "
                "a source in the catalogue may say allow_private",
            )
        return addresses


class _Timed(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = _left(self._deadline, timeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class VettedTransport(httpx.HTTPTransport):
    """httpx's transport over vetted connections."""

    def __init__(self, vetted: Vetted, ssl_context: ssl.SSLContext) -> None:
        super().__init__(verify=ssl_context)
        # httpx has no parameter for this; the tests of private addresses see that it holds.
        self._pool = httpcore.ConnectionPool(ssl_context=ssl_context, network_backend=vetted)


def _left(deadline: float, timeout: float | None) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time for the whole answer is up")
    return left if timeout is None else min(left, timeout)
