"""Here today, and what holds today."""
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.models import gestures as log
from counter.models import people, shop
from counter.models.journal import Writer
from counter.models.tables_gestures import SuggestionRow
from counter.models.tables_people import VisitRow
from counter.records.entries import EntryKind, Saved, Visit
from counter.records.gestures import OF_THE_DAY, OF_THE_VISIT, Mark


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
    """Everything that is ticked for this person now; before the visit is made it waits with the suggestion."""
    visit = people.visit_on(customer_id, till.today)
    if visit is not None:
        return shop.day_circumstances(till.today) | visit.circumstances
    row = log.suggestion_today(customer_id, till.today)
    waiting = frozenset(row.mark.circumstances) & OF_THE_VISIT if row is not None else frozenset()
    return shop.day_circumstances(till.today) | waiting


def likely(visits: Iterable[Visit]) -> tuple[str, ...]:
    """What was ticked for a person at their visits, the most often first."""
    ticked = Counter(name for visit in visits for name in sorted(visit.circumstances & OF_THE_VISIT))
    return tuple(name for name, _ in ticked.most_common())


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
