"""Taking back what was saved: a reversing entry, never a deletion."""
from counter import credit
from counter.desk import gestures
from counter.desk.till import Doing, Done, Till, save
from counter.errors import Refused
from counter.models import journal, people, things
from counter.models.journal import Writer
from counter.models.tables_people import EntryRow
from counter.records.entries import EntryKind, Saved

MOST = 20
ON_PAPER = frozenset({EntryKind.SLIP})


def undoable(till: Till) -> tuple[Saved, ...]:
    """The last things of this counter today, newest first."""
    return tuple(
        Saved(entry_id=row.id, customer_id=row.customer_id, sentence=row.sentence, thing_id=row.thing_id)
        for row in journal.newest(till.today, MOST)
    )


def last(till: Till, op: str) -> Saved:
    """Take back the newest thing of today; raises Refused when there is none, or it can't be."""
    newest = journal.newest(till.today, 1)
    if not newest:
        raise Refused("There is nothing of today to undo.")
    return entry(till, op, newest[0].id)


def entry(till: Till, op: str, entry_id: int) -> Saved:
    """Take back one entry, with what followed from it."""
    row = EntryRow.get_or_none(EntryRow.id == entry_id)
    if row is None or row.undone_by is not None:
        raise Refused("This was taken back already.")
    _credit_is_still_there(row)

    def write(writer: Writer) -> Done:
        writer.take_back(entry_id)
        gestures.forget(till, writer, entry_id)
        printed = " The slip was printed: its code no longer counts." if EntryKind(row.kind) in ON_PAPER else ""
        return Done(f"Undone: {row.sentence}{printed}")

    doing = Doing(op=op, kind=EntryKind.UNDO, customer_id=_still(row.customer_id), visits=False)
    return save(till, doing, write)


def _credit_is_still_there(row: EntryRow) -> None:
    """A grant that is spent already can't be taken back."""
    for move_id in journal.credit_made_by(row.id):
        move = things.thing("credit_move", move_id)
        if move is not None and move.amount > 0:
            what = "the return" if row.kind == EntryKind.RETURN else "this"
            credit.check_undo(things.of_person("credit_move", move.customer_id), move, what)


def _still(customer_id: int | None) -> int | None:
    return customer_id if customer_id is not None and people.customer(customer_id) else None
