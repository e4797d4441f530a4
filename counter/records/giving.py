"""How the shop gives: the pace of the counter just now, and over the weeks who got something and from whom."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Entries of the last ten minutes, the usual ten of this hour (0: unknown), staff of the last hour, others near."""

    recent: int
    usual: float
    staff: int
    others: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One visit as the mirror sees it: who, when, and what it brought; `by` is who gave it, empty for nobody."""

    customer_id: int
    name: str
    unnamed: bool
    day: date
    hour: int
    given: bool
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Visits of people alike, how many brought something, and that beside what evenly would be (1: its due)."""

    name: str
    visits: int
    given: int
    of_its_due: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Giver:
    """What one of us gave, and to which groups."""

    name: str
    given: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverGiven:
    """Someone known who was here often and never got one."""

    customer_id: int
    name: str
    visits: int
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """The owner's mirror: is it fair? `groups` are all visits, `givers` the most giving first."""

    since: date
    visits: int
    given: int
    groups: tuple[Group, ...]
    givers: tuple[Giver, ...]
    never: tuple[NeverGiven, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WouldBe:
    """What a catalogue would have suggested at one of last week's visits, and why."""

    customer_id: int
    name: str
    day: date
    title: str
    reason: str
    goodwill: bool
