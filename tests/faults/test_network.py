"""One way to the web, and it leads to public addresses only."""

import ast
import random
import socket
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import Any

import httpcore
import pytest

import extractors
import flows
import readout
from readout.records import Rejected
from readout.sources import Fetcher, Source, read
from readout.sources.addresses import is_public, lookup
from readout.sources.connecting import Network
from tests.faults.conftest import Keep
from tests.property.test_source_damage import WHOLE

pytestmark = pytest.mark.promise(8)

NOW = datetime(2025, 3, 5, 12, tzinfo=UTC)
ROOMS = (extractors, flows, readout)
CONNECTING = {
    "aiohttp", "asyncio", "ftplib", "http.client", "httpcore", "httpx", "imaplib", "poplib",
    "requests", "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib.request",
    "urllib3", "websockets", "xmlrpc.client",
}  # fmt: skip
# The fetch function, what looks after the server on this machine, and what names Prefect's errors.
MAY_CONNECT = {
    "flows.lost_server",
    "readout.sources.addresses", "readout.sources.answers", "readout.sources.connecting",
    "readout.sources.fetching", "flows.service.deploying", "flows.service.keeping",
}  # fmt: skip

PRIVATE = (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
    "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32", "::/128", "::1/128",
    "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001:db8::/32", "2002::/16", "fc00::/7",
    "fe80::/10", "fec0::/10", "ff00::/8",
)  # fmt: skip
OF_EACH = 40


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_nothing_but_the_fetch_function_and_the_service_can_open_a_connection() -> None:
    found = set()
    for room in ROOMS:
        root = Path(room.__path__[0])
        for path in root.rglob("*.py"):
            if CONNECTING & {*imported(path)}:
                parts = path.relative_to(root.parent).with_suffix("").parts
                found.add(".".join(parts).removesuffix(".__init__"))
    assert found <= MAY_CONNECT


class NoConnections(httpcore.SyncBackend):
    """A network that notes who is called, and answers nobody."""

    def __init__(self) -> None:
        self.called: list[str] = []

    def connect_tcp(self, host: str, port: int, *_: Any, **__: Any) -> Any:
        self.called.append(host)
        raise httpcore.ConnectError(f"no connection to {host}:{port} in a test")


def addresses() -> Iterator[str]:
    """Addresses that are not one public host's, from all over their networks."""
    spread = random.Random(8)
    for name in PRIVATE:
        network = ip_network(name)
        size = network.num_addresses
        yield from {
            str(network[place])
            for place in (0, size - 1, *(spread.randrange(size) for _ in range(OF_EACH)))
        }


def embedded(address: str) -> Iterator[str]:
    """An IPv4 address inside addresses of IPv6 that lead to it."""
    four = int(IPv4Address(address))
    yield f"::ffff:{address}"
    yield str(IPv6Address((0x64FF9B << 96) | four))
    yield str(IPv6Network((((0x2002 << 32) | four) << 80, 48))[1])
    yield str(IPv6Address(four))  # IPv4-compatible, long out of use
    yield f"::ffff:0:{address}"  # translated, RFC 2765
    yield str(IPv6Address((0x20010000 << 96) | (four ^ 0xFFFFFFFF)))  # Teredo


def spellings(address: str) -> Iterator[str]:
    """How a URL can name an IPv4 address."""
    four = IPv4Address(address)
    first, *rest = str(four).split(".")
    yield from (str(four), str(int(four)), hex(int(four)), f"0{int(four):o}")
    yield ".".join(hex(int(part)) for part in str(four).split("."))
    yield ".".join(f"0{int(part):o}" for part in str(four).split("."))
    yield f"{first}.{int(four) & 0xFFFFFF}"
    yield f"{first}.{rest[0]}.{int(four) & 0xFFFF}"
    yield f"{four}."
    yield str(four).translate({ord(digit): chr(0xFF10 + int(digit)) for digit in "0123456789"})
    yield f"example.org@{four}"
    yield from (f"[{one}]" for one in embedded(address))


def test_no_address_of_a_private_network_is_public(keep: Keep) -> None:
    tried = 0
    for address in addresses():
        inside = [*embedded(address)] if ip_address(address).version == 4 else []
        for one in (address, *inside):
            assert not is_public(one), one
            tried += 1
    keep(8, "addresses tried", tried)


def resolved(host: str, port: int, seconds: float) -> Sequence[str]:
    """As the resolver of this machine has it, for what is an address in some spelling."""
    try:
        return lookup(host, port, seconds)
    except (OSError, UnicodeError) as error:
        raise OSError(f"{host} is nothing") from error


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.1.1", "0.0.0.0"],  # noqa: S104  nothing is bound
)
def test_no_spelling_of_a_private_address_in_a_url_is_called(address: str, keep: Keep) -> None:
    network = NoConnections()
    fetcher = Fetcher(network=Network(resolved, network), back_off=0.0, sleep=lambda _: None)
    for host in spellings(address):
        (outcome,) = read(Source("desk", f"http://{host}/"), {}, fetcher, NOW)
        assert isinstance(outcome, Rejected)
        assert outcome.reason in {"private address", "unreachable", "bad url"}, host
    assert network.called == []
    keep(8, "spellings of private addresses tried", 5 * len([*spellings(address)]))


CONNECTIONS: list[str] = []
watching: list[bool] = []


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if watching and event in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
        CONNECTIONS.append(f"{event} {arguments[1:]}")


def test_reading_what_names_other_places_asks_none_of_them(tmp_path: Path) -> None:
    named = b"""<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://dtd.example/x.dtd" [
        <!ENTITY e SYSTEM "http://entity.example/"> <!ENTITY f SYSTEM "file:///etc/passwd">]>"""
    contents = {
        **WHOLE,
        "named.xml": named + b"<rss><channel><item><title>&e;&f;</title></item></channel></rss>",
        "named.html": named + b"<html><base href='http://base.example/'><img src=x>"
        b"<link rel=stylesheet href=y><p>" + b"The minister spoke. " * 50,
    }
    sys.addaudithook(_note)
    watching.append(True)
    try:
        for name, content in contents.items():
            path = tmp_path / name
            path.write_bytes(content)
            for outcome in read(Source("desk", str(path)), {}, None, NOW):
                assert "root:" not in repr(outcome)
        with socket.socket() as one:  # the hook does see
            one.settimeout(0.01)
            one.connect_ex(("127.0.0.1", 9))
    finally:
        watching.clear()
    assert len(CONNECTIONS) == 1
