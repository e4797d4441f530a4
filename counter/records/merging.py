"""Two records that may be one person, side by side, and what was chosen of each."""

from dataclasses import dataclass
from datetime import date, datetime

FIELDS = ("name", "called", "pronunciation", "address_form", "company", "address", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two persons by number who may be one, from 0 to 1 how likely, and in plain words why."""

    one: int
    other: int
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two records: its fields by name, how it can be reached, and how much hangs on it."""

    customer_id: int
    fields: dict[str, str]
    contacts: tuple[str, ...]
    facts: tuple[str, ...]
    visits: int
    last_visit: date | None
    created_at: datetime
    things: int = 0
    credit: int = 0

    @property
    def name(self) -> str:
        """The name, empty for someone without one."""
        return self.fields["name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Couple:
    """Two records side by side; `kept` has more behind it and is the one that stays by its number."""

    kept: Side
    other: Side
    score: float = 0.0
    why: str = ""

    @property
    def differ(self) -> tuple[str, ...]:
        """Fields that both fill, each in its own way."""
        return tuple(
            name for name in FIELDS
            if self.kept.fields[name] and self.other.fields[name] and self.kept.fields[name] != self.other.fields[name]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Two records that were put together, by the entry that did it."""

    entry_id: int
    kept: int
    name: str
    other_name: str
    day: date
