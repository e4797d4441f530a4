"""The order form: as typed, and as read."""

from dataclasses import dataclass
from datetime import date, datetime

from counter.records.entries import DepositFate, OrderState


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderForm:
    """What a client asks us to make, as the cashier typed it; only `spec` is needed."""

    spec: str = ""
    price: str = ""
    deposit: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDraft:
    """An order that can be saved, money in minor units; agreed when price and promise are both there."""

    spec: str
    price: int | None
    deposit: int | None
    due: datetime | None
    state: OrderState


@dataclass(frozen=True, slots=True)
class Ending:
    """An order that will not be made: why, and what becomes of the deposit."""

    reason: str
    fate: DepositFate = DepositFate.NONE


@dataclass(frozen=True, slots=True)
class FollowUpProposal:
    """Something to ask a person by a day, proposed and not yet saved."""

    what: str
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesKept:
    """Of `collected` orders: on time by the first promise, at the agreed price, both; `moved` had later promises."""

    collected: int
    on_time: int
    at_price: int
    both: int
    moved: int
