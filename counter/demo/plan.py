"""What a made-up shop is made from, and how large it becomes."""
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Pools:
    """The texts to draw from, as `resources/demo` has them."""

    cultures: list[dict[str, Any]]
    people: Mapping[str, Any]
    shop: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """How many named people, from which seed, up to which day, over how many days.

    `now` is the last moment that anything happened at, aware; without it `today` has not opened yet.
    """

    customers: int
    seed: int
    today: date
    days: int = 365
    now: datetime | None = None
