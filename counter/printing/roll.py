"""Talking to a roll printer over any line: asked before, confirmed after, a limit on every wait."""

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from counter.paper.paint import raster
from counter.printing import escpos, words
from counter.printing.job import Job, failed, printed, unknown
from counter.records.slips import DOTS_PER_MM, PrintOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds to wait at most; `stall` is how long a printer may take nothing, `whole` how long a slip may take.

    To `confirm` comes the time that the slip takes at `speed`, in millimetres a second.
    """

    connect: float = 2.0
    status: float = 1.0
    stall: float = 3.0
    whole: float = 30.0
    confirm: float = 2.0
    speed: float = 50.0


class Line(Protocol):
    """A line to a printer. Both end in time, or raise OSError."""

    def write(self, data: bytes, stall: float, whole: float) -> None:
        """Send all of it."""

    def read(self, limit: float) -> bytes:
        """What came, one byte at least; with no time left, what is there already."""


def print_over(line: Line, job: Job, limits: Limits) -> PrintOutcome:
    """Ask, send, have it confirmed."""
    data = escpos.slip_bytes(raster(job.sheet), job.roll)
    if not job.roll.answers:
        return _without_answers(line, data, limits)
    hindrance, low = _ask(line, limits)
    if hindrance:
        return failed(hindrance)
    outcome = _print(line, data, job.sheet.height / DOTS_PER_MM, limits)
    return printed(note=words.LOW) if low and outcome == printed() else outcome


def _without_answers(line: Line, data: bytes, limits: Limits) -> PrintOutcome:
    try:
        line.write(data, limits.stall, limits.whole)
    except OSError:
        return unknown(words.BROKE)
    return printed(note=words.SILENT)


def _ask(line: Line, limits: Limits) -> tuple[str, bool]:
    """Why it can't print now (empty when it can), and whether the paper is low. Nothing has been sent yet."""
    try:
        state = _answer(line, escpos.ASK_PRINTER, limits)
        paper = _answer(line, escpos.ASK_PAPER, limits)
        if escpos.paper_out(paper):
            return words.OUT, False
        if escpos.offline(state):
            cover = escpos.cover_open(_answer(line, escpos.ASK_CAUSE, limits))
            return (words.COVER if cover else words.OFFLINE), False
    except OSError:
        return words.MUTE, False
    return "", escpos.paper_low(paper)


def _answer(line: Line, question: bytes, limits: Limits) -> int:
    line.write(question, limits.status, limits.status)
    return _next(line, escpos.is_status, limits.status)


def _print(line: Line, data: bytes, length: float, limits: Limits) -> PrintOutcome:
    """From the first byte on, whatever goes wrong may have printed."""
    try:
        line.write(data, limits.stall, limits.whole)
        _forget_answers(line)
        line.write(escpos.CONFIRM, limits.stall, limits.stall)
        answer = _next(line, escpos.is_confirmation, limits.confirm + length / limits.speed)
    except OSError:
        return unknown(words.BROKE)
    if escpos.ran_out(answer):
        return unknown(words.RAN_OUT)
    return printed(note=words.LOW if escpos.running_low(answer) else "")


def _next(line: Line, fits: Callable[[int], bool], limit: float) -> int:
    """The next byte that answers; others are messages nobody asked for. Raises OSError when none comes in time."""
    end = time.monotonic() + limit
    while (left := end - time.monotonic()) > 0:
        for answer in line.read(left):
            if fits(answer):
                return answer
    raise TimeoutError


def _forget_answers(line: Line) -> None:
    """What came unasked before would be taken for the confirmation."""
    with contextlib.suppress(TimeoutError):
        while line.read(0):
            pass
