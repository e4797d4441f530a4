"""Here today, and what holds today."""
from collections import Counter
from dataclasses import replace
from typing import Any

from counter.desk.reading import Read
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.models import gestures as log
from counter.models import people, shop
from counter.models.journal import Writer
from counter.models.tables_gestures import SuggestionRow
from counter.models.tables_people import VisitRow
from counter.records.entries import EntryKind, Saved
from counter.records.gestures import OF_THE_DAY, OF_THE_VISIT, Mark

# As a shop that has ticked nothing yet is likely to need them: those of a visit, and those of the day.
CHIPS = (
    ("with_child", "heavy", "with_dog", "bad_day", "long_wait", "gift_purchase", "no_purchase"),
    ("rain", "cold", "heat", "holiday"),
)
WEATHER_PLACE = 2


def here(till: Till, op: str, customer_id: int) -> Saved:
    """The person was here today, nothing more."""

    def write(writer: Writer) -> Done:
        return Done(f"{name_of(till.customer(customer_id))} was here today.")

    return save(till, Doing(op=op, kind=EntryKind.VISIT, customer_id=customer_id), write)


def set_circumstances(till: Till, op: str, customer_id: int | None, names: frozenset[str]) -> Saved:
    """Weather and holidays hold for the day, the rest for this visit. A chip alone makes no visit: it waits for one."""

    def write(writer: Writer) -> Done:
        new = names - circumstances(till, customer_id) if customer_id is not None else frozenset()
        shop.set_day_circumstances(till.today, names & OF_THE_DAY)
        if customer_id is not None:
            _tick(till, writer, customer_id, names & OF_THE_VISIT)
            _weigh_again(till, writer, customer_id, new)
        return Done("")

    return save(till, Doing(op=op, kind=EntryKind.CIRCUMSTANCE, visits=False), write)


def circumstances(till: Till, customer_id: int) -> frozenset[str]:
    """Everything that is ticked for this person now."""
    return ticked(Read(till, customer_id))


def ticked(read: Read) -> frozenset[str]:
    """The same of a person who was read; before the visit is made it waits with the suggestion."""
    if read.visit_today is not None:
        return read.day_circumstances | read.visit_today.circumstances
    row = read.suggestion
    waiting = frozenset(row.mark.circumstances) & OF_THE_VISIT if row is not None else frozenset()
    return read.day_circumstances | waiting


def likely(till: Till, read: Read) -> tuple[str, ...]:
    """What may be ticked, the likeliest first: by what held at the person's visits, then by what does in this shop.

    Weather holds for the day: until some of it is ticked, the likeliest of it stands third, and after that at the end.
    """
    before = Counter(name for visit in read.visits for name in visit.circumstances)
    visits_own, days_own = (till.engine.likeliest_chips(names) for names in CHIPS)
    order = sorted(visits_own, key=lambda name: -before[name])
    place = len(order) if read.day_circumstances else WEATHER_PLACE
    return (*order[:place], *days_own[:1], *order[place:], *days_own[1:])


def _tick(till: Till, writer: Writer, customer_id: int, names: frozenset[str]) -> None:
    visit = people.visit_on(customer_id, till.today)
    row = log.suggestion_today(customer_id, till.today)
    if visit is not None:
        writer.update(VisitRow, visit.id, circumstances=names)
    elif row is not None:
        writer.update(SuggestionRow, row.id, mark=replace(row.mark, circumstances=_with(row.mark, names)))
    else:
        mark = Mark(circumstances=tuple(sorted(names)))
        writer.insert(SuggestionRow, customer_id=customer_id, day=till.today, at=till.now, state="none", mark=mark)


def _with(mark: Mark, names: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted((frozenset(mark.circumstances) - OF_THE_VISIT) | names))


def _weigh_again(till: Till, writer: Writer, customer_id: int, new: frozenset[str]) -> None:
    """Where nothing was suggested, what was ticked since may make an occasion: without a sentence it is drawn anew."""
    row: Any = log.suggestion_today(customer_id, till.today)
    if new and row is not None and row.state == "none" and not row.asked:
        writer.update(SuggestionRow, row.id, reason="")
