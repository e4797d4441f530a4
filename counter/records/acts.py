"""What a form hands on when it is saved: one small record for each thing that can be done at the counter.

Amounts, days and codes are texts as they were typed; the rules read them.
"""

from dataclasses import dataclass

from counter.records.kinds import OrderState
from counter.records.orders import Ending


@dataclass(frozen=True, slots=True)
class Tell:
    """They know what was done, and `how`; or there is no way to tell them."""

    complaint_id: int
    how: str
    no_contact: bool = False


@dataclass(frozen=True, slots=True)
class PutRight:
    """Something was done about a complaint."""

    complaint_id: int
    remedy: str


@dataclass(frozen=True, slots=True)
class Cause:
    """Why it happened."""

    complaint_id: int
    cause: str


@dataclass(frozen=True, slots=True)
class Reopen:
    """It is not right after all."""

    complaint_id: int


@dataclass(frozen=True, slots=True)
class MoveOrder:
    """An order is being made, or ready."""

    order_id: int
    to: OrderState


@dataclass(frozen=True, slots=True)
class Agree:
    """Price and promised moment are agreed with the client."""

    order_id: int
    price: str
    due: str


@dataclass(frozen=True, slots=True)
class Collect:
    """The client has it; `final_price` is empty where it is the agreed one."""

    order_id: int
    final_price: str = ""


@dataclass(frozen=True, slots=True)
class PromiseAgain:
    """Another promised moment."""

    order_id: int
    due: str


@dataclass(frozen=True, slots=True)
class EndOrder:
    """Declined by us or cancelled by them."""

    order_id: int
    to: OrderState
    ending: Ending


@dataclass(frozen=True, slots=True)
class FollowUpDone:
    """A follow-up is done; `result` may be empty."""

    follow_up_id: int
    result: str = ""


Act = Tell | PutRight | Cause | Reopen | MoveOrder | Agree | Collect | PromiseAgain | EndOrder | FollowUpDone


@dataclass(frozen=True, slots=True)
class PraiseReceived:
    """A compliment from the customer, for one of the staff or for all of us (None)."""

    words: str
    staff_id: int | None = None


@dataclass(frozen=True, slots=True)
class PraisePaid:
    """A sincere compliment from us to them."""

    words: str


@dataclass(frozen=True, slots=True)
class NoteTyped:
    """A staff note."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberTyped:
    """Somebody of the household."""

    name: str
    relation: str = ""
    may_collect: bool = False


@dataclass(frozen=True, slots=True)
class FollowUpTyped:
    """Something to do for a person; an empty day means today."""

    what: str
    due: str = ""


@dataclass(frozen=True, slots=True)
class CreditUsed:
    """Store credit to use, an empty amount meaning all; with a `code`, that of the note, whoever is open."""

    amount: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldUs:
    """What came back with a slip: words, three scores of 1 to 10 or None, whether an answer is wanted.

    `nameless` when their name is left out of it.
    """

    code: str
    words: str
    scores: tuple[int | None, int | None, int | None] = (None, None, None)
    wants_answer: bool = False
    nameless: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnIdea:
    """A cashier's own extra; `keep` offers it to the catalogue."""

    title: str
    cost: str = ""
    minutes: str = ""
    keep: bool = False
