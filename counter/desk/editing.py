"""Moving what was noted for the wrong person to the right one."""
from dataclasses import dataclass, field
from typing import Any

from counter import credit
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.errors import Refused
from counter.models import journal, things
from counter.models.journal import Writer
from counter.models.tables_people import EntryRow
from counter.records.entries import EntryKind, Saved

MOVABLE = frozenset({
    "return_case", "complaint", "compliment", "order_case", "follow_up", "note", "fact", "important_date", "household",
})


@dataclass(slots=True)
class _Along:
    """What goes along: the entries about the thing, and every row that they made."""

    entries: dict[int, Any] = field(default_factory=dict)
    rows: set[tuple[str, int]] = field(default_factory=set)


def move(till: Till, op: str, entry_id: int, customer_id: int) -> Saved:
    """Hang an entry and its thing on another person, with all that followed from it: credit, follow-ups, visit."""
    row = EntryRow.get_or_none(EntryRow.id == entry_id)
    if row is None or row.thing not in MOVABLE:
        raise Refused("Only what was noted can be moved. A slip or an extra stays with its visit; undo takes it back.")
    if row.customer_id == customer_id and journal.already(op) is None:
        raise Refused("It stands with this person already. Find the right one and press Enter.")
    along = _gather(row)
    _credit_is_still_there(along)

    def write(writer: Writer) -> Done:
        for name, row_id in sorted(along.rows):
            writer.update(journal.BY_NAME[name], row_id, customer_id=customer_id)
        for entry in along.entries.values():
            visit_id = writer.visit(customer_id, entry) if entry.visit_id else None
            writer.update(EntryRow, entry.id, customer_id=customer_id, visit_id=visit_id)
        for visit_id in {entry.visit_id for entry in along.entries.values()} - {None}:
            writer.let_go(visit_id)
        return Done(f"Moved to {name_of(till.customer(customer_id))}.")

    return save(till, Doing(op=op, kind=EntryKind.MOVED, customer_id=customer_id, visits=False), write)


def _gather(row: Any) -> _Along:
    along = _Along()
    waiting = {(row.thing, row.thing_id)}
    while waiting:
        thing = waiting.pop()
        along.rows.add(thing)
        for entry in journal.entries_about(*thing):
            along.entries[entry.id] = entry
            waiting |= journal.made_for_a_person(entry.id) - along.rows
    return along


def _credit_is_still_there(along: _Along) -> None:
    for name, row_id in along.rows:
        granted = things.thing("credit_move", row_id) if name == "credit_move" else None
        if granted is not None:
            credit.check_undo(things.of_person("credit_move", granted.customer_id), granted, "this")
