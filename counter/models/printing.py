"""The rows of the print queue."""
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from counter.models.tables_counter import SlipRow
from counter.models.tables_shop import PrintJobRow

P = PrintJobRow
WAITING = ("queued", "sending", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedSlip:
    """One job of the queue with the slip that it prints; `content` is the slip's JSON text."""

    id: int
    slip_id: int
    printer_id: int
    copy: bool
    state: str
    reason: str
    tries: int
    made_at: datetime
    next_at: datetime
    place: str
    code: str
    content: str


def put_in(slip_id: int, printer_id: int, now: datetime, *, copy: bool = False) -> int:
    """One more job; stored before anything is sent."""
    row = P.create(slip_id=slip_id, printer_id=printer_id, copy=copy, state="queued", made_at=now, next_at=now)
    return int(row.id)


def waiting(printer_id: int) -> Iterator[QueuedSlip]:
    """What a printer still has to do, oldest first."""
    query = _jobs().where(P.printer_id == printer_id, P.state.in_(WAITING)).order_by(P.id)
    return iter(query.objects(QueuedSlip))


def find(job_id: int) -> QueuedSlip | None:
    """One job."""
    found: QueuedSlip | None = _jobs().where(P.id == job_id).objects(QueuedSlip).first()
    return found


def record(job: QueuedSlip) -> None:
    """Where a job stands now."""
    P.update(
        state=job.state, reason=job.reason, tries=job.tries, next_at=job.next_at, place=job.place
    ).where(P.id == job.id).execute()


def _jobs() -> Any:
    columns = (P.id, P.slip_id, P.printer_id, P.copy, P.state, P.reason, P.tries, P.made_at, P.next_at, P.place)
    return P.select(*columns, SlipRow.code, SlipRow.content).join(SlipRow, on=(P.slip_id == SlipRow.id))
