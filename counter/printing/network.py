"""A roll printer in the shop's network (TCP, port 9100): asked before, confirmed after, a limit on every wait."""

import contextlib
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass

from counter.paper.paint import raster
from counter.printing import escpos
from counter.printing.escpos import RollOptions
from counter.printing.job import Job, failed, printed, unknown
from counter.records.slips import DOTS_PER_MM, PrintOutcome

PORT = 9100


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds to wait at most. To `confirm` comes the time that the slip takes at `speed`, in millimetres a second."""

    connect: float = 2.0
    status: float = 1.0
    send: float = 5.0
    confirm: float = 3.0
    speed: float = 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPrinter:
    """`answers` is False for a printer that never tells its status: its slips can't be confirmed."""

    host: str
    port: int = PORT
    options: RollOptions = RollOptions()
    limits: Limits = Limits()
    answers: bool = True

    def send(self, job: Job) -> PrintOutcome:
        """Connect, ask, send, have it confirmed."""
        data = escpos.slip_bytes(raster(job.sheet), self.options)
        try:
            line = socket.create_connection((self.host, self.port), self.limits.connect)
        except OSError:
            return failed(f"The printer at {self.host} can't be reached. See that it is on and in the network.")
        with line:
            hindrance, low = self._ask(line) if self.answers else ("", False)
            if hindrance:
                return failed(hindrance)
            outcome = self._print(line, data, job.sheet.height / DOTS_PER_MM)
        return printed(note=LOW) if low and outcome == printed() else outcome

    def _ask(self, line: socket.socket) -> tuple[str, bool]:
        """Why it can't print now (empty when it can), and whether the paper is low. Nothing has been sent yet."""
        try:
            state = self._answer(line, escpos.ASK_PRINTER)
            paper = self._answer(line, escpos.ASK_PAPER)
            if escpos.paper_out(paper):
                return OUT, False
            if escpos.offline(state):
                return (COVER if escpos.cover_open(self._answer(line, escpos.ASK_CAUSE)) else OFFLINE), False
        except OSError:
            return MUTE, False
        return "", escpos.paper_low(paper)

    def _answer(self, line: socket.socket, question: bytes) -> int:
        line.settimeout(self.limits.status)
        line.sendall(question)
        return _next(line, escpos.is_status, self.limits.status)

    def _print(self, line: socket.socket, data: bytes, length: float) -> PrintOutcome:
        """From the first byte on, whatever goes wrong may have printed."""
        try:
            line.settimeout(self.limits.send)
            line.sendall(data)
            if not self.answers:
                return printed(note="This printer can't say whether the slip came out.")
            _forget_answers(line)
            line.sendall(escpos.CONFIRM)
            answer = _next(line, escpos.is_confirmation, self.limits.confirm + length / self.limits.speed)
        except OSError:
            return unknown(BROKE)
        if escpos.ran_out(answer):
            return unknown(RAN_OUT)
        return printed(note=LOW if escpos.running_low(answer) else "")


OUT = "The printer is out of paper."
LOW = "The paper is nearly used up."
COVER = "The printer's cover is open."
OFFLINE = "The printer is switched to offline, or something stops it. Look at its lights."
MUTE = "The printer does not answer. Switch it off and on."
BROKE = "The printer stopped answering while the slip was printing. Did it come out?"
RAN_OUT = "The paper ended while the slip was printing. Did it come out whole?"


def _next(line: socket.socket, fits: Callable[[int], bool], limit: float) -> int:
    """The next byte that answers; others are messages nobody asked for. Raises OSError when none comes in time."""
    end = time.monotonic() + limit
    while (left := end - time.monotonic()) > 0:
        line.settimeout(left)
        answer = line.recv(1)
        if not answer:
            raise ConnectionResetError
        if fits(answer[0]):
            return answer[0]
    raise TimeoutError


def _forget_answers(line: socket.socket) -> None:
    """What came unasked before would be taken for the confirmation."""
    before = line.gettimeout()
    line.settimeout(0)
    with contextlib.suppress(BlockingIOError):
        while line.recv(256):
            pass
    line.settimeout(before)
