"""Moving what was noted for the wrong person to the right one."""
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.errors import Refused
from counter.models.journal import Writer
from counter.models.tables_people import EntryRow
from counter.models.things import KEPT
from counter.records.entries import EntryKind, Saved


def move(till: Till, op: str, entry_id: int, customer_id: int) -> Saved:
    """Hang an entry and its thing on another person; the entries about the same thing go along."""
    row = EntryRow.get_or_none(EntryRow.id == entry_id)
    if row is None or row.thing not in KEPT or row.thing in ("slip", "credit_move"):
        raise Refused("Only what was noted can be moved; a printed slip stays with its visit.")
    table = KEPT[row.thing][0]

    def write(writer: Writer) -> Done:
        visit_id = writer.visit(customer_id) if row.visit_id else None
        writer.update(table, row.thing_id, customer_id=customer_id)
        same = EntryRow.select(EntryRow.id).where(EntryRow.thing == row.thing, EntryRow.thing_id == row.thing_id)
        for other in same:
            writer.update(EntryRow, other.id, customer_id=customer_id, visit_id=visit_id)
        return Done(f"Moved to {name_of(till.customer(customer_id))}.", row.thing_id)

    return save(till, Doing(op=op, kind=EntryKind.MOVED, customer_id=customer_id, visits=False), write)
