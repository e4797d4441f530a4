"""How an entry reads in the timeline."""

from __future__ import annotations

from typing import Final

from counter.records.entries import Complaint, Compliment, Entry, EntryKind, FollowUp, GivenGesture, Note, Order, Return
from counter.records.when import say_date
from counter.ui.widgets.timeline import TimelineLine

KINDS: Final = {
    EntryKind.PERSON: "New", EntryKind.PERSON_EDITED: "Corrected", EntryKind.FACT: "Fact",
    EntryKind.FACT_EDITED: "Fact", EntryKind.DATE: "Date", EntryKind.HOUSEHOLD: "Household", EntryKind.VISIT: "Visit",
    EntryKind.RETURN: "Return", EntryKind.COMPLIMENT: "Compliment", EntryKind.COMPLAINT: "Went wrong",
    EntryKind.PUT_RIGHT: "Put right", EntryKind.TOLD: "Told", EntryKind.CAUSE: "Why", EntryKind.REOPENED: "Open again",
    EntryKind.ORDER: "Order", EntryKind.ORDER_MOVED: "Promise moved", EntryKind.ORDER_STATE: "Order",
    EntryKind.FOLLOW_UP: "To do", EntryKind.FOLLOW_UP_DONE: "Done", EntryKind.NOTE: "Note",
    EntryKind.CREDIT_USED: "Credit used", EntryKind.GESTURE: "Extra", EntryKind.SKIPPED: "No extra",
    EntryKind.REACTION: "Extra", EntryKind.SLIP: "Slip", EntryKind.FEEDBACK: "Told us",
}


def line_of(entry: Entry) -> TimelineLine:
    """One row; the customer's own words stand in quotation marks and in their own type."""
    voice = isinstance(entry.thing, Complaint) and entry.kind is EntryKind.COMPLAINT
    text = _text(entry)
    return TimelineLine(
        key=entry.id, when=say_date(entry.day, entry.day), what=KINDS.get(entry.kind, ""),
        text=f"“{text}”" if voice else text, who=entry.staff, voice=voice,
    )


def _text(entry: Entry) -> str:
    thing = entry.thing
    if isinstance(thing, Complaint):
        steps = {EntryKind.PUT_RIGHT: thing.remedy, EntryKind.TOLD: thing.told_how, EntryKind.CAUSE: thing.cause}
        return steps.get(entry.kind, thing.words)
    if isinstance(thing, Return):
        items = ", ".join(f"{item.quantity} {item.name}" for item in thing.items)
        return f"{items} · {thing.outcome.value.replace('_', ' ')}"
    if isinstance(thing, Order):
        return f"{thing.spec} · {thing.state.value.replace('_', ' ')}"
    if isinstance(thing, GivenGesture):
        return f"{thing.title} · {thing.reaction}" if thing.reaction else thing.title
    plain = {FollowUp: "what", Note: "text", Compliment: "words"}.get(type(thing))
    return getattr(thing, plain) if plain else entry.detail
