"""What a screen shows of a person, of the day and of a suggestion: words ready to be read, ids to act on."""
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter.records.entries import Draft, Entry, GivenGesture, Visit
from counter.records.people import Candidate, Contact, Customer, Fact, HouseholdMember, ImportantDate


class OpenKind(StrEnum):
    """What is open for a person."""

    COMPLAINT = "complaint"
    UNTOLD = "untold"
    CAUSE = "cause"
    ORDER = "order"
    READY = "ready"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """One open thing: `title` in bold, one `sentence`, a short `tag` (`red` when late or wrong), what acts on it.

    `deposit` is what was paid ahead for an order, in minor units.
    """

    kind: OpenKind
    thing_id: int
    customer_id: int
    name: str
    title: str
    sentence: str
    tag: str
    red: bool
    deposit: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NearLine:
    """An important date as a sentence; with a short tag where it is near."""

    customer_id: int
    name: str
    sentence: str
    tag: str = ""
    date_id: int = 0


class SuggestionState(StrEnum):
    """Where today's extra stands."""

    SUGGESTED = "suggested"
    NONE = "none"
    GIVEN = "given"
    SKIPPED = "skipped"


NONE_LEFT = "We have none"


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionView:
    """Today's extra for this person. `because` is one sentence, `say` what to say (may be empty).

    `cost` and `left`, what the week has left for extras, are minor units. `before` is the last one of an earlier day,
    while nobody has said yet how it was taken.
    """

    state: SuggestionState
    suggestion_id: int | None = None
    title: str = ""
    because: str = ""
    say: str = ""
    goodwill: bool = False
    can_ask: bool = True
    given: GivenGesture | None = None
    cost: int = 0
    left: int = 0
    ask_first: bool = False
    before: GivenGesture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerCard:
    """The ten-second card. `timeline` is newest first; `day_circumstances` hold for everybody today.

    `near` are the dates that come soon, `far` the others. `holding` is all that is ticked for them now, before a visit
    is made too; `likely` what may be ticked for them, the likeliest first.
    """

    customer: Customer
    visits: int
    first_visit: date | None
    last_visit: date | None
    visit_today: Visit | None
    contacts: tuple[Contact, ...]
    facts: tuple[Fact, ...]
    dates: tuple[ImportantDate, ...]
    near: tuple[NearLine, ...]
    far: tuple[NearLine, ...]
    household: tuple[HouseholdMember, ...]
    open: tuple[OpenItem, ...]
    credit: int
    timeline: tuple[Entry, ...]
    drafts: tuple[Draft, ...]
    day_circumstances: frozenset[str]
    suggestion: SuggestionView
    hook: str = ""
    holding: frozenset[str] = frozenset()
    likely: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """What the middle column shows while nobody is open, each list most urgent first."""

    day: date
    drafts: tuple[Draft, ...]
    promised: tuple[OpenItem, ...]
    ready: tuple[OpenItem, ...]
    complaints: tuple[OpenItem, ...]
    follow_ups: tuple[OpenItem, ...]
    near: tuple[NearLine, ...]
    recent: tuple[Candidate, ...]
    circumstances: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAtAGlance:
    """The owner's day: counts of today; money in minor units. `look_due`: what is kept wants its yearly look."""

    day: date
    visits: int
    by_name: int
    gestures: int
    gesture_cost: int
    day_budget: int
    returns: int
    complaints: int
    put_right: int
    needs: tuple[OpenItem, ...]
    look_due: bool = False
