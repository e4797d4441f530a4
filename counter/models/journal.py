"""Every command writes one entry and, beside each row that it makes or changes, how the row was before."""
import json
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from counter.errors import Refused, Unavailable
from counter.models.database import TABLES, ShopDatabase
from counter.models.tables_counter import SlipRow
from counter.models.tables_people import ChangeRow, CustomerRow, EntryRow, Table, VisitRow
from counter.models.tables_shop import DraftRow, PrintJobRow
from counter.records.entries import EntryKind

BY_NAME: dict[str, type[Table]] = {table._meta.table_name: table for table in TABLES}


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

    def visit(self, customer_id: int, on: EntryRow | None = None) -> int:
        """The person's visit of this business day (or that of the entry `on`), made by the first thing done then."""
        when = on or self.stamp
        row = _visit_of(customer_id, when.day)
        if row is not None:
            return int(row.id)
        return self.insert(VisitRow, customer_id=customer_id, day=when.day, started_at=when.at)

    def let_go(self, visit_id: int) -> None:
        """Take a visit away when all that was done in it was taken back or moved."""
        if _is_empty(visit_id):
            self.update(VisitRow, visit_id, gone_by=self.entry_id)

    def take_back(self, entry_id: int) -> None:
        """Put every row back to how it was before that entry; raises Refused when something was built on it since."""
        changes = list(ChangeRow.select().where(ChangeRow.entry_id == entry_id).order_by(ChangeRow.id.desc()))
        for change in changes:
            table = BY_NAME[change.table_name]
            if change.before is not None:
                self._restore(table, change)
            elif table is not VisitRow:
                self._remove(table, change.row_id, entry_id)
        EntryRow.update(undone_by=self.entry_id).where(EntryRow.id == entry_id).execute()
        EntryRow.update(undoes=entry_id).where(EntryRow.id == self.entry_id).execute()
        visits = {change.row_id for change in changes if change.table_name == VisitRow._meta.table_name}
        for visit_id in visits | {EntryRow.get_by_id(entry_id).visit_id} - {None}:
            self.let_go(visit_id)

    def put_back(self, change: ChangeRow, leaving: tuple[str, ...] = ()) -> bool:
        """The columns of one change as they were before, but those changed again since and those of `leaving`.

        Answers whether none was changed again; a row that is not there any more counts as changed.
        """
        table = BY_NAME[change.table_name]
        wanted = [column for column in change.after if column not in leaving]
        try:
            now = _columns(table, change.row_id, wanted) if wanted else {}
        except Unavailable:
            return False
        same = [column for column in wanted if now[column] == change.after[column]]
        if same and change.before is not None:
            before = {column: change.before[column] for column in same}
            self._put(table, change.row_id, before)
            self._note(table, change.row_id, {column: now[column] for column in same}, before)
        return len(same) == len(wanted)

    def _remove(self, table: type[Table], row_id: int, entry_id: int) -> None:
        if table is CustomerRow:
            _check_alone(row_id, entry_id)
        if table is SlipRow:
            self.update(SlipRow, row_id, void=True)
            PrintJobRow.update(state="cancelled").where(
                PrintJobRow.slip_id == row_id, PrintJobRow.state == "queued"
            ).execute()
        else:
            self.update(table, row_id, gone_by=self.entry_id)

    def _restore(self, table: type[Table], change: ChangeRow) -> None:
        now = _columns(table, change.row_id, change.after)
        newer = any(now[column] != change.after[column] for column in change.after)
        if newer or (table is VisitRow and change.before.get("gone_by", 0) is None and _came_again(change.row_id)):
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


def make_room(op: str) -> None:
    """What was taken back may come again: its operation gets another name."""
    before = already(op)
    if before is not None and before.undone_by is not None:
        EntryRow.update(op_id=f"{before.op_id} {before.id}").where(EntryRow.id == before.id).execute()


def atomic(database: ShopDatabase) -> AbstractContextManager[Any]:
    """One transaction; what fails in it leaves nothing behind."""
    return database.atomic()


def newest(day: date, limit: int = 20) -> list[EntryRow]:
    """What can still be undone today, newest first."""
    query = _live_entries().where(EntryRow.day == day, EntryRow.kind != EntryKind.SETTING.value)
    return list(query.order_by(EntryRow.id.desc()).limit(limit))


def entries_about(thing: str, thing_id: int) -> list[EntryRow]:
    """Every entry that still holds and speaks of that thing."""
    query = EntryRow.select().where(EntryRow.thing == thing, EntryRow.thing_id == thing_id)
    return list(query.where(EntryRow.undone_by.is_null(), EntryRow.undoes.is_null()))


def made_for_a_person(entry_id: int) -> set[tuple[str, int]]:
    """Rows that an entry made for its person, the visit left out: names of tables and ids."""
    rows = ChangeRow.select(ChangeRow.table_name, ChangeRow.row_id).where(
        ChangeRow.entry_id == entry_id, ChangeRow.before.is_null(), ChangeRow.table_name != VisitRow._meta.table_name
    )
    return {(row.table_name, row.row_id) for row in rows if "customer_id" in BY_NAME[row.table_name]._meta.fields}


def _live_entries() -> Any:
    return EntryRow.select().where(EntryRow.undone_by.is_null(), EntryRow.undoes.is_null(), EntryRow.sentence != "")


def _check_alone(customer_id: int, entry_id: int) -> None:
    """Raises Refused when more than that one entry hangs on a person: other entries, or something half written."""
    if _live_entries().where(EntryRow.customer_id == customer_id, EntryRow.id != entry_id).exists():
        raise Refused("Other things are noted for this person already, so they stay.")
    if DraftRow.select().where(DraftRow.customer_id == customer_id).exists():
        raise Refused("Something is half written for this person. Finish it or throw it away, then undo again.")


def _is_empty(visit_id: int) -> bool:
    """A visit of which only the journal tells, and of which no entry tells any more."""
    made = ChangeRow.select().where(
        ChangeRow.table_name == VisitRow._meta.table_name, ChangeRow.row_id == visit_id, ChangeRow.before.is_null()
    ).first()
    if made is None or _live_entries().where(EntryRow.visit_id == visit_id).exists():
        return False
    maker = EntryRow.get_by_id(made.entry_id)
    return maker.undone_by is not None or maker.visit_id != visit_id


def _visit_of(customer_id: int, day: date) -> VisitRow | None:
    return VisitRow.live(VisitRow.id).where(VisitRow.customer_id == customer_id, VisitRow.day == day).first()


def _came_again(visit_id: int) -> bool:
    visit = VisitRow.get_by_id(visit_id)
    return _visit_of(visit.customer_id, visit.day) is not None


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
