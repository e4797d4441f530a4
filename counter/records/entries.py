"""What happens at the counter: the timeline and the things that its entries speak of."""
from dataclasses import dataclass
from datetime import date, datetime

from counter.records.drafts import Draft
from counter.records.kinds import (
    ComplaintState,
    DepositFate,
    Direction,
    EntryKind,
    OrderState,
    Reason,
    ReturnOutcome,
    Severity,
)

__all__ = ["ComplaintState", "DepositFate", "Direction", "Draft", "EntryKind", "OrderState",
           "Reason", "ReturnOutcome", "Severity"]
NO_ENTRY = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnItem:
    """Goods of one kind that come back, in the cashier's words."""

    name: str
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """Goods came back. `amount` is in minor units; None where no money moved."""

    id: int
    customer_id: int
    items: tuple[ReturnItem, ...]
    bought_on: date | None
    receipt_number: str
    reason: Reason
    outcome: ReturnOutcome
    amount: int | None
    declined_because: str
    note: str
    stop_selling: bool
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """Something went wrong, in their own words. "Why?" is due on the day `why_by`: at `why_at`, or by its end."""

    id: int
    customer_id: int
    words: str
    theme: str
    severity: Severity
    needed_by: datetime | None
    state: ComplaintState
    apology_said: bool
    thanked: bool
    remedy: str
    cause: str
    why_staff_id: int | None
    why_by: date | None
    why_at: datetime | None
    told_how: str
    opened_at: datetime
    put_right_at: datetime | None
    told_at: datetime | None
    reopened: int

    @property
    def closed(self) -> bool:
        """Told (or no contact possible) and the cause known."""
        return self.state in (ComplaintState.TOLD, ComplaintState.NO_CONTACT) and bool(self.cause)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compliment:
    """Praise received (for `staff_id`, when known) or a sincere one paid by us."""

    id: int
    customer_id: int
    direction: Direction
    words: str
    staff_id: int | None
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A promised date of an order and when it was made; the newest is the one that holds."""

    due: datetime
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a client asked us to make. Money in minor units; `promises` oldest first."""

    id: int
    customer_id: int
    spec: str
    price: int | None
    final_price: int | None
    deposit: int | None
    state: OrderState
    deposit_fate: DepositFate
    reason: str
    promises: tuple[Promise, ...]
    collected_at: datetime | None
    created_at: datetime

    @property
    def due(self) -> datetime | None:
        """The promised moment that holds now."""
        return self.promises[-1].due if self.promises else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Something to do for a person by a day; `done_at` is None until then."""

    id: int
    customer_id: int
    what: str
    due: date
    done_at: datetime | None
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A staff note; no code path leads from here to paper."""

    id: int
    customer_id: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditMove:
    """A line of a person's store-credit ledger: positive when granted, negative when used (minor units)."""

    id: int
    customer_id: int
    amount: int
    why: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenGesture:
    """A gesture decided at the counter; `reaction` is empty until seen."""

    id: int
    customer_id: int
    key: str
    title: str
    own_idea: bool
    restoring: bool
    cost: int
    minutes: float
    reaction: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSlip:
    """A slip as it was made: its code leads to the visit. `void` after the thing it speaks of was undone."""

    id: int
    customer_id: int
    visit_id: int
    code: str
    kind: str
    language: str
    void: bool
    made_at: datetime
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """An answer to a slip: scores of 1 to 10 or None, words, and what a person made of it (empty: not read yet)."""

    id: int
    customer_id: int
    slip_id: int | None
    words: str
    scores: tuple[int | None, int | None, int | None]
    wants_answer: bool
    at: datetime
    sorted_as: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A person was here on a business day, bought or not."""

    id: int
    customer_id: int
    day: date
    started_at: datetime
    circumstances: frozenset[str] = frozenset()


Thing = Return | Complaint | Compliment | Order | FollowUp | Note | CreditMove | GivenGesture | PrintedSlip | Feedback


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a timeline. `thing` is what it speaks of as it stands now; `detail` what this entry changed."""

    id: int
    kind: EntryKind
    customer_id: int | None
    visit_id: int | None
    staff: str
    at: datetime
    day: date
    edited: bool
    thing: Thing | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What a command answers: the entry that can be undone, or `NO_ENTRY`, for whom, and the sentence to be said."""

    entry_id: int
    customer_id: int | None
    sentence: str
    undoable: bool = True
    warning: str = ""
    thing_id: int | None = None
