"""The slips on their way: how the printers are, what waits, and a person's word on what becomes of it."""
from dataclasses import dataclass

from counter import outbox
from counter.desk.till import Till
from counter.records.printers import Standing, WaitingSlip

RECENT = 8


def standings(till: Till) -> tuple[Standing, ...]:
    """How every printer is; cheap enough to ask every second."""
    return outbox.standings(till.now)


def waiting(till: Till) -> tuple[WaitingSlip, ...]:
    """The slips of the queue, oldest first."""
    return outbox.waiting(till.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """How the printers are, the slips that wait, oldest first, and those that came out last, newest first."""

    printers: tuple[Standing, ...]
    waiting: tuple[WaitingSlip, ...]
    out: tuple[WaitingSlip, ...] = ()


def whole(till: Till) -> Queue:
    """All that the counter shows of it at one moment."""
    return Queue(printers=standings(till), waiting=waiting(till), out=outbox.recent(RECENT))


def again(till: Till, job_id: int) -> str:
    """Once more, with the same code; receipts say that they are a copy."""
    outbox.again(job_id, till.now)
    return "The slip is printed once more."


def cancel(till: Till, job_id: int) -> str:
    """Take a slip out of the queue; raises Refused while it prints."""
    outbox.cancel(job_id, till.now)
    return "The slip is not printed."


def print_it(till: Till, job_id: int) -> str:
    """A yes: print it, though it is old or may have come out before."""
    outbox.print_it(job_id, till.now)
    return "The slip goes to the printer."


def came_out(till: Till, job_id: int) -> str:
    """Somebody saw it come out."""
    outbox.came_out(job_id, till.now)
    return "Good: the slip is done."


def to_printer(till: Till, job_id: int, printer_id: int) -> str:
    """Print it on another printer."""
    outbox.to_printer(job_id, printer_id, till.now)
    return "The slip goes to the other printer."
