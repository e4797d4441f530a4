"""What is to be printed: taken from the queue, set, sent, its outcome kept; each row step on the database lane."""
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from counter.models import printing as stored
from counter.models import shop
from counter.models.printing import QueuedSlip
from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.printing import queue
from counter.printing.job import Job, Transport
from counter.printing.queue import Ticket
from counter.printing.ways import way_to
from counter.records.slip_text import slip_from_text
from counter.records.slips import PAPERS, Printer, PrinterWay, PrintOutcome, PrintState, Slip


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One slip for one printer: all that its lane needs, without the database."""

    job: QueuedSlip
    printer: Printer
    slip: Slip


def recover() -> None:
    """At a start: what was being sent when the program ended may have come out, and asks."""
    for printer in shop.printers():
        for job in stored.waiting(printer.id):
            stored.record(_job(job, queue.found_at_start(_ticket(job))))


def take_next(printer: Printer, now: datetime) -> Errand | None:
    """The oldest due job of a printer, marked as being sent; None when there is none."""
    for job in stored.waiting(printer.id):
        ticket = _ticket(job)
        if ticket.due(now):
            taken = _job(job, queue.taken(ticket))
            stored.record(taken)
            slip = slip_from_text(job.content, shop.logo())
            return Errand(job=taken, printer=printer, slip=slip.as_copy() if job.copy else slip)
    return None


def send(errand: Errand, transport: Transport, fonts: Fonts) -> PrintOutcome:
    """Set the slip and send it; on the printer's own lane."""
    sheet = lay_out(errand.slip, PAPERS[errand.printer.paper], fonts)
    name = f"{errand.job.made_at:%Y-%m-%d} {errand.slip.code}"
    return transport.send(Job(sheet=sheet, name=name, title=errand.slip.title, language=errand.slip.language))


def record(errand: Errand, outcome: PrintOutcome, now: datetime) -> QueuedSlip:
    """Keep what became of it."""
    done = _job(errand.job, queue.answered(_ticket(errand.job), outcome, now))
    stored.record(done)
    return done


def transport_of(printer: Printer, slips: Path) -> Transport:
    """The way to a printer; a PDF printer without a folder of its own writes into the shop's."""
    named = printer.target or printer.way is not PrinterWay.PDF
    return way_to(printer if named else replace(printer, target=str(slips)))


def _ticket(job: QueuedSlip) -> Ticket:
    return Ticket(
        state=PrintState(job.state), made_at=job.made_at, next_at=job.next_at, tries=job.tries, reason=job.reason,
        place=job.place,
    )


def _job(job: QueuedSlip, ticket: Ticket) -> QueuedSlip:
    return replace(
        job, state=ticket.state.value, next_at=ticket.next_at, tries=ticket.tries, reason=ticket.reason,
        place=ticket.place,
    )
