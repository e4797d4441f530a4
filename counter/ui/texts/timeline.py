"""Words of the timeline: what each kind of entry is called, and how its sentence is put together."""

from __future__ import annotations

from typing import Final

from counter.ui.texts import count, isolate

KINDS: Final = {
    "person": "New here", "person_edited": "Edited", "fact": "Fact", "fact_edited": "Fact", "date": "Date",
    "household": "Household", "visit": "Here", "circumstance": "Today", "return": "Return",
    "compliment": "Compliment", "complaint": "Went wrong", "put_right": "Put right", "told": "Told",
    "cause": "Cause", "reopened": "Open again", "order": "Order", "order_moved": "New date", "order_state": "Order",
    "follow_up": "To do", "follow_up_done": "Done", "note": "Note", "credit_used": "Credit used", "gesture": "Extra",
    "skipped": "No extra", "reaction": "Extra", "slip": "Slip", "feedback": "Told us", "edited": "Edited",
    "moved": "Moved", "undo": "Undone", "setting": "Setting",
}  # fmt: skip
WE_SAID: Final = "We said"
OUTCOMES: Final = {
    "refund": "refunded", "exchange": "exchanged", "replacement": "replaced", "repair": "to be repaired",
    "store_credit": "store credit", "declined": "declined",
}  # fmt: skip
REASONS: Final = {
    "faulty": "faulty", "not_fresh": "not fresh", "wrong_item": "wrong item", "too_many": "too many",
    "not_as_described": "not as described", "changed_mind": "changed their mind", "other": "",
}  # fmt: skip
STATES: Final = {
    "requested": "asked for", "agreed": "agreed", "in_progress": "being made", "ready": "ready to collect",
    "collected": "collected", "declined": "declined", "cancelled": "cancelled",
}  # fmt: skip
SLIPS: Final = {
    "thank_you": "thank-you slip", "apology": "slip: what we did", "return_receipt": "return receipt",
    "credit_note": "store-credit note", "deposit_receipt": "deposit receipt", "order_slip": "order slip",
}  # fmt: skip
SORRY_SAID: Final = "sorry said"
NO_CONTACT: Final = "no contact possible"
TOLD: Final = "told what was done"
PUT_RIGHT: Final = "put right"
ASKED_WHY: Final = "someone was asked why"
CAUSE_OPEN: Final = "cause still unknown"
OPEN_AGAIN: Final = "it is not settled after all"
WAS_HERE: Final = "here, nothing more"
CARD_MADE: Final = "first card"
CARD_EDITED: Final = "name or contacts changed"
NOT_TODAY: Final = "their name was enough"
ANSWER_WANTED: Final = "an answer is wanted"
VOID: Final = "no longer counts"
EDITED: Final = "edited"
NOT_SAID: Final = "nothing written"


def quoted(words: str) -> str:
    """Words as they were said."""
    return f"“{words}”"


def to_staff(staff: str, words: str) -> str:
    """Praise, for whom it was."""
    return f"to {isolate(staff)}: {quoted(words)}" if staff else quoted(words)


def item(name: str, quantity: int) -> str:
    """“dark rye”, “3 cinnamon bun”."""
    return name if quantity == 1 else f"{quantity} × {name}"


def for_day(spec: str, due: str) -> str:
    """What was ordered, and for when."""
    return f"{spec} for {due}" if due else spec


def by_day(what: str, day: str) -> str:
    """What is to be done, and by when."""
    return f"{what}, by {day}"


def scores(values: tuple[int | None, ...]) -> str:
    """The index questions as they were answered."""
    given = [str(value) for value in values if value is not None]
    return f"{', '.join(given)} of 10" if given else ""


def earlier(number: int) -> str:
    """How many entries are older than those shown."""
    return count(number, "{} earlier entry", "{} earlier entries")
