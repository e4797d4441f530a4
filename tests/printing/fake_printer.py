"""A network printer on loopback with its moods, and a reader of what it got."""

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


STATUS = {
    (Mood.OUT, 4): 0x72, (Mood.OUT, 1): 0x1A, (Mood.OFFLINE, 1): 0x1A, (Mood.COVER, 1): 0x1A, (Mood.COVER, 2): 0x16,
    (Mood.LOW, 4): 0x1E,
}  # fmt: skip
CONFIRMATION = {Mood.RUNS_OUT: 0x0C, Mood.LOW: 0x03}
UNASKED = bytes([0x10, 0x00, 0x0C, 0x0F])  # an automatic status message: paper out, by its third byte


class FakePrinter:
    """Takes one connection; `received` holds all that came, `done` is set when the line is closed."""

    def __init__(self, mood):
        self.mood = mood
        self.received = b""
        self.done = threading.Event()
        self._over = threading.Event()
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

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
            with suppress(OSError):
                self._talk(line)
        self.done.set()

    def _talk(self, line):
        seen = 0
        while data := line.recv(4096):
            self.received += data
            for answer in self._answers(seen):
                line.sendall(answer)
            seen = len(self.received)
            if self.mood is Mood.HANGS_UP:
                return
            if self.mood is Mood.RESETS and len(self.received) > 8000:
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return
            if self.mood is Mood.HANGS and len(self.received) > 8000:
                self._over.wait(5)
                return

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


@contextmanager
def fake_printer(mood):
    printer = FakePrinter(mood)
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
