"""Every command writes one entry and, beside each row that it makes or changes, how the row was before."""
import json
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from peewee import chunked

from counter.errors import Refused, Unavailable
from counter.models.database import TABLES, ShopDatabase
from counter.models.tables_counter import CreditRow, SlipRow
from counter.models.tables_people import ChangeRow, CustomerRow, EntryRow, Table, VisitRow
from counter.records.entries import EntryKind

BY_NAME: dict[str, type[Table]] = {table._meta.table_name: table for table in TABLES}
SHARED = frozenset({"visit", "customer"})  # rows that other entries may lean on


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Who does what, when: `op` makes a retry change nothing."""

    op: str
    kind: EntryKind
    at: datetime
    day: date
    staff_id: int | None
    customer_id: int | None = None
    visit_id: int | None = None


class Writer:
    """One command's writes: an entry first, then rows, all in the transaction that the use case opened."""

    def __init__(self, stamp: Stamp) -> None:
        self.stamp = stamp
        self.customer_id, self.visit_id = stamp.customer_id, stamp.visit_id
        self.entry_id = int(
            EntryRow.insert(
                op_id=stamp.op, kind=stamp.kind.value, customer_id=stamp.customer_id, visit_id=stamp.visit_id,
                staff=stamp.staff_id, at=stamp.at, day=stamp.day,
            ).execute()
        )

    def insert(self, table: type[Table], **values: Any) -> int:
        """Make a row; answers its id."""
        row_id = int(table.insert(**values).execute())
        self._note(table, row_id, None, _stored(table, values))
        return row_id

    def update(self, table: type[Table], row_id: int, **values: Any) -> None:
        """Change columns of a row; columns that stay the same are not noted."""
        before = _columns(table, row_id, values)
        after = _stored(table, values)
        changed = {name for name in after if after[name] != before[name]}
        if not changed:
            return
        table.update({name: values[name] for name in values if _column(table, name) in changed}).where(
            table._meta.primary_key == row_id
        ).execute()
        self._note(table, row_id, {c: before[c] for c in changed}, {c: after[c] for c in changed})

    def about(self, table: type[Table], row_id: int, detail: str = "") -> None:
        """Say which thing the entry speaks of, and what of it changed."""
        EntryRow.update(thing=table._meta.table_name, thing_id=row_id, detail=detail).where(
            EntryRow.id == self.entry_id
        ).execute()

    def close(self, sentence: str) -> None:
        """The sentence that the message bar shows and that undo names the entry by."""
        EntryRow.update(sentence=sentence).where(EntryRow.id == self.entry_id).execute()

    def for_whom(self, customer_id: int, visit_id: int | None) -> None:
        """Hang the entry on a person and a visit that were only just made."""
        self.customer_id, self.visit_id = customer_id, visit_id
        EntryRow.update(customer_id=customer_id, visit_id=visit_id).where(EntryRow.id == self.entry_id).execute()

    def visit(self, customer_id: int) -> int:
        """The person's visit of this business day, made by the first thing done that day."""
        stamp = self.stamp
        found = VisitRow.live(VisitRow.id).where(VisitRow.customer_id == customer_id, VisitRow.day == stamp.day)
        row = found.first()
        if row is not None:
            return int(row.id)
        return self.insert(VisitRow, customer_id=customer_id, day=stamp.day, started_at=stamp.at)

    def take_back(self, entry_id: int) -> None:
        """Put every row back to how it was before that entry; raises Refused when something was built on it since."""
        for change in ChangeRow.select().where(ChangeRow.entry_id == entry_id).order_by(ChangeRow.id.desc()):
            table = BY_NAME[change.table_name]
            if change.before is None:
                self._remove(table, change.row_id, entry_id)
            else:
                self._restore(table, change)
        EntryRow.update(undone_by=self.entry_id).where(EntryRow.id == entry_id).execute()
        EntryRow.update(undoes=entry_id).where(EntryRow.id == self.entry_id).execute()

    def _remove(self, table: type[Table], row_id: int, entry_id: int) -> None:
        name = table._meta.table_name
        if name in SHARED and _leant_on(name, row_id, entry_id):
            if table is CustomerRow:
                raise Refused("Other things are noted for this person already, so they stay.")
            return
        if table is SlipRow:
            self.update(SlipRow, row_id, void=True)
        else:
            self.update(table, row_id, gone_by=self.entry_id)

    def _restore(self, table: type[Table], change: ChangeRow) -> None:
        now = _columns(table, change.row_id, change.after)
        if any(now[column] != change.after[column] for column in change.after):
            raise Refused("This was changed again since. Undo the newer change first.")
        self._put(table, change.row_id, change.before)
        self._note(table, change.row_id, change.after, change.before)

    def _put(self, table: type[Table], row_id: int, columns: dict[str, Any]) -> None:
        sets = ", ".join(f'"{column}" = ?' for column in columns)
        key = table._meta.primary_key.column_name
        table._meta.database.execute_sql(
            f'UPDATE "{table._meta.table_name}" SET {sets} WHERE "{key}" = ?', (*columns.values(), row_id)
        )

    def _note(self, table: type[Table], row_id: int, before: dict[str, Any] | None, after: dict[str, Any]) -> None:
        ChangeRow.insert(
            entry_id=self.entry_id, table_name=table._meta.table_name, row_id=row_id,
            before=None if before is None else json.dumps(before, ensure_ascii=False),
            after=json.dumps(after, ensure_ascii=False),
        ).execute()


def already(op: str) -> EntryRow | None:
    """The entry that this operation made before, when the same command comes twice."""
    return EntryRow.select().where(EntryRow.op_id == op).first()


def atomic(database: ShopDatabase) -> AbstractContextManager[Any]:
    """One transaction; what fails in it leaves nothing behind."""
    return database.atomic()


def newest(day: date, limit: int = 20) -> list[EntryRow]:
    """What can still be undone today, newest first."""
    query = EntryRow.select().where(
        EntryRow.day == day, EntryRow.undone_by.is_null(), EntryRow.undoes.is_null(), EntryRow.sentence != ""
    )
    return list(query.order_by(EntryRow.id.desc()).limit(limit))


def last_entry_id() -> int:
    """The number of the newest entry; 0 in an empty shop."""
    row = EntryRow.select(EntryRow.id).order_by(EntryRow.id.desc()).first()
    return int(row.id) if row else 0


def people_changed_since(entry_id: int) -> set[int]:
    """Persons whose name, contacts or facts were touched by an entry after that one."""
    rows = ChangeRow.select(ChangeRow.table_name, ChangeRow.row_id).where(
        ChangeRow.entry_id > entry_id, ChangeRow.table_name.in_(("customer", "contact", "fact"))
    )
    touched: dict[str, set[int]] = {"customer": set(), "contact": set(), "fact": set()}
    for row in rows:
        touched[row.table_name].add(row.row_id)
    return touched["customer"] | _owners("contact", touched["contact"]) | _owners("fact", touched["fact"])


def credit_made_by(entry_id: int) -> list[int]:
    """Ledger lines that an entry made."""
    rows = ChangeRow.select(ChangeRow.row_id).where(
        ChangeRow.entry_id == entry_id, ChangeRow.table_name == CreditRow._meta.table_name,
        ChangeRow.before.is_null(),
    )
    return [row.row_id for row in rows]


def _owners(name: str, ids: Iterable[int]) -> set[int]:
    table = BY_NAME[name]
    found: set[int] = set()
    for part in chunked(ids, 500):
        found |= {row.customer_id for row in table.select(table.customer_id).where(table.id.in_(part))}
    return found


def _leant_on(name: str, row_id: int, entry_id: int) -> bool:
    column = EntryRow.visit_id if name == "visit" else EntryRow.customer_id
    others = EntryRow.select().where(
        column == row_id, EntryRow.id != entry_id, EntryRow.undone_by.is_null(), EntryRow.undoes.is_null(),
        EntryRow.sentence != "",
    )
    return bool(others.exists())


def _column(table: type[Table], name: str) -> str:
    return str(table._meta.fields[name].column_name)


def _stored(table: type[Table], values: dict[str, Any]) -> dict[str, Any]:
    return {_column(table, name): table._meta.fields[name].db_value(value) for name, value in values.items()}


def _columns(table: type[Table], row_id: int, names: Iterable[str]) -> dict[str, Any]:
    """The stored values of some columns (names of fields or columns), as SQLite has them."""
    by_column = {field.column_name for field in table._meta.sorted_fields}
    columns = [name if name in by_column else _column(table, name) for name in names]
    shown = ", ".join(f'"{column}"' for column in columns)
    key = table._meta.primary_key.column_name
    row = table._meta.database.execute_sql(
        f'SELECT {shown} FROM "{table._meta.table_name}" WHERE "{key}" = ?', (row_id,)
    ).fetchone()
    if row is None:
        raise Unavailable("This is no longer there. Open the person again.")
    return dict(zip(columns, row, strict=True))
