"""Queries about what happened at the counter, answered with records."""
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Any

from counter.models.prepared import Prepared, among
from counter.models.tables_counter import (
    ComplaintRow,
    ComplimentRow,
    CreditRow,
    FeedbackRow,
    FollowUpRow,
    ItemRow,
    NoteRow,
    OrderRow,
    ReturnRow,
    SlipRow,
)
from counter.models.tables_gestures import GivenRow
from counter.models.tables_people import Table
from counter.records.entries import (
    Complaint,
    ComplaintState,
    Compliment,
    CreditMove,
    Feedback,
    FollowUp,
    GivenGesture,
    Note,
    Order,
    OrderState,
    PrintedSlip,
    Return,
    Thing,
)

# Which table keeps which record, and where a column has another name than the record's field.
KEPT: dict[str, tuple[type[Table], Any, dict[str, str]]] = {
    "return_case": (ReturnRow, Return, {}),
    "complaint": (ComplaintRow, Complaint, {}),
    "compliment": (ComplimentRow, Compliment, {}),
    "order_case": (OrderRow, Order, {}),
    "follow_up": (FollowUpRow, FollowUp, {}),
    "note": (NoteRow, Note, {}),
    "credit_move": (CreditRow, CreditMove, {}),
    "given": (GivenRow, GivenGesture, {"key": "gesture"}),
    "slip": (SlipRow, PrintedSlip, {}),
    "feedback": (FeedbackRow, Feedback, {}),
}


def _of(name: str) -> Any:
    """All rows of a table as its record, the taken back included."""
    table, record, other = KEPT[name]
    fields = table._meta.fields
    columns = [
        fields[other[wanted]].alias(wanted) if wanted in other else fields[wanted]
        for wanted in record.__dataclass_fields__
        if wanted != "due" or record is not Order
    ]
    return table.select(*columns).objects(record)


def live(name: str) -> Any:
    """Rows that have not been taken back."""
    return _of(name).where(KEPT[name][0]._meta.fields["gone_by"].is_null())


def thing(name: str, thing_id: int) -> Any:
    """One thing as it stands now, or None."""
    return live(name).where(KEPT[name][0]._meta.primary_key == thing_id).first()


def things(name: str, ids: Iterable[int]) -> dict[int, Thing]:
    """Things by id, the taken back included."""
    return {found.id: found for found in _by_ids(name)(list(ids))}


def of_person(name: str, customer_id: int) -> tuple[Any, ...]:
    """A person's things of one kind, oldest first."""
    return tuple(_of_one(name)(customer_id))


@cache
def _by_ids(name: str) -> Prepared:
    """The question written once for each kind."""
    return Prepared(lambda ids: _of(name).where(KEPT[name][0]._meta.primary_key.in_(among(ids))))


@cache
def _of_one(name: str) -> Prepared:
    """The same of one person's things."""
    meta = KEPT[name][0]._meta
    return Prepared(lambda who: live(name).where(meta.fields["customer_id"] == who).order_by(meta.primary_key))


def complaints_waiting() -> tuple[Complaint, ...]:
    """Everything not yet told, or told with the cause unknown."""
    closed = (ComplaintState.TOLD, ComplaintState.NO_CONTACT)
    return tuple(live("complaint").where(ComplaintRow.state.not_in(closed) | (ComplaintRow.cause == "")))


def orders_open() -> tuple[Order, ...]:
    """Orders neither collected, declined nor cancelled."""
    ended = (OrderState.COLLECTED, OrderState.DECLINED, OrderState.CANCELLED)
    return tuple(live("order_case").where(OrderRow.state.not_in(ended)).order_by(OrderRow.due))


def follow_ups_due(until: date) -> tuple[FollowUp, ...]:
    """What is to be done for somebody by a day and isn't yet."""
    return tuple(
        live("follow_up").where(FollowUpRow.done_at.is_null(), FollowUpRow.due <= until).order_by(FollowUpRow.due)
    )


def returns_with(customer_id: int, receipt_number: str, since: date) -> tuple[Return, ...]:
    """Earlier returns that a new one may repeat: the person's, and those on the same receipt number."""
    same = ReturnRow.customer_id == customer_id
    if receipt_number:
        same = same | (ReturnRow.receipt_number == receipt_number)
    return tuple(live("return_case").where(same | (ReturnRow.day >= since)).order_by(ReturnRow.day))


def item_names() -> tuple[str, ...]:
    """What came back before, the most frequent first."""
    return tuple(row.name for row in ItemRow.select(ItemRow.name).order_by(ItemRow.used.desc()).limit(500))


def count_item(name: str) -> None:
    """Remember a word to complete from."""
    ItemRow.insert(name=name).on_conflict(
        conflict_target=[ItemRow.name], update={ItemRow.used: ItemRow.used + 1}
    ).execute()


def gestures_given(since: date) -> tuple[GivenGesture, ...]:
    """Every gesture since a day."""
    return tuple(live("given").where(GivenRow.day >= since))


def slip_by_code(code: str) -> PrintedSlip | None:
    """The slip with this code, also when void."""
    found: PrintedSlip | None = _of("slip").where(SlipRow.code == code).first()
    return found


def last_slip() -> PrintedSlip | None:
    """The newest slip that still counts."""
    found: PrintedSlip | None = live("slip").where(SlipRow.void == 0).order_by(SlipRow.id.desc()).first()
    return found


def lines_had(customer_id: int, limit: int) -> tuple[str, ...]:
    """Lines on the person's last slips, newest first."""
    rows = SlipRow.select(SlipRow.line).where(SlipRow.customer_id == customer_id, SlipRow.line != "")
    return tuple(row.line for row in rows.order_by(SlipRow.id.desc()).limit(limit))


def live_codes(since: datetime) -> frozenset[str]:
    """Codes of slips made since a moment."""
    return frozenset(row.code for row in SlipRow.select(SlipRow.code).where(SlipRow.made_at >= since))
