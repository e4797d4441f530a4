"""The journal by the thousand: entries, rows and changes as `Writer` writes them, ids counted here, in by the batch."""
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from json import JSONEncoder
from operator import itemgetter
from typing import Any

from peewee import AutoField

from counter.models.database import TABLES, ShopDatabase
from counter.models.fields import instant_text
from counter.models.journal import Stamp
from counter.models.tables_people import ChangeRow, EntryRow, Table

AS_THEY_ARE = frozenset({str, int, float, bytes, type(None)})
_moment = lru_cache(256)(instant_text)
_json = JSONEncoder(ensure_ascii=False).encode


@dataclass(slots=True)
class Row:
    """A row that was made here, with the columns that were given as they are stored."""

    table: type[Table]
    id: int
    columns: dict[str, Any]


class Bulk:
    """Rows on their way into the file, for a program that has it to itself; call `flush` inside a transaction."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database
        self._shelves: dict[type[Table], _Shelf] = {}
        self._updates: list[tuple[str, tuple[Any, ...]]] = []
        self._waiting = 0

    def add(self, table: type[Table], **values: Any) -> Row:
        """A row of which the journal doesn't tell."""
        shelf = self._shelf(table)
        row = shelf.put(shelf.stored(values))
        self._waiting += 1
        return row

    def change(self, row: Row, **values: Any) -> dict[str, Any]:
        """Change columns of a row; answers, by column, what was there before."""
        shelf = self._shelf(row.table)
        held = shelf.usual | row.columns
        after = {column: value for column, value in shelf.stored(values).items() if value != held[column]}
        if after:
            sets = ", ".join(f'"{column}" = ?' for column in after)
            self._updates.append((f'UPDATE "{shelf.name}" SET {sets} WHERE {shelf.key} = ?', (*after.values(), row.id)))
            row.columns |= after
        return {column: held[column] for column in after}

    def note(self, told: tuple[int, str, int, str | None, str]) -> None:
        """A change, of which there are as many as of all other rows: entry, table, row, before, after."""
        shelf = self._shelf(ChangeRow)
        shelf.rows.append((shelf.number(), *told))
        self._waiting += 1

    def entry(self, stamp: Stamp) -> "BulkWriter":
        """Begin one entry; nothing of it is flushed before it is closed, as long as `flush` waits for that."""
        return BulkWriter(self, stamp, self._shelf(EntryRow).number())

    def _shelf(self, table: type[Table]) -> "_Shelf":
        """Made when it is needed: asking for the last number of every table takes longer than a small batch."""
        shelf = self._shelves.get(table)
        if shelf is None:
            shelf = self._shelves[table] = _Shelf(table, self._database)
        return shelf

    def flush(self, *, least: int = 0) -> None:
        """Hand everything to the file once `least` rows wait."""
        if self._waiting < least:
            return
        cursor = self._database.connection().cursor()
        for table in TABLES:  # what others lean on first
            shelf = self._shelves.get(table)
            if shelf is not None and shelf.rows:
                cursor.executemany(shelf.sql, shelf.rows)
                shelf.rows.clear()
        for sql, values in self._updates:
            cursor.execute(sql, values)
        self._updates.clear()
        self._waiting = 0


class BulkWriter:
    """One entry with its rows and changes; what is inserted is answered as a `Row`, to be changed by later entries."""

    def __init__(self, bulk: Bulk, stamp: Stamp, entry_id: int) -> None:
        self._bulk, self.stamp, self.entry_id = bulk, stamp, entry_id
        self.customer_id, self.visit_id = stamp.customer_id, stamp.visit_id
        self.made: list[Row] = []
        self._entry: Row | None = None

    def insert(self, table: type[Table], **values: Any) -> Row:
        """Make a row."""
        row = self._bulk.add(table, **values)
        self._note(row, None, {column: value for column, value in row.columns.items() if column != "id"})
        self.made.append(row)
        return row

    def update(self, row: Row, **values: Any) -> None:
        """Change columns of a row; those that stay the same are not noted."""
        before = self._bulk.change(row, **values)
        if before:
            self._note(row, before, {column: row.columns[column] for column in before})

    def close(self, sentence: str, about: Row | None = None, detail: str = "") -> None:
        """Say what was done, and which thing it speaks of."""
        stamp = self.stamp
        self._entry = self._bulk.add(
            EntryRow, id=self.entry_id, op_id=stamp.op, kind=stamp.kind.value, customer_id=self.customer_id,
            visit_id=self.visit_id, staff=stamp.staff_id, at=stamp.at, day=stamp.day, detail=detail, sentence=sentence,
            thing=about.table._meta.table_name if about else "", thing_id=about.id if about else None,
        )

    def take_back(self, other: "BulkWriter", sentence: str) -> None:
        """Close as the undoing of another closed entry that only made rows."""
        for row in other.made:
            self.update(row, gone_by=self.entry_id)
        self.close(sentence)
        for entry, values in ((other._entry, {"undone_by": self.entry_id}), (self._entry, {"undoes": other.entry_id})):
            if entry is not None:
                self._bulk.change(entry, **values)

    def _note(self, row: Row, before: dict[str, Any] | None, after: dict[str, Any]) -> None:
        told = None if before is None else _json(before)
        self._bulk.note((self.entry_id, row.table._meta.table_name, row.id, told, _json(after)))


class _Shelf:
    """The rows of one table that are not in the file yet."""

    def __init__(self, table: type[Table], database: ShopDatabase) -> None:
        meta = table._meta
        self.table, self.name, self.fields = table, meta.table_name, meta.fields
        self.columns = {name: field.column_name for name, field in meta.fields.items()}
        self.usual = {self.columns[f.name]: f.db_value(f.default) for f in meta.sorted_fields}
        counted = isinstance(meta.primary_key, AutoField)
        self.key = meta.primary_key.column_name if counted else ""
        self._last = _last_id(database, self.name, self.key) if counted else 0
        self._values = itemgetter(*self.usual)
        marks = ", ".join("?" * len(self.usual))
        self.sql = f'INSERT INTO "{self.name}" ({", ".join(self.usual)}) VALUES ({marks})'
        self.rows: list[tuple[Any, ...]] = []

    def number(self) -> int:
        """The next id."""
        self._last += 1
        return self._last

    def stored(self, values: dict[str, Any]) -> dict[str, Any]:
        """Values by column, as SQLite holds them."""
        return {self.columns[name]: self._stored(name, value) for name, value in values.items()}

    def put(self, columns: dict[str, Any]) -> Row:
        """One more row; a table that counts its rows gives it an id unless it has one."""
        row_id = columns.get(self.key) or self.number()
        whole = self.usual | columns
        if self.key:
            whole[self.key] = row_id
        self.rows.append(self._values(whole))
        return Row(self.table, row_id, columns)

    def _stored(self, name: str, value: Any) -> Any:
        kind = type(value)
        if kind in AS_THEY_ARE:
            return value
        return _moment(value) if kind is datetime else self.fields[name].db_value(value)


def _last_id(database: ShopDatabase, name: str, key: str) -> int:
    return int(database.execute_sql(f'SELECT ifnull(max("{key}"), 0) FROM "{name}"').fetchone()[0])
