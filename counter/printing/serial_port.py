"""A roll printer at a serial port of Linux or macOS: eight bits, no parity, one stop bit, a limit on every write."""

import contextlib
import fcntl
import os
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from counter.errors import Refused
from counter.printing.file_line import FileLine, opened
from counter.printing.job import Job, failed
from counter.printing.roll import Limits, print_over
from counter.records.slips import DOTS_PER_MM, PrintOutcome

BAUDS = {baud: getattr(termios, f"B{baud}") for baud in (9600, 19200, 38400, 57600, 115200, 230400)}
FAST = 115200
_KEPT_BACK = 4096  # bytes that the system may still hold when it says that all was written
_BITS = 10  # on the line for each byte


@dataclass(frozen=True, slots=True, kw_only=True)
class SerialPrinter:
    """`wires` stops the line by RTS and CTS; a printer's XOFF always does."""

    path: str
    baud: int = FAST
    wires: bool = False
    limits: Limits = Limits()

    def send(self, job: Job) -> PrintOutcome:
        """Open, set the line up, print."""
        try:
            with opened(self.path, os.O_RDWR) as line, _set_up(line, self):
                return print_over(line, job, self._limits(job))
        except PermissionError:
            return failed(f"{self.path} may not be used by this user. Add the user to the group dialout.")
        except OSError:
            return failed(f"The printer at {self.path} can't be reached. See that its cable is plugged in.")

    def _limits(self, job: Job) -> Limits:
        """What a slow line needs on top."""
        column = job.sheet.paper.column // 8 * job.sheet.height * _BITS / self.baud
        rest = _KEPT_BACK * _BITS / self.baud
        limits = self.limits
        return replace(limits, whole=limits.whole + 2 * column, confirm=limits.confirm + rest)


def serial_printer(target: str) -> SerialPrinter:
    """From "/dev/ttyUSB0 115200 rtscts"; the port alone runs at 115200. Raises Refused with how to write it."""
    path, *rest = target.split() or [""]
    speeds = [int(word) for word in rest if word.isdecimal()]
    wires = [word for word in rest if word.lower() == "rtscts"]
    known = not speeds or speeds[0] in BAUDS
    if not path or not known or len(speeds) > 1 or len(speeds) + len(wires) < len(rest):
        raise Refused("A printer on a serial line has a port and a speed, like /dev/ttyUSB0 115200.")
    return SerialPrinter(path=path, baud=speeds[0] if speeds else FAST, wires=bool(wires))


def slowness(printer: SerialPrinter, column: int) -> str:
    """What the set-up warns of; empty at 115200 baud and above."""
    if printer.baud >= FAST:
        return ""
    seconds = column // 8 * 106 * DOTS_PER_MM * _BITS / printer.baud  # a usual slip is 106 mm long
    return f"At {printer.baud} baud a slip takes {seconds:.0f} seconds. Set the printer and this line to {FAST}."


def found_ports() -> tuple[str, ...]:
    """Serial ports by names that stay the same, else as the system numbers them."""
    named = sorted(str(path) for path in Path("/dev/serial/by-id").glob("*"))
    return tuple(named or sorted(str(path) for kind in ("ttyUSB", "ttyACM") for path in Path("/dev").glob(f"{kind}*")))


@contextmanager
def _set_up(line: FileLine, printer: SerialPrinter) -> Iterator[None]:
    """Ours alone, and bytes go as they are; afterwards nothing is left behind that would hold the close up."""
    try:
        fcntl.ioctl(line.handle, termios.TIOCEXCL)
        termios.tcsetattr(line.handle, termios.TCSANOW, _attributes(line.handle, printer))
        termios.tcflush(line.handle, termios.TCIFLUSH)
    except termios.error as fault:
        raise OSError(*fault.args) from fault
    try:
        yield
    finally:
        with contextlib.suppress(termios.error, OSError):
            termios.tcflush(line.handle, termios.TCIOFLUSH)
            fcntl.ioctl(line.handle, termios.TIOCNXCL)


def _attributes(handle: int, printer: SerialPrinter) -> list[int | list[bytes | int]]:
    speed = BAUDS[printer.baud]
    control = termios.CS8 | termios.CREAD | termios.CLOCAL | (termios.CRTSCTS if printer.wires else 0)
    characters = termios.tcgetattr(handle)[6]
    characters[termios.VMIN], characters[termios.VTIME] = 0, 0
    return [termios.IXON, 0, control, 0, speed, speed, characters]
