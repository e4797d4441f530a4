"""What is to be printed: taken from the queue, set, sent, its outcome kept; each row step on the database lane."""
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from threading import Event

from counter.errors import Refused
from counter.models import printing as stored
from counter.models import shop
from counter.models.printing import QueuedSlip
from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.printing import queue, words
from counter.printing.job import Job, Transport, failed, unknown
from counter.printing.queue import Ticket
from counter.printing.ways import Unreachable, way_to
from counter.records.printers import Doing, Standing, WaitingSlip
from counter.records.roll import RollOptions, roll_options
from counter.records.slip_text import slip_from_text
from counter.records.slips import PAPERS, Printer, PrinterWay, PrintOutcome, PrintState, SlipKind

log = logging.getLogger(__name__)
_OUR_FILE = " our copy"  # of the name of a PDF


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One slip for one printer: all that its lane needs, without the database; `ends` is set when the program ends."""

    job: QueuedSlip
    printer: Printer
    logo: bytes | None = None
    roll: RollOptions = RollOptions()
    ends: Event = field(default_factory=Event, compare=False, repr=False)


def recover() -> None:
    """At a start: what was being sent when the program ended may have come out, and asks."""
    for job in tuple(stored.waiting()):
        stored.record(_job(job, queue.found_at_start(_ticket(job))))


def take_next(printer: Printer, now: datetime) -> Errand | None:
    """The oldest due job of a printer, marked as being sent; None when there is none."""
    for job in stored.waiting(printer.id):
        ticket = _ticket(job)
        if _taken_back(job):
            stored.record(_job(job, queue.cancelled(ticket)))
        elif ticket.due(now):
            roll, logo = roll_options(stored.options(printer.id)), shop.logo()
            taken = _job(job, queue.taken(ticket, now))
            stored.record(taken)  # last: what is marked is sent
            return Errand(job=taken, printer=printer, logo=logo, roll=roll)
    return None


def send(errand: Errand, transport: Transport, fonts: Fonts) -> PrintOutcome:
    """Set the slip and send it; on the printer's own lane. A bug of ours leaves no slip behind on its way."""
    try:
        job = _set(errand, fonts)
    except Exception:  # noqa: BLE001 - nothing was sent yet: the slip waits, the bug is logged
        log.exception("a slip can't be set")
        return failed(words.UNSET)
    try:
        return transport.send(job)
    except Exception:  # noqa: BLE001 - it may have come out: a person has to look
        log.exception("a bug on the way to a printer")
        return unknown(words.FAULT)


def record(errand: Errand, outcome: PrintOutcome, now: datetime) -> QueuedSlip:
    """Keep what became of it; a printer that works again gets the others at once.

    Kept before, though the disk said no, it stands as it is: a person may have decided since.
    """
    done = _job(errand.job, queue.answered(_ticket(errand.job), outcome, now))
    found = stored.find(errand.job.id)
    if found is None or found.state != PrintState.SENDING:
        return found or done
    stored.record(done)
    if outcome.state is PrintState.PRINTED:
        stored.hurry(errand.job.printer_id, now)
    return done


def transport_of(printer: Printer, slips: Path) -> Transport:
    """The way to a printer; a PDF printer without a folder of its own writes into the shop's."""
    named = printer.target or printer.way is not PrinterWay.PDF
    try:
        return way_to(printer if named else replace(printer, target=str(slips)))
    except Refused as refused:
        return Unreachable(refused.sentence)


def standings(now: datetime) -> tuple[Standing, ...]:
    """How every printer is; one that was put away is told of while slips wait for it. Cheap: ask every second."""
    usable = {printer.id: printer for printer in shop.printers()}
    queued: dict[int, list[WaitingSlip]] = {key: [] for key in usable}
    for slip in waiting(now):
        queued.setdefault(slip.printer_id, []).append(slip)
    named = stored.names()
    return tuple(
        replace(
            _standing(slips, stored.last_word(key)), printer_id=key, name=named[key], usable=key in usable,
            on_paper=key not in usable or usable[key].way is not PrinterWay.PDF,
        )
        for key, slips in queued.items()
    )


def waiting(now: datetime) -> tuple[WaitingSlip, ...]:
    """Every slip of the queue, oldest first, with why it is still there."""
    return tuple(_waiting(job, _ticket(job), now) for job in stored.waiting())


def recent(limit: int) -> tuple[WaitingSlip, ...]:
    """The slips that came out last, newest first."""
    return tuple(_shown(job, Doing.DONE, job.reason) for job in stored.printed(limit))


def again(job_id: int, now: datetime) -> None:
    """One more of a slip that came out, with the same code; receipts say that they are a copy."""
    job = stored.find(job_id)
    if job is None or job.state != PrintState.PRINTED:
        raise Refused("This slip has not come out yet. It is still in the queue.")
    if _taken_back(job):
        raise Refused("This slip was taken back: its code no longer counts. Make a new one.")
    printers = [printer.id for printer in shop.printers()]
    if not printers:
        raise Refused("No printer is set up. The owner's window, F10, has a page for it.")
    to = job.printer_id if job.printer_id in printers else printers[0]
    stored.put_in(job.slip_id, to, now, copy=True, ours=job.ours)


def cancel(job_id: int, _now: datetime) -> None:
    """It is not printed any more; raises Refused while it is printing or when it is out."""
    _change(job_id, queue.cancelled)


def print_it(job_id: int, now: datetime) -> None:
    """A person's yes: print it, also when it may have come out before."""
    _change(job_id, lambda ticket: queue.print_it(ticket, now))


def came_out(job_id: int, _now: datetime) -> None:
    """A person saw it: it is done."""
    _change(job_id, queue.came_out)


def to_printer(job_id: int, printer_id: int, now: datetime) -> None:
    """A person's yes: print it on another printer instead."""
    if printer_id not in {printer.id for printer in shop.printers()}:
        raise Refused("This printer is no longer set up. Choose another one.")
    _change(job_id, lambda ticket: queue.print_it(ticket, now), printer_id)


def _set(errand: Errand, fonts: Fonts) -> Job:
    slip = slip_from_text(errand.job.content, errand.logo)
    slip = slip.as_ours() if errand.job.ours else slip
    slip = slip.as_copy() if errand.job.copy else slip
    sheet = lay_out(slip, PAPERS[errand.printer.paper], fonts)
    name = f"{errand.job.made_at:%Y-%m-%d} {slip.code}{_OUR_FILE if errand.job.ours else ''}"
    return Job(
        sheet=sheet, name=name, title=slip.title, language=slip.language, roll=errand.roll, ends=errand.ends
    )  # fmt: skip


def _change(job_id: int, step: Callable[[Ticket], Ticket], printer_id: int | None = None) -> None:
    job = stored.find(job_id)
    if job is None:
        raise Refused("This slip is no longer in the queue.")
    try:
        changed = _job(job, step(_ticket(job)))
    except ValueError as too_late:
        raise Refused(_TOO_LATE.get(job.state, "This slip was taken out of the queue before.")) from too_late
    stored.record(replace(changed, printer_id=printer_id or job.printer_id))


_TOO_LATE = {
    "sending": "This slip is just being printed. Wait a moment.",
    "printed": "This slip has come out already.",
}


def _standing(slips: list[WaitingSlip], last_word: str) -> Standing:
    """Of one printer: what needs a word first, then what keeps it from printing."""
    asking = [slip for slip in slips if slip.asks]
    stuck = [slip for slip in slips if slip.doing is Doing.WAITS]
    said = next((slip.sentence for slip in (*asking, *stuck, *slips) if slip.sentence), "" if slips else last_word)
    doing = Doing.ASKS if asking else Doing.WAITS if stuck else Doing.PRINTING if slips else Doing.READY
    return Standing(
        printer_id=0, name="", doing=doing, waiting=len(slips) - len(asking), asking=len(asking),
        trouble=words.shortly(said), sentence=said,
    )


def _waiting(job: QueuedSlip, ticket: Ticket, now: datetime) -> WaitingSlip:
    doing = Doing.ASKS if ticket.asks(now) else Doing.WAITS if ticket.reason else Doing.PRINTING
    old = ticket.asks(now) and ticket.state is PrintState.QUEUED
    said = words.OLD if old else ticket.reason or (words.LASTS if ticket.lasts(now) else "")
    return _shown(job, doing, said)


def _shown(job: QueuedSlip, doing: Doing, sentence: str) -> WaitingSlip:
    return WaitingSlip(
        job_id=job.id, printer_id=job.printer_id, code=job.code, copy=job.copy, made_at=job.made_at, doing=doing,
        sentence=sentence, name=job.name, kind=job.kind, ours=job.ours,
    )


def _taken_back(job: QueuedSlip) -> bool:
    """A slip that was undone while it waited must not come out; what is nobody's slip was void from the first."""
    return job.void and job.kind in set(SlipKind) and job.state != PrintState.SENDING


def _ticket(job: QueuedSlip) -> Ticket:
    return Ticket(
        state=PrintState(job.state), made_at=job.made_at, next_at=job.next_at, tries=job.tries, reason=job.reason,
        place=job.place,
    )


def _job(job: QueuedSlip, ticket: Ticket) -> QueuedSlip:
    return replace(
        job, state=ticket.state.value, made_at=ticket.made_at, next_at=ticket.next_at, tries=ticket.tries,
        reason=ticket.reason, place=ticket.place,
    )
