"""Looking all through a shop file that nobody has open, trusting nothing in it; and comparing it with the open one."""
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

import apsw

from counter.errors import Damaged, Unavailable
from counter.models.backup import BROKEN, NOT_READ
from counter.models.database import APPLICATION_ID, CHECKSUM_VFS, FOREIGN, load_checksums
from counter.models.disk import hinders
from counter.models.migrations import STEPS
from counter.models.tables_people import EntryRow

STRANGE = "This file holds things that no shop file of Counter has. It was not opened."
NEWER = "This file was made by a newer Counter (format {found}; this program knows {known}). Update Counter first."
OWN = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """What a shop file holds: its format, the newest entry with its operation, and rows by table."""

    version: int
    newest: int
    op: str
    rows: dict[str, int]

    @property
    def total(self) -> int:
        """All rows."""
        return sum(self.rows.values())


def inspect(path: Path, *, deep: bool = False) -> Inside:
    """Look all through a copy of our own; `deep` compares every index with its table too. Raises `Damaged`.

    It is opened to be written, because SQLite skips the tables' CHECKs where it may only read; nothing is written.
    Raises `Unavailable` when it is the disk that doesn't let it be read.
    """
    check = "PRAGMA integrity_check(1)" if deep else "PRAGMA quick_check(1)"
    try:
        with closing(open_to_look(path, own=True)) as file:
            version = _refuse_strange(file)
            if _value(file, check) != "ok" or file.execute("PRAGMA foreign_key_check").fetchall():
                raise Damaged(BROKEN)
            newest = file.execute("SELECT id, op_id FROM entry ORDER BY id DESC LIMIT 1").fetchone() or (0, "")
            rows = {name: int(_value(file, f'SELECT count(*) FROM "{name}"')) for name in _tables(version)}
            return Inside(version=version, newest=newest[0], op=newest[1], rows=rows)
    except (apsw.Error, UnicodeError) as fault:
        raise (Unavailable(NOT_READ) if hinders(fault) else Damaged(BROKEN)) from fault


def open_to_look(path: Path, *, own: bool = False) -> apsw.Connection:
    """A connection that writes nothing and runs nothing that stands in the file; raises apsw.Error."""
    load_checksums()
    may, how = (apsw.SQLITE_OPEN_READWRITE, "") if own else (apsw.SQLITE_OPEN_READONLY, "?immutable=1")
    file = apsw.Connection(f"file:{quote(str(path))}{how}", flags=may | apsw.SQLITE_OPEN_URI, vfs=CHECKSUM_VFS)
    for setting, value in (
        (apsw.SQLITE_DBCONFIG_DEFENSIVE, 1), (apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
        (apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0), (apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
    ):
        file.config(setting, value)
    file.execute("PRAGMA locking_mode=exclusive; PRAGMA query_only=1; PRAGMA cell_size_check=1").fetchall()
    return file


def common(prepared: Path) -> int:
    """The newest entry that the open file and a looked-through one both hold; 0 when they share none.

    Two copies of one shop agree up to some entry and never after it. Runs where the database does.
    """
    with closing(open_to_look(prepared)) as file:
        low, high = 0, int(_value(file, "SELECT ifnull(max(id), 0) FROM entry"))
        while low < high:
            middle = (low + high + 1) // 2
            if _same_entry(file, middle):
                low = middle
            else:
                high = middle - 1
    return low


def _same_entry(file: apsw.Connection, number: int) -> bool:
    there = file.execute("SELECT id, op_id FROM entry WHERE id <= ? ORDER BY id DESC LIMIT 1", (number,)).fetchone()
    here = EntryRow.select(EntryRow.op_id).where(EntryRow.id == there[0]).first() if there else None
    return there is None or (here is not None and here.op_id == there[1])


def entries_after(number: int, limit: int) -> tuple[int, tuple[EntryRow, ...]]:
    """How many entries the open file holds after that one, and the newest of those that say something."""
    after = EntryRow.id > number
    newest = EntryRow.select().where(after, EntryRow.sentence != "").order_by(EntryRow.id.desc()).limit(limit)
    return int(EntryRow.select().where(after).count()), tuple(newest)


def _refuse_strange(file: apsw.Connection) -> int:
    """The format of the file; raises `Damaged` when it is another program's, newer, or has other tables than ours."""
    if _value(file, "PRAGMA application_id") != APPLICATION_ID:
        raise Damaged(FOREIGN)
    version = int(_value(file, "PRAGMA user_version"))
    if version > len(STEPS):
        raise Damaged(NEWER.format(found=version, known=len(STEPS)))
    if version < 1 or schema(file) != _schema_of(version):
        raise Damaged(STRANGE)
    return version


def schema(file: apsw.Connection) -> frozenset[tuple[str, str, str]]:
    """Every table, index, trigger and view with its text; blanks don't count."""
    rows = file.execute("SELECT type, name, ifnull(sql, '') FROM sqlite_master").fetchall()
    return frozenset((kind, name, " ".join(sql.split())) for kind, name, sql in rows)


@cache
def _schema_of(version: int) -> frozenset[tuple[str, str, str]]:
    with closing(_made_by_steps(version)) as file:
        return schema(file)


@cache
def _tables(version: int) -> tuple[str, ...]:
    with closing(_made_by_steps(version)) as file:
        return tuple(name for (name,) in file.execute(OWN))


def _made_by_steps(version: int) -> apsw.Connection:
    file = apsw.Connection(":memory:")
    for step in STEPS[:version]:
        for statement in step:
            file.execute(statement)
    return file


def _value(file: apsw.Connection, sql: str) -> int | str:
    value: int | str = file.execute(sql).fetchone()[0]
    return value
