"""The watch over the network sees who reaches out, and lets this machine talk to itself."""

import socket

import no_network
import pytest


@pytest.mark.parametrize("host", ["192.0.2.1", "shop.example"])
def test_who_reaches_out_is_turned_away_and_noted(host):
    with no_network.forbidden() as reached, pytest.raises(OSError, match="forbidden"):
        socket.create_connection((host, 80), timeout=1)
    assert host in reached[0]


def test_this_machine_talks_to_itself():
    with no_network.forbidden() as reached, socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        socket.create_connection(door.getsockname(), timeout=1).close()
    assert reached == []
