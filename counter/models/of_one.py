"""What is kept of one person beside what holds now: what was thought of for them, learnt, and written before."""

from datetime import date, datetime

from counter.models.imports import OF_PERSON
from counter.models.tables_gestures import GestureEventRow, SuggestionRow
from counter.models.tables_people import ChangeRow, CustomerRow, EntryRow, HouseholdRow, Table

_TEXTS = frozenset({
    "name", "called", "pronunciation", "address_form", "company", "address", "value", "text", "label", "wording",
    "note", "declined_because", "words", "remedy", "cause", "told_how", "spec", "reason", "what", "result", "why",
    "title",
})  # fmt: skip
Earlier = tuple[datetime, str, str]


def thought_of(customer_id: int) -> list[tuple[date, str, str, str]]:
    """Extras that were suggested for them: day, which, the reason, and what became of it."""
    S = SuggestionRow
    rows = S.live().where(S.customer_id == customer_id, S.gesture != "").order_by(S.id)
    return [(row.day, row.gesture, row.reason, row.state) for row in rows]


def learnt_of(customer_id: int) -> list[tuple[date, str, str]]:
    """From what the choice of extras learns: day, what it was, and how it was received."""
    E = GestureEventRow
    rows = E.select().where(E.customer_id == customer_id).order_by(E.number)
    return [(row.day, row.kind, row.reaction) for row in rows]


def earlier_of(customer_id: int) -> list[Earlier]:
    """What stood in their rows before it was corrected, and rows that were taken back: when, which text, the text.

    Household members are other people, and what once belonged to somebody else is theirs: both are left out.
    """
    found: list[Earlier] = []
    tables: tuple[type[Table], ...] = (CustomerRow, *OF_PERSON)
    for table in tables:
        if table is not HouseholdRow:
            found += _of_table(table, customer_id)
    return sorted(set(found))


def _of_table(table: type[Table], customer_id: int) -> list[Earlier]:
    fields = table._meta.fields
    texts = _TEXTS.intersection(fields)
    key = fields["id" if table is CustomerRow else "customer_id"]
    found: list[Earlier] = []
    for row in table.select().where(key == customer_id):
        H = ChangeRow
        changes = list(
            H.select(H.before, EntryRow.at).join(EntryRow, on=(H.entry_id == EntryRow.id), attr="by")
            .where(H.table_name == table._meta.table_name, H.row_id == row.id).order_by(H.id)
        )  # fmt: skip
        before = [(change.by.at, change.before) for change in changes if change.before is not None]
        if any("customer_id" in columns for _, columns in before):
            continue
        found += [
            (at, name, str(text)) for at, columns in before for name, text in columns.items()
            if name in texts and text and text != getattr(row, name)
        ]  # fmt: skip
        if getattr(row, "gone_by", None) is not None:
            at = EntryRow.get_by_id(row.gone_by).at
            found += [(at, name, str(getattr(row, name))) for name in texts if getattr(row, name)]
    return found
