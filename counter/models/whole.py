"""Every table of a shop's file as plain rows, and an empty file filled with such rows again."""
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw
from peewee import IntegrityError

from counter.errors import Damaged, Refused
from counter.models.database import APPLICATION_ID, ShopDatabase, known, load_checksums
from counter.models.journal import BY_NAME
from counter.models.migrate import migrate
from counter.models.migrations import STEPS

Cell = str | int | float
OWN = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid"
READ: dict[str, Callable[[str], Any]] = {"INTEGER": int, "REAL": float, "TEXT": str, "BLOB": b64decode}
NOT_OURS = "This folder was changed since it was written, or is not one of Counter's: {why}. Nothing was taken in."


@dataclass(frozen=True, slots=True)
class Column:
    """A column: INTEGER, REAL, TEXT or BLOB, and whether it may hold nothing."""

    name: str
    kind: str
    nullable: bool


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table's name, what it holds in a sentence, and its columns in order."""

    name: str
    about: str
    columns: tuple[Column, ...]


def opened(path: Path) -> ShopDatabase:
    """A copy of the shop's file, to be read by this thread alone while the shop itself stays open."""
    load_checksums()
    database = ShopDatabase(path)
    database.connect()
    return database


def version(database: ShopDatabase) -> int:
    """The format of the file."""
    return int(database.execute_sql("PRAGMA user_version").fetchone()[0])


def tables(database: ShopDatabase) -> tuple[TableShape, ...]:
    """All tables, in the order in which they were made."""
    names = [name for (name,) in database.execute_sql(OWN).fetchall()]
    return tuple(TableShape(name, _about(name), _columns(database, name)) for name in names)


def rows(database: ShopDatabase, table: TableShape) -> Iterator[list[Cell]]:
    """Every row: nothing as an empty text, bytes as base64."""
    shown = ", ".join(f'"{column.name}"' for column in table.columns)
    for row in database.execute_sql(f'SELECT {shown} FROM "{table.name}" ORDER BY rowid'):
        yield [_out(value, column) for value, column in zip(row, table.columns, strict=True)]


def numbers(database: ShopDatabase) -> dict[str, int]:
    """The highest number that each counting table ever gave, so that none is given twice."""
    return dict(database.execute_sql("SELECT name, seq FROM sqlite_sequence").fetchall())


def rebuild(path: Path, form: int, content: Callable[[TableShape], Iterable[list[str]]], last: dict[str, int]) -> None:
    """A new file of that format, filled with `content` (header first); nothing is left of it when that fails.

    The shop may be open meanwhile. Raises Refused when a file is there already, or rows don't fit.
    """
    if path.exists():
        raise Refused(f"{path.name} is there already. Choose another name.")
    if not 1 <= form <= len(STEPS):
        raise Damaged("This folder was written by a newer Counter. Update Counter first.")
    try:
        _fill(path, form, content, last)
    except BaseException:
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink()
        raise


def _fill(
    path: Path, form: int, content: Callable[[TableShape], Iterable[list[str]]], last: dict[str, int]
) -> None:
    database = _empty(path)
    try:
        with database.atomic():
            database.execute_sql("PRAGMA defer_foreign_keys=1")
            for statement in (statement for step in STEPS[:form] for statement in step):
                database.execute_sql(statement)
            for table in tables(database):
                _put(database, table, content(table))
            for name, number in last.items():
                database.execute_sql("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
                database.execute_sql("INSERT INTO sqlite_sequence VALUES (?, ?)", (name, int(number)))
            if database.execute_sql("PRAGMA foreign_key_check").fetchone():
                raise Refused(NOT_OURS.format(why="rows are missing"))
            database.execute_sql(f"PRAGMA user_version={form}")
        migrate(database, lambda number: path.with_name(f"{path.name}-before-{number}"))
        for copy in path.parent.glob(f"{path.name}-before-*"):  # the folder itself is the copy from before
            copy.unlink()
    except (IntegrityError, apsw.ConstraintError, apsw.MismatchError) as fault:
        raise Refused(NOT_OURS.format(why="a row does not fit its table")) from fault
    except apsw.Error as fault:
        raise known(fault, path) from fault
    finally:
        database.close()


def _empty(path: Path) -> ShopDatabase:
    """A file of its own, of which the tables of an open shop know nothing."""
    load_checksums()
    database = ShopDatabase(path)
    try:
        database.connect()
        database.execute_sql(f"PRAGMA application_id={APPLICATION_ID}")
        database.assert_settings()
    except apsw.Error as fault:
        raise known(fault, path) from fault
    return database


def _put(database: ShopDatabase, table: TableShape, content: Iterable[list[str]]) -> None:
    lines = iter(content)
    if next(lines, None) != [column.name for column in table.columns]:
        raise Refused(NOT_OURS.format(why=f"{table.name} has other columns"))
    marks = ", ".join("?" * len(table.columns))
    sql = f'INSERT INTO "{table.name}" VALUES ({marks})'
    values = ([_in(cell, column) for cell, column in zip(line, table.columns, strict=True)] for line in lines)
    try:
        database.connection().cursor().executemany(sql, values)
    except ValueError as fault:
        raise Refused(NOT_OURS.format(why=f"a row of {table.name} can't be read")) from fault


def _columns(database: ShopDatabase, name: str) -> tuple[Column, ...]:
    found = database.execute_sql(f'PRAGMA table_info("{name}")').fetchall()
    return tuple(Column(column, kind, not (must or key)) for _, column, kind, must, _, key in found)


def _about(name: str) -> str:
    table = BY_NAME.get(name)
    return re.sub(r"\s+", " ", (table.__doc__ or "").strip()) if table else ""


def _out(value: Any, column: Column) -> Cell:
    if value is None:
        return ""
    if value == "" and column.nullable:
        raise RuntimeError(f"{column.name} holds an empty text where nothing should stand")
    return b64encode(value).decode("ascii") if isinstance(value, bytes) else value


def _in(cell: str, column: Column) -> Any:
    if not cell and column.nullable:
        return None
    return READ[column.kind](cell)
