"""The return form: as typed, and as read."""

from dataclasses import dataclass
from datetime import date

from counter.records.entries import Reason, ReturnItem, ReturnOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnForm:
    """A return as the cashier typed it; `items` are pairs of what and how many, `reason` and `outcome` as chosen."""

    items: tuple[tuple[str, str], ...] = ()
    bought_on: str = ""
    receipt_number: str = ""
    reason: Reason | None = None
    outcome: ReturnOutcome | None = None
    amount: str = ""
    declined_because: str = ""
    note: str = ""
    stop_selling: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnDraft:
    """A return that can be saved; `amount` is in minor units, None where no money moves."""

    items: tuple[ReturnItem, ...]
    bought_on: date | None
    receipt_number: str
    reason: Reason
    outcome: ReturnOutcome
    amount: int | None
    declined_because: str
    note: str
    stop_selling: bool
