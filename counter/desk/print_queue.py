"""The slips on their way: how the printers are, what waits, and a person's word on what becomes of it."""
from counter import outbox
from counter.desk.till import Till
from counter.records.printers import Standing, WaitingSlip


def standings(till: Till) -> tuple[Standing, ...]:
    """How every printer is; cheap enough to ask every second."""
    return outbox.standings(till.now)


def waiting(till: Till) -> tuple[WaitingSlip, ...]:
    """The slips of the queue, oldest first."""
    return outbox.waiting(till.now)


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
