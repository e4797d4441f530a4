"""The extra gesture: catalogue entries, what is known when one is chosen, what was chosen and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from counter.records.slips import ForPaper

OF_THE_DAY = frozenset({"rain", "heat", "cold", "holiday"})
OF_THE_VISIT = frozenset({"with_child", "with_dog", "heavy", "gift_purchase", "long_wait", "bad_day", "no_purchase"})


class Kind(StrEnum):
    """What a gesture costs the shop in spirit: nothing, a little, or it makes good what went wrong."""

    FREE = "free"
    LOW_COST = "low_cost"
    RESTORING = "restoring"


class Reaction(StrEnum):
    """How a gesture was received, as the cashier saw it."""

    DELIGHTED = "delighted"
    PLEASED = "pleased"
    NEUTRAL = "neutral"
    AWKWARD = "awkward"


class EventKind(StrEnum):
    """What happened with a suggestion; `VISIT` once for each visit made, with or without a gesture.

    `SHOWN` tells what a visit looked like whose card was opened only after it was made.
    """

    SHOWN = "shown"
    VISIT = "visit"
    GIVEN = "given"
    SWAPPED = "swapped"
    SKIPPED = "skipped"
    REACTION = "reaction"
    UNDONE = "undone"


class Outcome(StrEnum):
    """How a decision ended."""

    SUGGESTED = "suggested"
    NOT_TODAY = "not_today"
    NOTHING_FITS = "nothing_fits"
    ENOUGH_REFUSED = "enough_refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesture:
    """One catalogue entry. `cost` is in minor units; each of `needs` is an any-of list of what must hold now.

    `title`, `say` and `why` are for staff; `for_customer` is what a slip may say of it, by language.
    """

    key: str
    title: str
    kind: Kind
    family: str
    cost: int = 0
    minutes: float = 0.5
    trades: frozenset[str] = frozenset({"*"})
    contains: frozenset[str] = frozenset()
    touches: frozenset[str] = frozenset()
    needs: tuple[tuple[str, ...], ...] = ()
    needs_facts: tuple[str, ...] = ()
    occasions: Mapping[str, float] = field(default_factory=dict)
    fits: tuple[str, ...] = ()
    any_time: bool = True
    never_when: frozenset[str] = frozenset()
    cooldown_days: int = 60
    max_per_year: int = 3
    min_visits: int = 0
    ask_first: bool = False
    prior: float = 0.5
    say: str = ""
    why: str = ""
    say_someone: str = ""
    why_someone: str = ""
    for_customer: Mapping[str, ForPaper] = field(default_factory=dict)
    stock: int | None = None
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """What a never-fact forbids: `label` in words, `blocks` the tags then out; without `offered` old cards keep it."""

    key: str
    label: str
    blocks: frozenset[str]
    offered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One gesture in a person's history; `visit` is the number of the visit, `cost` in minor units."""

    gesture: str
    day: date
    visit: int
    family: str = ""
    cost: int = 0
    restoring: bool = False
    reaction: Reaction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearDate:
    """A day of the year worth knowing, said by the customer; `kind` is "birthday" or "event"."""

    kind: str
    month: int
    day: int
    year: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A complaint as the choice needs it; `told` is the day on which they were told, None until then."""

    day: date
    told: date | None = None
    goods: bool = False
    price: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """All that is known when a card is opened. `customer` is None for someone, told apart by `turn` of the day.

    `visit` counts this visit too. `facts` holds only what was *said*, by kind ("likes", "matters" …).
    `boundaries` are blocked tags, of any source; `never_unresolved` means a never-fact nobody has sorted yet.
    """

    day: date
    customer: int | None = None
    turn: int = 0
    hour: int = 12
    visit: int = 1
    days_since: int | None = None
    usual_gap: int | None = None
    first_day: date | None = None
    name: str = ""
    called: str = ""
    circumstances: frozenset[str] = frozenset()
    boundaries: frozenset[str] = frozenset()
    never_unresolved: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)
    dates: tuple[NearDate, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    history: tuple[Given, ...] = ()
    refused_today: tuple[str, ...] = ()
    out_of_stock: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What the shop gives in a day and a week (minor units, minutes, count), and what of it is used."""

    money_day: int
    money_week: int
    minutes_day: float
    count_day: int
    used_day: int = 0
    used_week: int = 0
    used_minutes: float = 0.0
    used_count: int = 0

    @property
    def money_left(self) -> int:
        """Minor units that may still be given today."""
        return min(self.money_day - self.used_day, self.money_week - self.used_week)

    @property
    def minutes_left(self) -> float:
        """Minutes that may still be given today."""
        return self.minutes_day - self.used_minutes

    @property
    def count_left(self) -> int:
        """Plus ones that may still be given today."""
        return self.count_day - self.used_count


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What learning needs to know later of the moment a decision was made; kept with the suggestion or the visit."""

    hour: int = 12
    groups: tuple[str, ...] = ()
    scene: str = ""
    seen: tuple[float, ...] = ()
    weight: float = 0.0
    circumstances: tuple[str, ...] = ()
    gesture: str = ""
    family: str = ""
    occasion: str = ""
    occasion_weight: float = 0.0
    damping: float = 1.0
    cost: int = 0
    minutes: float = 0.0
    restoring: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One gesture for one person and day; `reason` and `say` are whole sentences, names filled in."""

    gesture: Gesture
    reason: str
    say: str
    occasion: str | None
    occasion_words: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the card shows. `ruled_out` holds the first rule against each gesture, `scores` what the others came to."""

    outcome: Outcome
    sentence: str
    suggestion: Suggestion | None
    mark: Mark
    chance: float
    ruled_out: Mapping[str, str]
    scores: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened, in the order of the log; `number` grows. `undoes` is the number taken back."""

    number: int
    kind: EventKind
    day: date
    customer: int | None = None
    turn: int = 0
    mark: Mark = Mark()
    reaction: Reaction | None = None
    undoes: int | None = None
