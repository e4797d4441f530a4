"""What a policy is shown at a visit, and what it is told afterwards."""

from dataclasses import dataclass
from typing import Any

from bench.gestures_world.people import Person


@dataclass(frozen=True, slots=True)
class Left:
    """What may still be given: today, this week, to this person, and the totals of a day and week."""

    day_left: float
    week_left: float
    minutes_left: float
    cust_money_left: float
    cust_gifts_left: int
    gifts_left: int
    day_total: float
    week_total: float
    minutes_total: float
    gifts_total: int


@dataclass(frozen=True, slots=True)
class Context:
    """One visit as the card shows it; `customer` is None for people without a name."""

    visit_id: int
    day: int
    minute: int
    open_minutes: int
    customer: Person | None
    visit_no: int
    occasions: dict[str, bool]
    tokens: frozenset[str]
    queue: int
    budget: Left
    out_of_stock: frozenset[str]
    rejected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What came of it; `kind` is visit, accepted, swapped, skipped or reaction."""

    kind: str
    ctx: Context
    gesture: str | None = None
    reaction: str | None = None


Policy = Any
