"""Under which addresses this PC stands in the shop's own network; asks the system, never the network."""

import socket
import struct
import sys
from ipaddress import IPv4Address

LOOPBACK = "127.0.0.1"
_SIOCGIFADDR = 0x8915


def own_addresses() -> tuple[str, ...]:
    """Private addresses of this PC, those of home and shop networks first; empty when it is in none."""
    found = {address for address in (_by_interface() if sys.platform == "linux" else _by_name()) if _fits(address)}
    return tuple(sorted(found, key=lambda address: (not address.startswith("192.168."), IPv4Address(address))))


def _fits(address: str) -> bool:
    it = IPv4Address(address)
    return it.is_private and not it.is_loopback and not it.is_link_local and not it.is_unspecified


def _by_interface() -> list[str]:
    if sys.platform != "linux":
        return []
    import fcntl

    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            try:
                answer = fcntl.ioctl(probe.fileno(), _SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
            except OSError:  # an interface without an address
                continue
            found.append(socket.inet_ntoa(answer[20:24]))
    return found


def _by_name() -> list[str]:
    try:
        return list(socket.gethostbyname_ex(socket.gethostname())[2])
    except OSError:
        return []
