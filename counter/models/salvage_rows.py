"""What a damaged shop file still tells of people themselves: who they are, and what hangs on a person alone.

Returns, complaints, orders and credit lean on one another; they come back as something to check, not as rows.
"""
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any

import apsw
from peewee import IntegrityError

from counter.models.database import ShopDatabase
from counter.models.journal import BY_NAME
from counter.models.salvage import rows
from counter.records.backups import Hanging

HANGING = ("contact", "fact", "important_date", "household", "note")
PERSON = ("name", "called", "pronunciation", "address_form", "company", "address", "language")
# What these columns point at may be another thing in the backup.
LEFT_OUT = {"id", "customer_id", "gone_by", "staff_id", "member_id"}


def newest(database: ShopDatabase) -> dict[str, int]:
    """The highest number of each table that hangs on people, in the open file."""
    asked = {table: f'SELECT ifnull(max(id), 0) FROM "{table}"' for table in HANGING}
    return {table: int(database.execute_sql(sql).fetchone()[0]) for table, sql in asked.items()}


def hanging(file: apsw.Connection, after: Mapping[str, int]) -> tuple[Hanging, ...]:
    """Rows with a higher number than the backup's that nobody took back, each with its person."""
    return tuple(row for table in HANGING for row in _of_table(file, table, after[table]))


def _of_table(file: apsw.Connection, table: str, after: int) -> Iterator[Hanging]:
    names = [field.column_name for field in BY_NAME[table]._meta.sorted_fields if field.column_name not in LEFT_OUT]
    with suppress(apsw.Error):
        found = sorted(rows(file, table, ("id", "customer_id", "gone_by", *names), after))
        for number, who, gone, *values in found:
            if gone is None and isinstance(who, int):
                columns = dict(zip(names, values, strict=True))
                yield Hanging(table=table, row_id=number, customer_id=who, columns=columns)


def fits(database: ShopDatabase, write: Callable[[], object]) -> bool:
    """Write what was read, inside the transaction that is open; nothing of it stays where a row no longer fits."""
    try:
        with database.atomic():
            write()
    except (IntegrityError, ValueError, TypeError, KeyError, AttributeError):
        return False
    return True


def person(file: apsw.Connection, customer_id: int) -> dict[str, Any]:
    """How a person is called and where they live; nothing where that can't be read."""
    shown = ", ".join(PERSON)
    with suppress(apsw.Error, UnicodeError):
        found = file.execute(f"SELECT {shown} FROM customer WHERE id = ?", (customer_id,)).fetchone()
        return dict(zip(PERSON, found, strict=True)) if found else {}
    return {}
