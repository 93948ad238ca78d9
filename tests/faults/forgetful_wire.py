"""A wire to a server that carries everything, and loses the answers it is told to lose."""

import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Loses = Callable[[bytes], bool]


@contextmanager
def wire(port: int, loses: Loses) -> Iterator[int]:
    """A port that leads to this one; the answer to a request that `loses` accepts gets lost.

    A request is whatever a connection has sent since its last answer. One lost answer closes its
    connection, as a broken wire does.
    """
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_accept, args=(server, port, loses), daemon=True).start()
        yield server.getsockname()[1]


def completed(body: bytes) -> bool:
    """Whether this request says that a flow run has ended well."""
    said = re.search(rb'"type":\s*"COMPLETED"', body)
    return b"/set_state" in body and b"/flow_runs/" in body and said is not None


def _accept(server: socket.socket, port: int, loses: Loses) -> None:
    with suppress(OSError):  # the server is closed when the block ends
        while True:
            near, _ = server.accept()
            far = socket.create_connection(("127.0.0.1", port))
            _Connection(near, far, loses).start()


class _Connection:
    def __init__(self, near: socket.socket, far: socket.socket, loses: Loses) -> None:
        self._near, self._far, self._loses = near, far, loses
        self._request = b""

    def start(self) -> None:
        for carry in (self._there, self._back):
            threading.Thread(target=self._until_closed, args=(carry,), daemon=True).start()

    def _until_closed(self, carry: Callable[[], None]) -> None:
        try:
            with suppress(OSError):  # either end has hung up
                carry()
        finally:
            for end in (self._near, self._far):
                with suppress(OSError):  # the other thread was here first
                    end.shutdown(socket.SHUT_RDWR)
                end.close()

    def _there(self) -> None:
        while data := self._near.recv(65536):
            self._request += data
            self._far.sendall(data)

    def _back(self) -> None:
        while data := self._far.recv(65536):
            if self._loses(self._request):
                return
            self._request = b""
            self._near.sendall(data)
