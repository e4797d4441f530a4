"""A roll printer at a device file, as Linux makes one for each USB printer (/dev/usb/lp0)."""

import array
import fcntl
import os
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from counter.printing import words
from counter.printing.file_line import FileLine, opened
from counter.printing.job import Job, failed
from counter.printing.roll import Limits, print_over
from counter.records.slips import PrintOutcome

_GET_STATUS = 0x060B  # LPGETSTATUS: the one byte of the USB printer class
_PAPER_OUT, _SELECTED = 0x20, 0x10


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicePrinter:
    """What is no device (a file, a pipe) takes the slip and answers nothing."""

    path: str
    limits: Limits = Limits()

    def send(self, job: Job) -> PrintOutcome:
        """Open, ask, print."""
        try:
            device = stat.S_ISCHR(Path(self.path).stat().st_mode)
            with opened(self.path, os.O_RDWR if device else os.O_WRONLY | os.O_APPEND) as line:
                hindrance = _hindrance(line) if device else ""
                if hindrance:
                    return failed(hindrance)
                told = job if device else replace(job, roll=replace(job.roll, answers=False))
                return print_over(line, told, self.limits)
        except PermissionError:
            return failed(f"{self.path} may not be used by this user. Add the user to the group lp.")
        except OSError:
            return failed(f"The printer at {self.path} can't be reached. See that it is on and plugged in.")


def _hindrance(line: FileLine) -> str:
    """By the status that every USB printer has; what has none hinders nothing."""
    status = array.array("i", [_SELECTED])
    try:
        fcntl.ioctl(line.handle, _GET_STATUS, status)
    except OSError:
        return ""
    if status[0] & _PAPER_OUT:
        return words.OUT
    return "" if status[0] & _SELECTED else words.OFFLINE


def found_devices() -> tuple[str, ...]:
    """The device files of the USB printers that are plugged in."""
    return tuple(sorted(str(path) for path in Path("/dev/usb").glob("lp[0-9]*")))
