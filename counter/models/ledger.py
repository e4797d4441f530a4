"""The ledger of store credit, and which entries made its lines."""
from counter.models import journal
from counter.models.tables_counter import CreditRow
from counter.models.tables_people import ChangeRow

_MOVES = {"amount", "customer_id"}

def touched_by(entry_id: int) -> list[tuple[int, int]]:
    """Ledger lines that an entry made, moved or corrected, each with what its person keeps of it without that entry."""
    rows = ChangeRow.select(ChangeRow.row_id, ChangeRow.before).where(
        ChangeRow.entry_id == entry_id, ChangeRow.table_name == CreditRow._meta.table_name
    )
    moved = [(row.row_id, row.before) for row in rows if row.before is None or row.before.keys() & _MOVES]
    return [(row_id, int((before or {}).get("amount", 0))) for row_id, before in moved]


def granted_for(thing: str, thing_id: int) -> list[CreditRow]:
    """Ledger lines that hold, made by the entries that speak of a thing."""
    entries = [entry.id for entry in journal.entries_about(thing, thing_id)]
    made = ChangeRow.select(ChangeRow.row_id).where(
        ChangeRow.entry_id.in_(entries), ChangeRow.table_name == CreditRow._meta.table_name, ChangeRow.before.is_null()
    )
    return list(CreditRow.live().where(CreditRow.id.in_(made), CreditRow.amount > 0))
