"""The fixed words of what happens at the counter."""
from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry says happened. One thing may gather several entries over its life."""

    PERSON = "person"
    PERSON_EDITED = "person_edited"
    FACT = "fact"
    FACT_EDITED = "fact_edited"
    DATE = "date"
    HOUSEHOLD = "household"
    VISIT = "visit"
    CIRCUMSTANCE = "circumstance"
    RETURN = "return"
    COMPLIMENT = "compliment"
    COMPLAINT = "complaint"
    PUT_RIGHT = "put_right"
    TOLD = "told"
    CAUSE = "cause"
    REOPENED = "reopened"
    ORDER = "order"
    ORDER_MOVED = "order_moved"
    ORDER_STATE = "order_state"
    FOLLOW_UP = "follow_up"
    FOLLOW_UP_DONE = "follow_up_done"
    NOTE = "note"
    CREDIT_USED = "credit_used"
    GESTURE = "gesture"
    SKIPPED = "skipped"
    REACTION = "reaction"
    SLIP = "slip"
    FEEDBACK = "feedback"
    EDITED = "edited"
    MOVED = "moved"
    UNDO = "undo"
    SETTING = "setting"


class Reason(StrEnum):
    """Why goods come back."""

    FAULTY = "faulty"
    NOT_FRESH = "not_fresh"
    WRONG_ITEM = "wrong_item"
    TOO_MANY = "too_many"
    NOT_AS_DESCRIBED = "not_as_described"
    CHANGED_MIND = "changed_mind"
    OTHER = "other"


class ReturnOutcome(StrEnum):
    """What became of a return."""

    REFUND = "refund"
    EXCHANGE = "exchange"
    REPLACEMENT = "replacement"
    REPAIR = "repair"
    STORE_CREDIT = "store_credit"
    DECLINED = "declined"


class Severity(StrEnum):
    """How badly something went wrong for the customer."""

    SMALL = "small"
    REAL = "real"
    SERIOUS = "serious"


class ComplaintState(StrEnum):
    """Where a complaint stands; told and cause known make it closed."""

    OPEN = "open"
    PUT_RIGHT = "put_right"
    TOLD = "told"
    NO_CONTACT = "no_contact"


class OrderState(StrEnum):
    """Where an order stands."""

    REQUESTED = "requested"
    AGREED = "agreed"
    IN_PROGRESS = "in_progress"
    READY = "ready"
    COLLECTED = "collected"
    DECLINED = "declined"
    CANCELLED = "cancelled"


class DepositFate(StrEnum):
    """What became of a deposit when an order was declined or cancelled."""

    NONE = ""
    RETURNED = "returned"
    STORE_CREDIT = "store_credit"


class Direction(StrEnum):
    """Whether praise came from the customer or went to them."""

    RECEIVED = "received"
    PAID = "paid"
