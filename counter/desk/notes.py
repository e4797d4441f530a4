"""What staff write about a person; nothing leads from here to paper."""
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.errors import FieldRefused
from counter.models.journal import Writer
from counter.models.tables_counter import NoteRow
from counter.records.cleaning import clean_text
from counter.records.entries import EntryKind, Saved


def add(till: Till, op: str, customer_id: int, text: str) -> Saved:
    """Keep a note."""
    words = clean_text(text, "text")
    if not words:
        raise FieldRefused("text", "There is nothing to keep yet.")

    def write(writer: Writer) -> Done:
        row = writer.insert(NoteRow, customer_id=customer_id, text=words)
        writer.about(NoteRow, row)
        return Done(f"Note kept for {name_of(till.customer(customer_id))}.", row)

    return save(till, Doing(op=op, kind=EntryKind.NOTE, customer_id=customer_id, visits=False), write)
