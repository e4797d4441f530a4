"""Something went wrong: listen, apologise, act, thank, tell."""
from dataclasses import replace
from typing import Any

from counter import complaints as rules
from counter.desk.changing import Changing, change
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.models import voices
from counter.models.journal import Writer
from counter.models.tables_counter import ComplaintRow
from counter.records.complaints import ComplaintDraft, ComplaintForm
from counter.records.entries import Complaint, ComplaintState, EntryKind, Saved

NAME = "complaint"
TYPED = ("words", "theme", "severity", "needed_by", "apology_said", "thanked", "remedy", "cause")


def themes(_till: Till) -> tuple[str, ...]:
    """What it may be about, as the owner lists it; none while the shop goes by the themes that came along."""
    return tuple(voices.themes())


def log(till: Till, op: str, customer_id: int, form: ComplaintForm) -> Saved:
    """Save what was heard; with a remedy it is put right at once."""
    draft = rules.read(form, till.here)
    state = ComplaintState.PUT_RIGHT if draft.remedy else ComplaintState.OPEN

    def write(writer: Writer) -> Done:
        complaint_id = writer.insert(
            ComplaintRow, customer_id=customer_id, state=state, opened_at=till.now,
            put_right_at=till.now if draft.remedy else None, **_typed(draft),
        )
        writer.about(ComplaintRow, complaint_id)
        kept = "Put right, not told yet." if draft.remedy else "It stands on Today until it is put right."
        return Done(f"Noted for {name_of(till.customer(customer_id))}, in their words. {kept}", complaint_id)

    return save(till, Doing(op=op, kind=EntryKind.COMPLAINT, customer_id=customer_id), write)


def edit(till: Till, op: str, complaint_id: int, form: ComplaintForm) -> Saved:
    """Correct what was noted; where it stands is changed by its own steps."""
    draft = rules.read(form, till.here)

    def rule(before: Complaint) -> Complaint:
        gone = before.needed_by if before.needed_by and before.needed_by < till.now else None
        return replace(before, **_typed(draft) | {"needed_by": draft.needed_by or gone})

    what = Changing(op=op, kind=EntryKind.EDITED, name=NAME, thing_id=complaint_id)
    return change(till, what, rule, lambda now: Done(f"Corrected for {_who(till, now)}.", now.id))


def put_right(till: Till, op: str, complaint_id: int, remedy: str) -> Saved:
    """Something was done about it."""
    what = Changing(op=op, kind=EntryKind.PUT_RIGHT, name=NAME, thing_id=complaint_id)
    return change(
        till, what, lambda c: rules.put_right(c, remedy, till.now),
        lambda now: Done(f"Put right for {_who(till, now)}, not told yet.", now.id),
    )


def tell(till: Till, op: str, complaint_id: int, how: str, *, no_contact: bool = False) -> Saved:
    """They know what was done, or there is no way to tell them."""

    def rule(before: Complaint) -> Complaint:
        return rules.no_contact(before, till.now) if no_contact else rules.told(before, how, till.now)

    def say(now: Complaint) -> Done:
        cause = "" if now.cause else " Why it happened isn't known yet."
        heard = "There was no way to tell them." if no_contact else f"{_who(till, now)} knows what was done."
        return Done(heard + cause, now.id)

    return change(till, Changing(op=op, kind=EntryKind.TOLD, name=NAME, thing_id=complaint_id), rule, say)


def cause(till: Till, op: str, complaint_id: int, why: str) -> Saved:
    """Why it happened."""
    what = Changing(op=op, kind=EntryKind.CAUSE, name=NAME, thing_id=complaint_id)
    return change(
        till, what, lambda c: rules.know_cause(c, why), lambda now: Done(f"The cause is noted: {now.cause}", now.id)
    )


def ask_why(till: Till, op: str, complaint_id: int, staff_id: int, by: str) -> Saved:
    """The owner's question: one person finds the cause by a moment."""
    what = Changing(op=op, kind=EntryKind.CAUSE, name=NAME, thing_id=complaint_id)
    return change(
        till, what, lambda c: rules.ask_why(c, staff_id, by, till.here, till.settings.complaints),
        lambda now: Done("Why? is asked, and stands on Today until it is answered.", now.id),
    )


def reopen(till: Till, op: str, complaint_id: int) -> Saved:
    """It is not right after all."""
    what = Changing(op=op, kind=EntryKind.REOPENED, name=NAME, thing_id=complaint_id)
    return change(till, what, rules.reopen, lambda now: Done(f"Open again for {_who(till, now)}.", now.id))


def _typed(draft: ComplaintDraft) -> dict[str, Any]:
    return {field: getattr(draft, field) for field in TYPED}


def _who(till: Till, complaint: Complaint) -> str:
    return name_of(till.customer(complaint.customer_id))
