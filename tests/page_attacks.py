"""What a stranger on the shop's network may do to the tablet's page, small in the tests and large in the benchmark."""

import random
import socket
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

from page_maker import GENEROUS, Child, setup, token_in

STRANGER = Path(__file__).with_name("page_stranger.py")
TYPE = "Content-Type: application/x-www-form-urlencoded\r\n"


def free_port():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def visits_under_slow_fire(child, connections, visits):
    """Seconds that each visitor who was served waited for the whole page while a stranger holds connections."""
    command = [sys.executable, str(STRANGER), str(child.port), str(connections)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as stranger:
        assert stranger.stdout.readline() == b"all tried\n"
        waited = []
        for _ in range(visits):
            begun = time.perf_counter()
            if _sees_the_page(child):
                waited.append(time.perf_counter() - begun)
        stranger.stdin.close()
        assert int(stranger.stdout.readline()) >= connections
    return waited


def _sees_the_page(child):
    try:
        status, _, page = child.ask()
    except OSError:
        return False
    return status == 200 and "name=token" in page


def mutated(source, base):
    """One request with something wrong somewhere."""
    data = bytearray(base)
    for _ in range(source.randrange(1, 6)):
        at = source.randrange(len(data) + 1)
        match source.randrange(7):
            case 0:
                data[at:at] = source.randbytes(source.randrange(1, 40))
            case 1:
                del data[at : at + source.randrange(1, 60)]
            case 2:
                data = data[:at] or bytearray(b"G")
            case 3:
                data[at:at] = data[:at][-source.randrange(1, 200) :]
            case 4:
                data[at:at] = source.choice([b"\r\n", b"\r\n\r\n", b"\0", b"%00", b": ", b"\xff\xfe", b" " * 500])
            case 5:
                data[at:at] = b"X-%d: " % source.randrange(9) + b"y" * source.randrange(20_000) + b"\r\n"
            case _:
                data[at:at] = source.choice([
                    b"Transfer-Encoding: chunked\r\n", b"Content-Length: 99999999999999999999\r\n",
                    b"Expect: 100-continue\r\n",
                    b"Upgrade: websocket\r\nConnection: Upgrade\r\n", b"Content-Length: -1\r\n", b"Host: evil\r\n",
                ])
    return bytes(data)


def fuzz(child, count, seed=1):
    """Send so many mutated requests; answers how many were answered at all."""
    source, answered = random.Random(seed), 0
    token, host = child.token(), f"127.0.0.1:{child.port}"
    body = urlencode({"token": token, "words": "The bread was cold – 冷", "q1": "9", "code": "7K3M-9QX2"})
    bases = [
        f"GET / HTTP/1.1\r\nHost: {host}\r\nAccept: */*\r\n\r\n".encode(),
        f"POST / HTTP/1.1\r\nHost: {host}\r\n{TYPE}Content-Length: {len(body)}\r\n\r\n{body}".encode(),
    ]
    for _ in range(count):
        with closing(socket.create_connection(("127.0.0.1", child.port), timeout=10)) as line:
            try:
                line.sendall(mutated(source, source.choice(bases)))
                line.shutdown(socket.SHUT_WR)
                answered += bool(line.recv(65536))
            except OSError:
                pass
    return answered


class Guest(threading.Thread):
    """Tells things one after the other; presses Send again, on the same form, until it is thanked."""

    def __init__(self, words, port):
        super().__init__(daemon=True)
        self.words, self.thanked, self._port, self._pause = words, [], port, threading.Event()

    def run(self):
        for words in self.words:
            body = None
            while words not in self.thanked:
                try:
                    body = body or urlencode({"token": self._token(), "words": words})
                    if self._send(body) == 303:
                        self.thanked.append(words)
                except OSError:
                    self._pause.wait(0.02)

    def _token(self):
        page = _ask(self._port, "GET")[1]
        if "</form>" not in page:
            raise ConnectionError("broke off")
        return token_in(page)

    def _send(self, body):
        return _ask(self._port, "POST", body)[0]


def _ask(port, method, body=""):
    """One request on a connection of its own; OSError when it breaks off."""
    head = f"{method} / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{TYPE}Content-Length: {len(body)}\r\n\r\n"
    with closing(socket.create_connection(("127.0.0.1", port), timeout=10)) as line:
        line.sendall((head + body).encode())
        parts = []
        while part := line.recv(65536):
            parts.append(part)
    answer = b"".join(parts).decode()
    if not answer.startswith("HTTP/1.1 "):
        raise ConnectionError("broke off")
    return int(answer[9:12]), answer


def told_while_killed(folder, kills, guests, each, fetch):
    """Guests tell things while the page is killed hard and started again; `fetch` copies into the shop's file.

    Answers all that was thanked for.
    """
    told = setup(port=free_port(), limits=GENEROUS)
    child = Child(folder, told)
    people = [Guest([f"guest {g} says {n}" for n in range(each)], told.port) for g in range(guests)]
    for guest in people:
        guest.start()
    total, killed = guests * each, 0
    while any(guest.is_alive() for guest in people):
        fetch()
        if killed < kills and sum(len(guest.thanked) for guest in people) >= (killed + 1) * total // (kills + 3):
            child.kill()
            child, killed = Child(folder, told), killed + 1
    child.end()
    assert killed == kills
    return [words for guest in people for words in guest.thanked]
