"""What the owner does to a customer's record: an entry of that person, which the owner's own undo takes back too."""

from collections.abc import Callable
from dataclasses import dataclass

from counter.models import journal
from counter.models.journal import Stamp, Writer
from counter.models.tables_people import Table
from counter.office.change import Change
from counter.records.entries import EntryKind, Saved

MARK = "owner "


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was done, as a sentence, and to which row."""

    sentence: str
    table: type[Table]
    row: int


def save_for(change: Change, kind: EntryKind, customer_id: int, write: Callable[[Writer], Written]) -> Saved:
    """One entry of the person and what it changes, in one transaction; the same `op` twice changes nothing."""
    op = MARK + change.op
    with journal.atomic(change.database):
        done = journal.already(op)
        if done is not None:
            return Saved(entry_id=done.id, customer_id=customer_id, sentence=done.sentence, thing_id=done.thing_id)
        writer = Writer(
            Stamp(op=op, kind=kind, at=change.at, day=change.day, staff_id=change.staff_id, customer_id=customer_id)
        )
        written = write(writer)
        writer.about(written.table, written.row)
        writer.close(written.sentence)
    return Saved(
        entry_id=writer.entry_id, customer_id=customer_id, sentence=written.sentence, thing_id=written.row
    )
