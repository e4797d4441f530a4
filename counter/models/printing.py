"""The rows of the print queue."""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import JOIN, fn

from counter.models.tables_counter import SlipRow
from counter.models.tables_people import CustomerRow
from counter.models.tables_shop import PrinterRow, PrintJobRow

P = PrintJobRow
WAITING = ("queued", "sending", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedSlip:
    """One job of the queue with the slip that it prints; `content` is the slip's JSON text.

    `name` is how its person is called, empty for someone; `void` is True after the slip was taken back; `ours` is the
    copy that stays in the shop.
    """

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
    kind: str
    void: bool
    name: str
    ours: bool = False


def put_in(slip_id: int, printer_id: int, now: datetime, *, copy: bool = False, ours: bool = False) -> int:
    """One more job; stored before anything is sent."""
    state = {"state": "queued", "made_at": now, "next_at": now}
    row = P.create(slip_id=slip_id, printer_id=printer_id, copy=copy, ours=ours, **state)
    return int(row.id)


def waiting(printer_id: int | None = None) -> Iterator[QueuedSlip]:
    """What a printer still has to do, oldest first; without a number, what all of them have, also those put away."""
    query = _jobs().where(P.state.in_(WAITING)).order_by(P.id)
    return iter((query if printer_id is None else query.where(P.printer_id == printer_id)).objects(QueuedSlip))


def printed(limit: int) -> Iterator[QueuedSlip]:
    """The jobs that came out last, newest first."""
    return iter(_jobs().where(P.state == "printed").order_by(P.id.desc()).limit(limit).objects(QueuedSlip))


def find(job_id: int) -> QueuedSlip | None:
    """One job."""
    found: QueuedSlip | None = _jobs().where(P.id == job_id).objects(QueuedSlip).first()
    return found


def record(job: QueuedSlip) -> None:
    """Where a job stands now."""
    P.update(
        printer_id=job.printer_id, state=job.state, reason=job.reason, tries=job.tries, made_at=job.made_at,
        next_at=job.next_at, place=job.place,
    ).where(P.id == job.id).execute()


def hurry(printer_id: int, now: datetime) -> None:
    """A printer prints again: what waited for it need not wait on."""
    P.update(next_at=now).where(P.printer_id == printer_id, P.state == "queued", P.next_at > now).execute()


def last_word(printer_id: int) -> str:
    """What a printer said of the last slip that came out ("The paper is nearly used up.")."""
    printed = P.select(P.reason).where(P.printer_id == printer_id, P.state == "printed")
    return str(next(iter(printed.order_by(P.id.desc()).limit(1).tuples()), ("",))[0])


def options(printer_id: int) -> Mapping[str, Any]:
    """How a printer differs from the usual one, by name."""
    row = PrinterRow.get_or_none(PrinterRow.id == printer_id)
    return row.options if row else {}


def save_options(printer_id: int, kept: Mapping[str, Any]) -> None:
    """Keep how a printer differs from the usual one."""
    PrinterRow.update(options=dict(kept)).where(PrinterRow.id == printer_id).execute()


def names() -> dict[int, str]:
    """Every printer's name, also of those put away."""
    return dict(PrinterRow.select(PrinterRow.id, PrinterRow.name).tuples())


def _jobs() -> Any:
    columns = (P.id, P.slip_id, P.printer_id, P.copy, P.state, P.reason, P.tries, P.made_at, P.next_at, P.place, P.ours)
    called = fn.COALESCE(fn.NULLIF(CustomerRow.called, ""), CustomerRow.name, "").alias("name")
    slip = (SlipRow.code, SlipRow.content, SlipRow.kind, SlipRow.void)
    found = P.select(*columns, *slip, called).join(SlipRow, on=(P.slip_id == SlipRow.id))
    return found.join(CustomerRow, JOIN.LEFT_OUTER, on=(SlipRow.customer_id == CustomerRow.id))
