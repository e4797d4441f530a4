"""Printers on loopback and on a pseudo-terminal with their moods, and a reader of what they got."""

import os
import select
import socket
import struct
import threading
from contextlib import contextmanager, suppress
from enum import StrEnum


class Mood(StrEnum):
    FINE = "fine"
    CHATTY = "chatty"
    LOW = "low"
    OUT = "out"
    COVER = "cover"
    OFFLINE = "offline"
    MUTE = "mute"
    HANGS_UP = "hangs up"
    RESETS = "resets"
    HANGS = "hangs"
    NEVER_CONFIRMS = "never confirms"
    RUNS_OUT = "runs out"
    SLOW = "slow"


STATUS = {
    (Mood.OUT, 4): 0x72, (Mood.OUT, 1): 0x1A, (Mood.OFFLINE, 1): 0x1A, (Mood.COVER, 1): 0x1A, (Mood.COVER, 2): 0x16,
    (Mood.LOW, 4): 0x1E,
}  # fmt: skip
CONFIRMATION = {Mood.RUNS_OUT: 0x0C, Mood.LOW: 0x03}
UNASKED = bytes([0x10, 0x00, 0x0C, 0x0F])  # an automatic status message: paper out, by its third byte


class Talk:
    """What a printer of this mood does with what comes over a line; `received` holds all of it.

    `recv(size)` answers what came, `answer(data)` sends back, `over` ends a printer that hangs.
    """

    def __init__(self, mood, recv, answer, over):
        self.mood, self.recv, self.answer, self.over = mood, recv, answer, over
        self.received = b""

    def run(self):
        """Until the other side closes, or the mood ends it; answers True when the line is to be torn down."""
        seen = 0
        while data := self.recv(2048 if self.mood is Mood.SLOW else 4096):
            self.received += data
            for answer in self._answers(seen):
                self.answer(answer)
            seen = len(self.received)
            if self.mood is Mood.HANGS_UP or (self.mood is Mood.RESETS and seen > 8000):
                return self.mood is Mood.RESETS
            if self.mood is Mood.HANGS and seen > 8000:
                self.over.wait(5)
                return False
            if self.mood is Mood.SLOW:
                self.over.wait(0.03)
        return False

    def _answers(self, seen):
        """To each question that came since; none while a slip's picture is still coming."""
        if self.mood in (Mood.MUTE, Mood.HANGS_UP):
            return
        new = self.received[seen:]
        chatter = UNASKED if self.mood is Mood.CHATTY and b"\x1da\0" not in self.received else b""
        if len(new) == 3 and new[:2] == b"\x10\x04":
            yield chatter + bytes([STATUS.get((self.mood, new[2]), 0x12)]) + chatter
        elif self.received.endswith(b"\x1dr\x01") and self.mood is not Mood.NEVER_CONFIRMS:
            yield chatter + bytes([CONFIRMATION.get(self.mood, 0)])


class FakePrinter:
    """Takes one connection; `received` holds all that came, `done` is set when the line is closed."""

    def __init__(self, mood):
        self.mood = mood
        self.talk = None
        self.done = threading.Event()
        self._over = threading.Event()
        self._server = socket.create_server(("127.0.0.1", 0))
        if mood in (Mood.SLOW, Mood.HANGS):
            self._server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.port = self._server.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def received(self):
        return self.talk.received if self.talk else b""

    def close(self):
        self._over.set()
        self._server.close()
        self._thread.join(5)

    def _serve(self):
        try:
            line, _ = self._server.accept()
        except OSError:
            return
        with line:
            line.settimeout(5)
            self.talk = Talk(self.mood, line.recv, line.sendall, self._over)
            with suppress(OSError):
                if self.talk.run():
                    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.done.set()


class FakeSerialPrinter:
    """A pseudo-terminal as serial port: `path` is what the shop's PC opens."""

    def __init__(self, mood):
        import tty  # Windows has none

        self._near, self._far = os.openpty()
        tty.setraw(self._far)
        self.path = os.ttyname(self._far)
        self.done = threading.Event()
        self._over = threading.Event()
        self.talk = Talk(mood, self._recv, lambda data: os.write(self._near, data), self._over)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def received(self):
        return self.talk.received

    def close(self):
        self._over.set()
        self._thread.join(5)
        for handle in (self._near, self._far):
            with suppress(OSError):
                os.close(handle)

    def _recv(self, size):
        while not self._over.is_set():
            if select.select([self._near], [], [], 0.02)[0]:
                return os.read(self._near, size)
        return b""

    def _serve(self):
        with suppress(OSError):
            if self.talk.run():  # the cable is pulled
                os.close(self._far)
                os.close(self._near)
        self.done.set()


@contextmanager
def fake_printer(mood, kind=FakePrinter):
    printer = kind(mood)
    try:
        yield printer
    finally:
        printer.close()


def read_slip(data):
    """Rows of the picture and the other commands, in order; fails on a byte that is no command it knows."""
    width, rows, others = 0, [], []
    at = 0
    lengths = {b"\x1b@": 2, b"\x1bJ": 3, b"\x1dV": 4, b"\x10\x04": 3, b"\x1dr": 3, b"\x1da": 3, b"\x1bp": 5}
    while at < len(data):
        head = data[at : at + 2]
        if head == b"\x1dv":
            width, height = struct.unpack("<HH", data[at + 4 : at + 8])
            at += 8
            rows += [data[at + row * width : at + (row + 1) * width] for row in range(height)]
            others.append(f"raster {height}")
            at += width * height
        else:
            others.append(data[at : at + lengths[head]])
            at += lengths[head]
    return rows, others
