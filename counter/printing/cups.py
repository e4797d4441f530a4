"""The system's queue on Linux and macOS: asked first, given to `lp`, then watched until the slip is out.

A printer without power never leaves a slip behind in the system's queue, where it would print days later: what can't
go out is taken back, and waits in our own queue.
"""

import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from threading import Event

from counter.paper.paint import raster
from counter.paper.pdf import About, pdf
from counter.printing import escpos, words
from counter.printing.ipp import NOT_FOUND, Attributes, PrintSystem
from counter.printing.job import Job, failed, printed, unknown
from counter.printing.patience import Patience
from counter.records.slips import DOTS_PER_MM, PrintOutcome

_STATE = (
    "printer-state", "printer-state-reasons", "printer-state-message", "printer-is-accepting-jobs", "media-supported",
)  # fmt: skip
_JOB = ("job-state", "job-state-reasons")
_STOPPED = 5
_PENDING, _HELD, _CANCELLED, _ABORTED, _COMPLETED = 3, 4, 7, 8, 9
_MEDIA = {
    "a6": "iso_a6_105x148mm", "a5": "iso_a5_148x210mm", "a4": "iso_a4_210x297mm", "letter": "na_letter_8.5x11in",
}  # fmt: skip
_UNREACHED = "The printer can't be reached. See that it is on."
_GONE = ("is unavailable", "no longer exists")  # said in words only, and only after seconds of trying
_TROUBLE = (
    ("media-empty", words.OUT), ("media-needed", words.OUT), ("cover-open", words.COVER), ("door-open", words.COVER),
    ("jam", words.JAM), ("offline", words.OFFLINE), ("shutdown", words.OFFLINE),
    ("timed-out", words.MUTE), ("authentic", "The system wants a password for this printer. Enter it there."),
    ("connecting-to-device", _UNREACHED), (_GONE[0], _UNREACHED), (_GONE[1], _UNREACHED),
)  # fmt: skip
_NEVER_BEGUN = ("connecting-to-device", "authentic", *_GONE)
_NUMBER = re.compile(r"\S-(\d+) \(")


@dataclass(frozen=True, slots=True, kw_only=True)
class CupsPrinter:
    """A queue by its name."""

    name: str
    system: PrintSystem = PrintSystem()
    patience: Patience = Patience()

    def send(self, job: Job) -> PrintOutcome:
        """Ask, hand over, watch."""
        try:
            answer = self.system.printer(self.name, _STATE)
        except OSError:
            return failed("This PC's print system can't be reached. See that it is running.")
        if not answer.fine:
            gone = answer.status == NOT_FOUND
            return failed(f"The system has no printer called {self.name} any more." if gone else words.MUTE)
        hindrance = self._hindrance(answer.groups[0], job)
        return failed(hindrance) if hindrance else self._print(job)

    def _hindrance(self, now: Attributes, job: Job) -> str:
        """Why it should not be sent now; empty when nothing speaks against it."""
        trouble = _trouble(" ".join(map(str, now.get("printer-state-reasons", []))))
        if trouble:
            return trouble
        if now.get("printer-state") == [_STOPPED]:
            return f"{self.name} is paused. Look at the printer, then let it go on."
        if now.get("printer-is-accepting-jobs") == [False]:
            return f"{self.name} takes no slips now. Let it take jobs again in the system."
        media, paper = now.get("media-supported", []), job.sheet.paper
        if not job.roll.raw and media and paper.key in _MEDIA and _MEDIA[paper.key] not in media:
            return f"{self.name} doesn't take {paper.name}. Choose another paper for it."
        return ""

    def _print(self, job: Job) -> PrintOutcome:
        try:
            done = _run(self._command(job), _data(job), self.patience.command)
        except subprocess.TimeoutExpired:
            return unknown(words.BROKE)
        except OSError:
            return failed("The command lp is missing, so this PC can't print.")
        number = _NUMBER.search(done.stdout.decode("utf-8", "replace"))
        if done.returncode or not number:
            return failed(f"{self.name} takes no slips now. Look at it in the system's printer settings.")
        return _Watch(self, int(number[1]), job.ends).outcome()

    def _command(self, job: Job) -> list[str]:
        options = ["raw"] if job.roll.raw else [f"media={_media(job)}", "print-scaling=none"]
        chosen = (part for option in options for part in ("-o", option))
        return ["lp", *_at(self.system), "-d", self.name, "-t", job.title or job.name, *chosen]


@dataclass(slots=True)
class _Watch:
    """Looks at one job until it is out, or until it should be taken back."""

    printer: CupsPrinter
    number: int
    ends: Event
    begun: float = field(default_factory=time.monotonic)
    troubled: float | None = None

    def outcome(self) -> PrintOutcome:
        while time.monotonic() - self.begun < self.printer.patience.whole:
            try:
                ended = self._look()
            except OSError:
                return unknown(words.BROKE)
            if ended is not None:
                return ended
            if self.ends.wait(self.printer.patience.look):
                return unknown(words.STOPPED)
        return self._take_back("The printer is busy with other work.")

    def _look(self) -> PrintOutcome | None:
        state, reasons = self._job()
        if state == _COMPLETED:
            return printed()
        if state in (_CANCELLED, _ABORTED):
            return unknown("The system gave this slip up. Did it come out?")
        seen = self._seen(reasons)
        trouble = _trouble(seen)
        self.troubled = (self.troubled or time.monotonic()) if trouble else None
        patience = 0 if any(part in seen for part in _GONE) else self.printer.patience.trouble
        if self.troubled is None or time.monotonic() - self.troubled < patience:
            return None
        return self._take_back(trouble)

    def _take_back(self, reason: str) -> PrintOutcome:
        """Nothing has come out of a job that never began; of any other, who knows."""
        state, reasons = self._job()
        if state == _COMPLETED:
            return printed()
        seen = self._seen(reasons)
        begun = state not in (_PENDING, _HELD) and not any(part in seen for part in _NEVER_BEGUN)
        command = ["cancel", *_at(self.printer.system), f"{self.printer.name}-{self.number}"]
        try:
            gone = _run(command, b"", self.printer.patience.command).returncode == 0
        except (OSError, subprocess.TimeoutExpired):
            gone = False
        return failed(reason) if gone and not begun else unknown(f"{reason} Did it come out?")

    def _seen(self, reasons: list[str]) -> str:
        """All that the system says of the printer and of this job."""
        now = self.printer.system.printer(self.printer.name, _STATE)
        return " ".join((_said(now.groups[0]) if now.fine else "", *reasons))

    def _job(self) -> tuple[int, list[str]]:
        answer = self.printer.system.job(self.number, _JOB)
        if not answer.fine:
            raise ConnectionError("the job can't be seen")
        (job, *_) = answer.groups
        (state, *_) = job.get("job-state", [_ABORTED])
        return int(state), [str(reason) for reason in job.get("job-state-reasons", [])]


def here() -> bool:
    """True where the system prints by CUPS."""
    return os.name == "posix" and shutil.which("lp") is not None


def queues(system: PrintSystem | None = None) -> tuple[str, ...]:
    """The names of the system's printers; none when it can't be asked."""
    try:
        return (system or PrintSystem()).printers()
    except OSError:
        return ()


def _said(now: Attributes) -> str:
    told = (*now.get("printer-state-reasons", []), *now.get("printer-state-message", []))
    return " ".join(map(str, told))


def _trouble(seen: str) -> str:
    real = " ".join(word for word in seen.split(" ") if not word.endswith("-report"))
    return next((said for part, said in _TROUBLE if part in real), "")


def _data(job: Job) -> bytes:
    if job.roll.raw:
        return escpos.slip_bytes(raster(job.sheet), job.roll)
    return pdf(job.sheet, About(job.title, job.language))


def _media(job: Job) -> str:
    paper = job.sheet.paper
    return _MEDIA.get(paper.key, f"Custom.{paper.width:g}x{job.sheet.height / DOTS_PER_MM:g}mm")


def _at(system: PrintSystem) -> list[str]:
    return ["-h", system.server] if system.server else []


def _run(command: list[str], data: bytes, limit: float) -> "subprocess.CompletedProcess[bytes]":
    """In plain words, whatever the user's language is."""
    environment = os.environ | {"LC_ALL": "C", "LANGUAGE": "C"}
    return subprocess.run(command, input=data, capture_output=True, timeout=limit, env=environment, check=False)
