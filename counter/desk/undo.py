"""Taking back what was saved: a reversing entry, never a deletion."""
from dataclasses import replace

from counter import credit
from counter.desk import gestures, stock
from counter.desk.till import Doing, Done, Till, save
from counter.errors import Refused
from counter.models import journal, ledger, people, things
from counter.models.journal import Writer
from counter.models.tables_counter import CreditRow
from counter.models.tables_people import EntryRow
from counter.records.entries import EntryKind, Saved

MOST = 20
ON_PAPER = " Its code no longer counts, also where it is on paper already."


def undoable(till: Till) -> tuple[Saved, ...]:
    """The last things of this counter today, newest first."""
    return tuple(
        Saved(entry_id=row.id, customer_id=row.customer_id, sentence=row.sentence, thing_id=row.thing_id)
        for row in journal.newest(till.today, MOST)
    )


def last(till: Till, op: str) -> Saved:
    """Take back the newest thing of today; raises Refused when there is none, or it can't be."""
    done = journal.already(op)
    newest = [row.id for row in journal.newest(till.today, 1)] if done is None else [done.undoes]
    if not newest:
        raise Refused("There is nothing of today to undo.")
    return entry(till, op, newest[0])


def entry(till: Till, op: str, entry_id: int) -> Saved:
    """Take back one entry, with what followed from it."""
    row = EntryRow.get_or_none(EntryRow.id == entry_id)
    if journal.already(op) is None:
        _check(row)

    def write(writer: Writer) -> Done:
        writer.take_back(entry_id)
        for line_id, _ in _granted_since(row):
            writer.update(CreditRow, line_id, gone_by=writer.entry_id)
        gestures.forget(till, writer, entry_id)
        return Done(f"Undone: {row.sentence}{ON_PAPER if row.kind == EntryKind.SLIP else ''}")

    doing = Doing(op=op, kind=EntryKind.UNDO, customer_id=_still(row.customer_id), visits=False)
    saved = save(till, doing, write)
    stock.look(till)
    return replace(saved, customer_id=_still(saved.customer_id))


def _check(row: EntryRow | None) -> None:
    """What was taken back, and what took something back, stays; so does a grant of credit that is spent."""
    if row is None or row.undone_by is not None or row.undoes is not None:
        raise Refused("This was taken back already.")
    for move_id, stays in ledger.touched_by(row.id) + _granted_since(row):
        move = things.thing("credit_move", move_id)
        if move is not None and move.amount > 0:
            what = "the return" if row.kind == EntryKind.RETURN else "this"
            credit.check_undo(things.of_person("credit_move", move.customer_id), move, what, stays)


def _granted_since(row: EntryRow) -> list[tuple[int, int]]:
    """Lines of credit that came with a correction of this return, and nothing that stays of each."""
    if row.kind != EntryKind.RETURN:
        return []
    made = {line_id for line_id, _ in ledger.touched_by(row.id)}
    return [(line.id, 0) for line in ledger.granted_for(row.thing, row.thing_id) if line.id not in made]


def _still(customer_id: int | None) -> int | None:
    return customer_id if customer_id is not None and people.customer(customer_id) else None
