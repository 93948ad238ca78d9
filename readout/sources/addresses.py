"""Which network addresses are the public internet's, so that no URL reaches into a private one."""

import socket
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# `is_global` is true for these: they stand for other addresses, which may be private (NAT64,
# RFC 6052 and 8215; 6to4, RFC 3056), or are a cloud's own (Azure's metadata and DNS). Of the last,
# for protocols and no hosts (RFC 6890), Python 3.11 knows only parts.
_STAND_INS = tuple(
    ip_network(network)
    for network in (
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2002::/16",
        "168.63.129.16/32",
        "192.0.0.0/24",
    )
)


def is_public(address: str) -> bool:
    """Whether the address belongs to one host on the public internet."""
    parsed: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(parsed, IPv6Address):
        parsed = parsed.ipv4_mapped or parsed
    if isinstance(parsed, IPv6Address) and parsed.is_site_local:
        return False
    return (
        parsed.is_global
        and not parsed.is_multicast
        and not parsed.is_reserved
        and not any(parsed in network for network in _STAND_INS)
    )


def lookup(host: str, port: int, seconds: float) -> Sequence[str]:
    """Every address of a host, in the resolver's order.

    Raises OSError when there is none and TimeoutError when it takes longer than this: the
    resolver itself knows no deadline, so it is left behind in its thread.
    """
    resolver = ThreadPoolExecutor(1, thread_name_prefix="lookup")
    try:
        asked = resolver.submit(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
        answers = asked.result(timeout=max(seconds, 0))
    finally:
        resolver.shutdown(wait=False)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))
