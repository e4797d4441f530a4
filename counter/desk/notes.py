"""What staff write about a person; nothing leads from here to paper."""
from dataclasses import replace

from counter.desk.changing import Changing, change
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.errors import FieldRefused
from counter.models.journal import Writer
from counter.models.tables_counter import NoteRow
from counter.records.cleaning import clean_text
from counter.records.entries import EntryKind, Note, Saved


def add(till: Till, op: str, customer_id: int, text: str) -> Saved:
    """Keep a note."""
    words = _cleaned(text)

    def write(writer: Writer) -> Done:
        row = writer.insert(NoteRow, customer_id=customer_id, text=words)
        writer.about(NoteRow, row)
        return Done(f"Note kept for {name_of(till.customer(customer_id))}.", row)

    return save(till, Doing(op=op, kind=EntryKind.NOTE, customer_id=customer_id, visits=False), write)


def edit(till: Till, op: str, note_id: int, text: str) -> Saved:
    """Correct a note; the old wording stays in the history."""
    words = _cleaned(text)

    def say(now: Note) -> Done:
        return Done(f"Note corrected for {name_of(till.customer(now.customer_id))}.", now.id)

    what = Changing(op=op, kind=EntryKind.EDITED, name="note", thing_id=note_id)
    return change(till, what, lambda before: replace(before, text=words), say)


def _cleaned(text: str) -> str:
    words = clean_text(text, "text")
    if not words:
        raise FieldRefused("text", "There is nothing to keep yet.")
    return words
