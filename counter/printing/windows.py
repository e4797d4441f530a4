"""A printer of Windows: asked first, given the slip by its driver or raw, then watched until the slip is out.

What can't go out is taken back from the spooler: else it would print days later, when somebody switches the printer on.
"""

import time
from collections.abc import Callable
from ctypes import c_void_p
from dataclasses import dataclass, field

from counter.paper.paint import raster
from counter.printing import escpos, words
from counter.printing.job import Job, failed, printed, unknown
from counter.printing.patience import Patience
from counter.printing.spooler import JobNow, Spooler, SpoolerError
from counter.records.slips import PrintOutcome

_NO_SUCH_PRINTER, _NOT_OURS = 1801, 5
_PRINTER = (
    (0x10, words.OUT), (0x40, words.OUT), (0x400000, words.COVER), (0x8, words.JAM), (0x80, words.OFFLINE),
    (0x1000, words.OFFLINE), (0x800000, words.OFFLINE), (0x1, words.PAUSED), (0x4, words.PAUSED),
    (0x100000, words.OFFLINE), (0x2, words.OFFLINE),
)  # fmt: skip
_JOB = (
    (0x40, words.OUT), (0x20, words.OFFLINE), (0x400, words.OFFLINE), (0x200, words.OFFLINE), (0x2, words.OFFLINE),
    (0x1, words.PAUSED),
)  # fmt: skip
_PRINTING, _PRINTED, _DELETED, _COMPLETE = 0x10, 0x80, 0x4 | 0x100, 0x1000

ByDriver = Callable[[Job, str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowsPrinter:
    """A queue by its name; `by_driver` paints a page through the system, False when it can't begin."""

    name: str
    spooler: Spooler
    by_driver: ByDriver
    patience: Patience = Patience()

    def send(self, job: Job) -> PrintOutcome:
        """Ask, hand over, watch."""
        try:
            with self.spooler.opened(self.name) as handle:
                trouble = _said(self.spooler.printer_status(handle), _PRINTER)
                return failed(trouble) if trouble else _Watch(self, handle, job).outcome()
        except SpoolerError as fault:
            return failed(self._why(fault.code))

    def _why(self, code: int) -> str:
        if code == _NO_SUCH_PRINTER:
            return f"The system has no printer called {self.name} any more. Choose another one."
        if code == _NOT_OURS:
            return f"{self.name} may not be used by this user. Change that in the system's printer settings."
        return f"{self.name} takes no slips now. Look at it in the system's printer settings."


@dataclass(slots=True)
class _Watch:
    """One job from its first byte on: whatever goes wrong then may have printed."""

    printer: WindowsPrinter
    handle: c_void_p
    job: Job
    begun: float = field(default_factory=time.monotonic)
    troubled: float | None = None
    trouble: str = ""

    def outcome(self) -> PrintOutcome:
        number = self._raw() if self.job.roll.raw else self._page()
        if isinstance(number, PrintOutcome):
            return number
        try:
            return self._watched(number) if number else printed(note=f"Handed to {self.printer.name}.")
        except SpoolerError:
            return unknown(words.BROKE)

    def _raw(self) -> int | PrintOutcome:
        spooler, data = self.printer.spooler, escpos.slip_bytes(raster(self.job.sheet), self.job.roll)
        number = spooler.start_raw(self.handle, self._title())
        try:
            spooler.write(self.handle, data)
            spooler.end(self.handle)
        except SpoolerError:
            spooler.give_up(self.handle)
            return unknown(words.BROKE)
        return number

    def _page(self) -> int | PrintOutcome:
        """The system numbers the job itself; 0 when it is out before anybody could look."""
        if not self.printer.by_driver(self.job, self.printer.name):
            return failed(f"{self.printer.name} doesn't take the slip now. See that it is on.")
        try:
            return self.printer.spooler.newest(self.handle, self._title())
        except SpoolerError:
            return unknown(words.BROKE)

    def _title(self) -> str:
        return self.job.name

    def _watched(self, number: int) -> PrintOutcome:
        patience, now = self.printer.patience, None
        while time.monotonic() - self.begun < patience.whole:
            now = self.printer.spooler.job(self.handle, number)
            if now is None or now.status & (_PRINTED | _COMPLETE):
                return printed()
            if now.status & _DELETED:
                return unknown("The system gave this slip up. Did it come out?")
            if self._stuck(now):
                return self._taken_back(number, now, self.trouble)
            if self.job.ends.wait(patience.look):
                return unknown(words.STOPPED)
        return self._taken_back(number, now, "The printer is busy with other work.")

    def _stuck(self, now: JobNow) -> bool:
        """True when a trouble lasts."""
        status = self.printer.spooler.printer_status(self.handle)
        self.trouble = _said(now.status, _JOB) or _said(status, _PRINTER)
        if not self.trouble:
            self.troubled = None
            return False
        self.troubled = self.troubled or time.monotonic()
        return time.monotonic() - self.troubled >= self.printer.patience.trouble

    def _taken_back(self, number: int, now: JobNow | None, reason: str) -> PrintOutcome:
        """Nothing has come out of a job that never began; of any other, who knows."""
        gone = self.printer.spooler.delete(self.handle, number)
        never = now is not None and not now.status & _PRINTING and not now.pages_printed
        return failed(reason) if gone and never else unknown(f"{reason} Did it come out?")


def _said(status: int, table: tuple[tuple[int, str], ...]) -> str:
    return next((sentence for bit, sentence in table if status & bit), "")
