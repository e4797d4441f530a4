"""Tables of what happens at the counter, as the migrations made them."""
from datetime import datetime
from typing import Any

from peewee import IntegerField, TextField

from counter.models.fields import DayField, FlagField, InstantField, JsonField, WordField, instant_text
from counter.models.tables_people import Table, Thing
from counter.records.entries import (
    ComplaintState,
    DepositFate,
    Direction,
    OrderState,
    Promise,
    Reason,
    ReturnItem,
    ReturnOutcome,
    Severity,
)


def _read_items(rows: list[dict[str, Any]]) -> tuple[ReturnItem, ...]:
    return tuple(ReturnItem(**row) for row in rows)


def _write_items(items: tuple[ReturnItem, ...]) -> list[dict[str, Any]]:
    return [{"name": item.name, "quantity": item.quantity} for item in items]


def _read_promises(rows: list[list[str]]) -> tuple[Promise, ...]:
    return tuple(Promise(due=datetime.fromisoformat(d), made_at=datetime.fromisoformat(m)) for d, m in rows)


def _write_promises(promises: tuple[Promise, ...]) -> list[list[str]]:
    return [[instant_text(p.due), instant_text(p.made_at)] for p in promises]


class ReturnRow(Thing):
    """Goods came back."""

    customer_id = IntegerField()
    items = JsonField(_read_items, _write_items)
    bought_on = DayField(null=True)
    receipt_number = TextField(default="")
    reason = WordField(Reason)
    outcome = WordField(ReturnOutcome)
    amount = IntegerField(null=True)
    declined_because = TextField(default="")
    note = TextField(default="")
    stop_selling = FlagField(default=False)
    day = DayField()

    class Meta:
        """Where it stands."""

        table_name = "return_case"


class ItemRow(Table):
    """What came back or was asked for before, to complete from."""

    name = TextField(primary_key=True)
    used = IntegerField(default=1)

    class Meta:
        """Where it stands."""

        table_name = "item"


class ComplaintRow(Thing):
    """Something went wrong."""

    customer_id = IntegerField()
    words = TextField()
    theme = TextField(default="")
    severity = WordField(Severity)
    needed_by = InstantField(null=True)
    state = WordField(ComplaintState)
    apology_said = FlagField(default=False)
    thanked = FlagField(default=False)
    remedy = TextField(default="")
    cause = TextField(default="")
    why_staff_id = IntegerField(null=True)
    why_by = DayField(null=True)
    why_at = InstantField(null=True)
    told_how = TextField(default="")
    opened_at = InstantField()
    put_right_at = InstantField(null=True)
    told_at = InstantField(null=True)
    reopened = IntegerField(default=0)

    class Meta:
        """Where it stands."""

        table_name = "complaint"


class ComplimentRow(Thing):
    """Praise received or paid."""

    customer_id = IntegerField()
    direction = WordField(Direction)
    words = TextField()
    staff_id = IntegerField(null=True)
    day = DayField()

    class Meta:
        """Where it stands."""

        table_name = "compliment"


class OrderRow(Thing):
    """What a client asked us to make."""

    customer_id = IntegerField()
    spec = TextField()
    price = IntegerField(null=True)
    final_price = IntegerField(null=True)
    deposit = IntegerField(null=True)
    state = WordField(OrderState)
    deposit_fate = WordField(DepositFate, default=DepositFate.NONE)
    reason = TextField(default="")
    promises = JsonField(_read_promises, _write_promises, default=())
    due = InstantField(null=True)
    collected_at = InstantField(null=True)
    created_at = InstantField()

    class Meta:
        """Where it stands."""

        table_name = "order_case"


class FollowUpRow(Thing):
    """Something to do for a person by a day."""

    customer_id = IntegerField()
    what = TextField()
    due = DayField()
    done_at = InstantField(null=True)
    result = TextField(default="")

    class Meta:
        """Where it stands."""

        table_name = "follow_up"


class NoteRow(Thing):
    """What staff wrote."""

    customer_id = IntegerField()
    text = TextField()

    class Meta:
        """Where it stands."""

        table_name = "note"


class CreditRow(Thing):
    """A line of the store-credit ledger."""

    customer_id = IntegerField()
    amount = IntegerField()
    why = TextField(default="")
    note_slip_id = IntegerField(null=True)
    at = InstantField()

    class Meta:
        """Where it stands."""

        table_name = "credit_move"


class SlipRow(Thing):
    """A slip as it was made."""

    customer_id = IntegerField()
    visit_id = IntegerField(null=True)
    code = TextField(unique=True)
    kind = TextField()
    language = TextField(default="")
    line = TextField(default="")
    content = TextField()
    void = FlagField(default=False)
    answered = FlagField(default=False)
    made_at = InstantField()

    class Meta:
        """Where it stands."""

        table_name = "slip"


class FeedbackRow(Thing):
    """An answer to a slip."""

    customer_id = IntegerField()
    slip_id = IntegerField(null=True)
    words = TextField(default="")
    scores = JsonField(tuple, list, default=(None, None, None))
    wants_answer = FlagField(default=False)
    way = TextField(default="counter")
    counted = FlagField(default=True)
    sorted_as = TextField(default="")
    at = InstantField()
    theme = TextField(default="")

    class Meta:
        """Where it stands."""

        table_name = "feedback"


COUNTER: tuple[type[Table], ...] = (
    ReturnRow, ItemRow, ComplaintRow, ComplimentRow, OrderRow, FollowUpRow, NoteRow, CreditRow, SlipRow, FeedbackRow,
)
