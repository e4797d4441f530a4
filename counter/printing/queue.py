"""The states of a slip on its way to paper. Plain: times come in, the next state goes out, nothing is stored here.

What may have come out is never sent again by itself; what waited too long asks before it prints yesterday's slip.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from counter.printing.words import STOPPED
from counter.records.slips import PrintOutcome, PrintState

WAITS = (1, 2, 5, 10, 30)  # seconds after each failure; the last one holds on
PATIENCE = timedelta(minutes=15)
LONG = timedelta(seconds=3)  # for one slip; a slow printer may need longer, so this is only said


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """Where one job stands. `made_at` starts the patience; `next_at` is when it may be tried, or when it was."""

    state: PrintState
    made_at: datetime
    next_at: datetime
    tries: int = 0
    reason: str = ""
    place: str = ""

    def asks(self, now: datetime) -> bool:
        """True when a person has to say what becomes of it."""
        waited = self.state is PrintState.QUEUED and now - self.made_at >= PATIENCE
        return waited or self.state is PrintState.UNKNOWN

    def due(self, now: datetime) -> bool:
        """True when the printer's lane may take it."""
        return self.state is PrintState.QUEUED and now >= self.next_at and not self.asks(now)

    def lasts(self, now: datetime) -> bool:
        """True when the printer is at it for longer than a slip should take."""
        return self.state is PrintState.SENDING and now - self.next_at >= LONG


def put_in(now: datetime) -> Ticket:
    """A new job."""
    return Ticket(state=PrintState.QUEUED, made_at=now, next_at=now)


def taken(ticket: Ticket, now: datetime) -> Ticket:
    """Just before it is sent; raises ValueError for a job that must not be sent."""
    if ticket.state is not PrintState.QUEUED:
        raise ValueError(f"a job that is {ticket.state} can't be sent")
    return replace(ticket, state=PrintState.SENDING, next_at=now, tries=ticket.tries + 1)


def answered(ticket: Ticket, outcome: PrintOutcome, now: datetime) -> Ticket:
    """After sending: done, unknown, or queued again with the reason and a wait."""
    if outcome.state is PrintState.FAILED:
        wait = WAITS[min(max(ticket.tries, 1), len(WAITS)) - 1]
        return replace(
            ticket, state=PrintState.QUEUED, reason=outcome.reason, next_at=now + timedelta(seconds=wait)
        )
    return replace(ticket, state=outcome.state, reason=outcome.reason or outcome.note, place=outcome.place)


def found_at_start(ticket: Ticket) -> Ticket:
    """After a crash: what was being sent may have come out."""
    if ticket.state is not PrintState.SENDING:
        return ticket
    return replace(ticket, state=PrintState.UNKNOWN, reason=STOPPED)


def print_it(ticket: Ticket, now: datetime) -> Ticket:
    """A person said: print it. The patience starts anew."""
    if ticket.state not in (PrintState.UNKNOWN, PrintState.QUEUED, PrintState.FAILED):
        raise ValueError(f"a job that is {ticket.state} can't be printed again")
    return replace(ticket, state=PrintState.QUEUED, made_at=now, next_at=now, tries=0, reason="")


def came_out(ticket: Ticket) -> Ticket:
    """A person saw it; raises ValueError while it is being sent or when it was cancelled."""
    if ticket.state in (PrintState.SENDING, PrintState.CANCELLED):
        raise ValueError(f"a job that is {ticket.state} can't have come out")
    return replace(ticket, state=PrintState.PRINTED, reason="")


def cancelled(ticket: Ticket) -> Ticket:
    """A person said no; raises ValueError while it is being sent or when it is out."""
    if ticket.state in (PrintState.SENDING, PrintState.PRINTED, PrintState.CANCELLED):
        raise ValueError(f"a job that is {ticket.state} can't be cancelled")
    return replace(ticket, state=PrintState.CANCELLED)
