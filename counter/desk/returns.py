"""Goods come back."""
from dataclasses import replace
from datetime import timedelta

from counter import credit
from counter import returns as rules
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.errors import Known, Unavailable
from counter.models import ledger, things
from counter.models.journal import Writer
from counter.models.tables_counter import CreditRow, ReturnRow
from counter.records.entries import EntryKind, Reason, Return, ReturnOutcome, Saved
from counter.records.money import plain_money, say_money
from counter.records.reading import Calendar, Lean, read_day
from counter.records.returns import ReturnDraft, ReturnForm

FIELDS = ("items", "bought_on", "receipt_number", "reason", "outcome", "amount", "declined_because", "note",
          "stop_selling")


def items(till: Till) -> tuple[str, ...]:
    """Words to complete from, the most frequent first."""
    return things.item_names()


def advice(till: Till, customer_id: int, form: ReturnForm, corrects: int = 0) -> tuple[str, ...]:
    """What to know while the form is filled: "until …" first, then warnings; never a wall, never an error.

    `corrects` is the return that the form puts right, which is not counted against itself.
    """
    until = _say_until(till, form)
    try:
        draft = rules.read(_filled(form), till.here)
    except Known:
        return until
    return until + _warnings(till, customer_id, draft, corrects)


def log(till: Till, op: str, customer_id: int, form: ReturnForm) -> Saved:
    """Save a return; store credit goes to the person's ledger with it."""
    draft = rules.read(form, till.here)
    told = _warnings(till, customer_id, draft)

    def write(writer: Writer) -> Done:
        return_id = writer.insert(ReturnRow, customer_id=customer_id, day=till.today, **_columns(draft))
        for item in draft.items:
            things.count_item(item.name)
        _grant(till, writer, customer_id, draft)
        writer.about(ReturnRow, return_id)
        who = name_of(till.customer(customer_id))
        return Done(f"Return saved for {who}: {rules.say_items(draft.items)}.", return_id, " ".join(_said_yes(told)))

    return save(till, Doing(op=op, kind=EntryKind.RETURN, customer_id=customer_id), write)


def edit(till: Till, op: str, return_id: int, form: ReturnForm) -> Saved:
    """Correct a return, and the credit that it granted with it; raises FieldRefused where more of that is used."""
    before: Return | None = things.thing("return_case", return_id)
    if before is None:
        raise Unavailable("This return is no longer there. Open the person again.")
    draft = rules.read(form, till.here)
    person = before.customer_id
    granted, corrected = _credit_of(before), _credit_of(draft)
    credit.check_correction(things.of_person("credit_move", person), granted, corrected, till.money)

    def write(writer: Writer) -> Done:
        writer.update(ReturnRow, return_id, **_columns(draft))
        _correct_grant(till, writer, before, draft)
        writer.about(ReturnRow, return_id)
        told = _say_credit(granted, corrected, till)
        return Done(f"Return corrected for {name_of(till.customer(person))}.{told}", return_id)

    return save(till, Doing(op=op, kind=EntryKind.EDITED, customer_id=person, visits=False), write)


def form_of(before: Return, till: Till) -> ReturnForm:
    """A saved return as the form shows it."""
    return ReturnForm(
        items=tuple((item.name, str(item.quantity)) for item in before.items),
        bought_on=before.bought_on.isoformat() if before.bought_on else "",
        receipt_number=before.receipt_number, reason=before.reason, outcome=before.outcome,
        amount="" if before.amount is None else plain_money(before.amount, till.money),
        declined_because=before.declined_because, note=before.note, stop_selling=before.stop_selling,
    )


def _said_yes(told: tuple[str, ...]) -> list[str]:
    """The warnings once it is saved: what may still be done is done."""
    return [sentence.removesuffix(rules.STILL).rstrip() for sentence in told]


def _columns(draft: ReturnDraft) -> dict[str, object]:
    return {field: getattr(draft, field) for field in FIELDS}


def _grant(till: Till, writer: Writer, customer_id: int, draft: ReturnDraft) -> None:
    if draft.outcome is ReturnOutcome.STORE_CREDIT and draft.amount:
        writer.insert(
            CreditRow, customer_id=customer_id, amount=draft.amount, why=rules.say_items(draft.items), at=till.now
        )


def _correct_grant(till: Till, writer: Writer, before: Return, draft: ReturnDraft) -> None:
    """The ledger line follows the return that it came from: another amount, a new line, or none any more."""
    lines = ledger.granted_for("return_case", before.id)
    if not lines:
        _grant(till, writer, before.customer_id, draft)
    for line in lines:
        if _credit_of(draft):
            writer.update(CreditRow, line.id, amount=draft.amount, why=rules.say_items(draft.items))
        else:
            writer.update(CreditRow, line.id, gone_by=writer.entry_id)


def _credit_of(case: Return | ReturnDraft) -> int:
    """What the person gets as store credit, in minor units."""
    return case.amount or 0 if case.outcome is ReturnOutcome.STORE_CREDIT else 0


def _say_credit(granted: int, corrected: int, till: Till) -> str:
    """What became of the credit, and that paper still says the old amount."""
    if granted == corrected:
        return ""
    if not granted:
        return f" They have {say_money(corrected, till.money)} of credit for it."
    now = f"is {say_money(corrected, till.money)}" if corrected else "is gone"
    return f" Its credit {now} now; a note on paper still says {say_money(granted, till.money)}."


def _warnings(till: Till, customer_id: int, draft: ReturnDraft, but: int = 0) -> tuple[str, ...]:
    earlier = things.returns_with(customer_id, draft.receipt_number, till.today - timedelta(days=31))
    others = [found for found in earlier if found.id != but]
    return rules.warnings(draft, others, till.today, till.settings.returns)


def _say_until(till: Till, form: ReturnForm) -> tuple[str, ...]:
    if not form.bought_on.strip():
        return ()
    try:
        calendar = Calendar(till.today, till.settings.land.order, Lean.BEHIND)
        bought_on = read_day(form.bought_on, calendar, "bought_on")
    except Known:
        return ()
    return (rules.say_window(bought_on, till.today, till.settings.returns),)


def _filled(form: ReturnForm) -> ReturnForm:
    """The half-filled form with what is still missing supposed, so that quantities can be told already."""
    return replace(
        form, reason=form.reason or Reason.OTHER, outcome=ReturnOutcome.EXCHANGE, amount="", declined_because=""
    )
