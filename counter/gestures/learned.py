"""What the shop has taught the engine: plain numbers, kept as JSON text."""

import json
from dataclasses import asdict, dataclass, field, fields
from itertools import islice
from typing import Any, Final

Pair = list[float]
AT_ONCE: Final = 1000


@dataclass(slots=True)
class DayVisit:
    """One of today's visits, until the day is closed; `given` is 0 or 1."""

    given: int
    groups: list[str]
    seen: list[float]
    weight: float
    hour: int


@dataclass(slots=True)
class Learned:
    """Pairs are (mean, variance) in `gesture` … `occasion`, (yes, no) in `accept`, (visits, given) in `pools`.

    `visits` holds today's by who, closed into the other numbers when the day is over. `seen` is the number of the
    last event learnt from. `haste` is how much faster (above 0) or slower the day's gifts are to go, as a logarithm.
    `weights` are those of the last visits, `ladder` the same in rising order.
    """

    seen: int = 0
    day: int = 0
    gesture: dict[str, Pair] = field(default_factory=dict)
    family: dict[str, Pair] = field(default_factory=dict)
    person: dict[str, Pair] = field(default_factory=dict)
    occasion: dict[str, Pair] = field(default_factory=dict)
    accept: dict[str, Pair] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    habit: dict[str, float] = field(default_factory=dict)
    scenes: dict[str, dict[str, float]] = field(default_factory=dict)
    money_price: float = -1.0
    minute_price: float = -1.0
    weekdays: dict[str, Pair] = field(default_factory=dict)
    hours: dict[str, float] = field(default_factory=dict)
    pools: dict[str, Pair] = field(default_factory=dict)
    slow: dict[str, float] = field(default_factory=dict)
    people: dict[str, Pair] = field(default_factory=dict)
    foresee: list[float] = field(default_factory=list)
    foresee_pace: list[float] = field(default_factory=list)
    given_rate: float = 0.14
    haste: float = 0.0
    weights: list[float] = field(default_factory=list)
    ladder: list[float] = field(default_factory=list)
    visits: dict[str, DayVisit] = field(default_factory=dict)
    spent_money: int = 0
    spent_minutes: float = 0.0
    chips: dict[str, float] = field(default_factory=dict)

    def to_text(self) -> str:
        """All of it as JSON, made in pieces: a large one at a time would stop all that the program does meanwhile."""
        return "{" + ",".join(f'"{each.name}":{_text_of(getattr(self, each.name))}' for each in fields(self)) + "}"

    @classmethod
    def from_text(cls, text: str) -> "Learned":
        """The same again; raises ValueError for a text that is something else, so that the log is replayed."""
        kept = json.loads(text)
        if not isinstance(kept, dict) or set(kept) != {each.name for each in fields(cls)}:
            raise ValueError("not what this engine learnt")
        visits = {who: DayVisit(**visit) for who, visit in kept.pop("visits").items()}
        return cls(**kept, visits=visits)


def _text_of(value: Any) -> str:
    if not isinstance(value, dict):
        return _dumped(value)
    items = iter(value.items())
    pieces = iter(lambda: dict(islice(items, AT_ONCE)), {})
    return "{" + ",".join(_dumped(piece)[1:-1] for piece in pieces) + "}"


def _dumped(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), default=asdict)
