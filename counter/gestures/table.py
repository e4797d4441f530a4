"""Which of the hard rules can speak of a gesture at all: worked out once for a catalogue, and once for each case.

Leaving out a rule that can't speak changes no answer; it only spares asking it for each gesture at each card.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from counter.gestures.case import Case, tags
from counter.gestures.rules import BYSTANDERS, RULES, UNKNOWN_PERSON, Rule
from counter.records.gestures import Gesture, Kind

Named = tuple[tuple[str, Rule], ...]

# A rule that has nothing to say of such a gesture, whatever the case.
MUTE: Mapping[str, Callable[[Gesture], bool]] = {
    "trade": lambda gesture: "*" in gesture.trades,
    "active": lambda gesture: gesture.active,
    "needs": lambda gesture: not gesture.needs,
    "no_fault": lambda gesture: gesture.kind is not Kind.RESTORING,
    "complaint": lambda gesture: gesture.kind is Kind.RESTORING,
    "never_when": lambda gesture: not gesture.never_when,
    "facts": lambda gesture: not gesture.needs_facts,
    "occasion": lambda gesture: gesture.any_time,
    "visits": lambda gesture: gesture.min_visits <= 0,
    "boundary": lambda gesture: not tags(gesture),
    "unsorted_never": lambda gesture: not tags(gesture),
    "someone": lambda gesture: not gesture.needs_facts and UNKNOWN_PERSON.isdisjoint(tags(gesture)),
    "price": lambda gesture: "discount" not in tags(gesture),
    "before_others": lambda gesture: "public" not in gesture.touches,
}
# A rule that has nothing to say in such a case, whatever the gesture.
SILENT: Mapping[str, Callable[[Case], bool]] = {
    "complaint": lambda case: "complaint_open" not in case.tokens,
    "boundary": lambda case: not case.situation.boundaries,
    "unsorted_never": lambda case: not case.situation.never_unresolved,
    "someone": lambda case: case.situation.customer is not None,
    "price": lambda case: "price_complaint" not in case.tokens,
    "before_others": lambda case: case.tokens.isdisjoint(BYSTANDERS),
}
# Rules that speak only of what the case names by its key: had before, passed over, or not there.
BY_KEY = frozenset({"cooldown", "per_year", "twice_running", "rejected", "stock"})


class Row(NamedTuple):
    """One gesture with the rules that can speak of it: when the case names it, and when it doesn't."""

    gesture: Gesture
    named: Named
    unnamed: Named


class Table(NamedTuple):
    """All gestures of a shop's trade; the dearest (minor units) and the longest (minutes) of them."""

    rows: tuple[Row, ...]
    dearest: int
    longest: float


def table_of(gestures: tuple[Gesture, ...]) -> Table:
    """Made once for a catalogue."""
    dearest = max((each.cost for each in gestures), default=0)
    return Table(tuple(map(_row, gestures)), dearest, max((each.minutes for each in gestures), default=0.0))


def named_by(case: Case) -> frozenset[str]:
    """The keys of gestures that the case speaks of one by one."""
    return case.situation.out_of_stock.union(case.last, case.situation.refused_today)


def silent(table: Table, case: Case) -> frozenset[str]:
    """The rules that forbid no gesture of the table in this case."""
    found = {name for name, quiet in SILENT.items() if quiet(case)}
    if case.situation.customer is None or (case.count_left > 0 and table.dearest <= case.money_left):
        found.add("person_cap")
    left = case.budget
    if left.count_left > 0 and table.dearest <= left.money_left and table.longest <= left.minutes_left:
        found.add("budget")
    return frozenset(found)


def first_against(row: Row, case: Case, named: frozenset[str], quiet: frozenset[str]) -> str | None:
    """The name of the first rule that forbids the gesture, None when all agree."""
    gesture = row.gesture
    for name, rule in row.named if gesture.key in named else row.unnamed:
        if name not in quiet and rule(gesture, case) is not None:
            return name
    return None


def _row(gesture: Gesture) -> Row:
    named = tuple((name, rule) for name, rule in RULES.items() if name not in MUTE or not MUTE[name](gesture))
    gone = gesture.stock is not None and gesture.stock <= 0
    return Row(gesture, named, tuple(each for each in named if each[0] not in BY_KEY or (gone and each[0] == "stock")))
