"""One part of an import taken back: thousands of rows, so in SQLite's own words and not row by row."""
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from counter.models.imports import OF_PERSON
from counter.models.journal import BY_NAME, Writer
from counter.models.tables_people import CustomerRow, EntryRow

CUSTOMER = CustomerRow._meta.table_name
CHANGES = "SELECT id, table_name, row_id, before, after FROM change WHERE entry_id = ? ORDER BY id DESC"
THESE = "IN (SELECT value FROM json_each(?))"
# Who is spoken of by more than a file's own rows: entries that stand, what is half written, a merge, a household.
LEANT_ON = (
    f"SELECT customer_id FROM entry WHERE customer_id {THESE} AND undone_by IS NULL AND ifnull(undoes, 0) = 0 "
    "AND sentence <> ''",
    f"SELECT customer_id FROM draft WHERE customer_id {THESE}",
    f"SELECT merged_into FROM customer WHERE merged_into {THESE} AND gone_by IS NULL",
    f"SELECT member_id FROM household WHERE member_id {THESE} AND gone_by IS NULL",
)


@dataclass(frozen=True, slots=True)
class Made:
    """One row as an entry made or changed it; `before` is None for a row that it made."""

    id: int
    table: str
    row_id: int
    before: dict[str, Any] | None
    after: dict[str, Any]

    @property
    def owner(self) -> int:
        """The person whose it is."""
        return self.row_id if self.table == CUSTOMER else int(self.after["customer_id"])


def undo_part(writer: Writer, entry_id: int) -> int:
    """Take back one entry of a run; what was changed or built on since stays. Answers how many people stay."""
    changes = [
        Made(at, table, row_id, json.loads(before) if before else None, json.loads(after))
        for at, table, row_id, before, after in _ask(CHANGES, entry_id)
    ]
    made = {(change.table, change.row_id) for change in changes if change.before is None}
    new = [change for change in changes if change.table == CUSTOMER and change.before is None]
    left = _as_left(changes)
    staying = _leant_on({change.row_id for change in new}, made) | {c.row_id for c in new if c.id not in left}
    gone: dict[str, list[int]] = {}
    for change in changes:
        if change.id not in left or (change.before is None and change.owner in staying):
            continue
        if change.before is None:
            gone.setdefault(change.table, []).append(change.row_id)
        else:
            writer.update(BY_NAME[change.table], change.row_id, **change.before)
    for table, ids in gone.items():
        _take_away(writer, table, ids)
    EntryRow.update(undone_by=writer.entry_id).where(EntryRow.id == entry_id).execute()
    EntryRow.update(undoes=entry_id).where(EntryRow.id == writer.entry_id).execute()
    return len(staying)


def _as_left(changes: list[Made]) -> set[int]:
    """The changes whose rows still are what they made of them."""
    left: set[int] = set()
    for table in {change.table for change in changes}:
        ours = [change for change in changes if change.table == table]
        columns = [field.column_name for field in BY_NAME[table]._meta.sorted_fields]
        shown = ", ".join(f'"{column}"' for column in columns)
        rows = _ask(f'SELECT {shown} FROM "{table}" WHERE id {THESE}', _json(change.row_id for change in ours))
        now = {row[columns.index("id")]: dict(zip(columns, row, strict=True)) for row in rows}
        left |= {change.id for change in ours if _stands(now.get(change.row_id), change.after)}
    return left


def _stands(now: dict[str, Any] | None, after: dict[str, Any]) -> bool:
    return now is not None and now["gone_by"] is None and all(now[column] == after[column] for column in after)


def _take_away(writer: Writer, table: str, ids: list[int]) -> None:
    """Many rows at once, each with its change, as `Writer.update` would."""
    by = writer.entry_id
    cursor = CustomerRow._meta.database.connection().cursor()
    cursor.executemany(f'UPDATE "{table}" SET gone_by = ? WHERE id = ?', [(by, row_id) for row_id in ids])
    note = "INSERT INTO change (entry_id, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)"
    before, after = json.dumps({"gone_by": None}), json.dumps({"gone_by": by})
    cursor.executemany(note, [(by, table, row_id, before, after) for row_id in ids])


def _leant_on(ids: set[int], made: set[tuple[str, int]]) -> set[int]:
    """Those on whom more hangs than these rows."""
    these = _json(ids)
    found = {int(who) for sql in LEANT_ON for (who,) in _ask(sql, these)}
    for table in (table._meta.table_name for table in OF_PERSON):
        rows = _ask(f'SELECT id, customer_id FROM "{table}" WHERE gone_by IS NULL AND customer_id {THESE}', these)
        found |= {who for row_id, who in rows if (table, row_id) not in made}
    return found


def _json(ids: Iterable[int]) -> str:
    return json.dumps(list(ids))


def _ask(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = CustomerRow._meta.database.execute_sql(sql, values).fetchall()
    return found
