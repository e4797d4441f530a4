"""What can still be read of a damaged shop file: row by row, halving wherever a page can't be read.

Only rows whose pages carry the right checksum are taken; the words of the tables themselves are read as they are.
"""
import errno
import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw

from counter.errors import Damaged
from counter.models.backup import drop
from counter.models.database import APPLICATION_ID, CHECKSUM_BYTES, CHECKSUM_VFS, DAMAGED, load_checksums
from counter.models.migrations import STEPS
from counter.models.swap import LOG, beside
from counter.models.vetting import OWN
from counter.records.backups import ToCheck

AT_ONCE = 2000
MOST_FAILURES = 20_000
HIGHEST = 1 << 31
LONGEST = 1000
# Columns whose words a person typed, in the tables that entries make.
WORDS = (
    "words", "spec", "what", "text", "items", "note", "remedy", "reason", "title", "value", "called", "company",
    "address",
)  # fmt: skip
NAMELESS = """INSERT OR IGNORE INTO customer (id, name, unnamed, created_at)
SELECT "{}", '', 1, '1970-01-01T00:00:00.000000Z'"""
Row = tuple[Any, ...]


@contextmanager
def opened(damaged: Path, scratch: Path) -> Iterator[apsw.Connection]:
    """A copy of a damaged file with its log, opened to be read; the file itself is not touched.

    Raises OSError when there is no room for the copy, `Damaged` when nothing in it can be read.
    """
    load_checksums()
    try:
        for ending in ("", LOG):
            if beside(damaged, ending).exists():
                shutil.copyfile(beside(damaged, ending), beside(scratch, ending))
        with closing(_connected(scratch)) as file:
            yield file
    except apsw.FullError as fault:
        raise OSError(errno.ENOSPC, "no room") from fault
    except apsw.Error as fault:
        raise Damaged(DAMAGED) from fault
    finally:
        for ending in ("", LOG, "-journal", "-shm"):
            drop(beside(scratch, ending))


def _connected(scratch: Path) -> apsw.Connection:
    """With `writable_schema`, a table whose own words are damaged does not keep the others from being read."""
    file = apsw.Connection(str(scratch), vfs=CHECKSUM_VFS)
    try:
        file.execute("PRAGMA locking_mode=exclusive; SELECT count(*) FROM sqlite_master").fetchall()
    except apsw.Error:
        wide = "PRAGMA checksum_verification=off; PRAGMA writable_schema=on; SELECT count(*) FROM sqlite_master"
        file.execute(wide).fetchall()
        file.execute("PRAGMA checksum_verification=on").fetchall()
    return file


def rows(file: apsw.Connection, table: str, columns: Sequence[str], after: int = 0) -> Iterator[Row]:
    """Every row that can be read whose number is higher than `after`, in order within what hangs together."""
    shown = ", ".join(f'"{column}"' for column in columns)
    sql = f'SELECT {shown} FROM "{table}" WHERE rowid BETWEEN ? AND ? ORDER BY rowid'
    spans, failures = [(after + 1, _highest(file, table))], 0
    while spans and failures < MOST_FAILURES:
        low, high = spans.pop()
        if high - low >= AT_ONCE:
            spans += [(low + AT_ONCE, high), (low, low + AT_ONCE - 1)]
            continue
        try:
            found = file.execute(sql, (low, high)).fetchall()
        except (apsw.Error, UnicodeError):
            failures += 1
            middle = (low + high) // 2
            spans += [(middle + 1, high), (low, middle)] if low < high else []
        else:
            yield from found


def _highest(file: apsw.Connection, table: str) -> int:
    """The highest number that a row of the table may have."""
    for sql in (f'SELECT max(rowid) FROM "{table}"', f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'"):
        with suppress(apsw.Error):
            found = file.execute(sql).fetchone()
            if found and found[0]:
                return int(found[0])
            return 0
    return _felt(file, table)


def _felt(file: apsw.Connection, table: str) -> int:
    """By doubling: the end of the last span in which anything could be read."""
    end, known = AT_ONCE, AT_ONCE
    while end < HIGHEST:
        with suppress(apsw.Error):
            sql = f'SELECT max(rowid) FROM "{table}" WHERE rowid BETWEEN ? AND ?'
            found = file.execute(sql, (end // 2, end)).fetchone()
            known = max(known, int(found[0] or 0))
        end *= 2
    return known


def newer(file: apsw.Connection, after: int, change_after: int) -> tuple[ToCheck, ...]:
    """Entries about people with a higher number than `after` that still hold, in order, with the words typed in them.

    `change_after` is the number of the last change that is known.
    """
    names = ("id", "op_id", "customer_id", "at", "sentence", "undoes", "undone_by")
    entries = sorted(row for row in rows(file, "entry", names, after) if _sound(row))
    typed: dict[int, list[str]] = {}
    for entry, text in rows(file, "change", ("entry_id", "after"), change_after):
        typed.setdefault(entry, []).extend(_words(text))
    return tuple(
        ToCheck(
            entry_id=number, op=op, customer_id=who, name=_name(file, who), at=datetime.fromisoformat(at),
            sentence=sentence, words=" · ".join(dict.fromkeys(typed.get(number, ())))[:LONGEST],
        )
        for number, op, who, at, sentence, undoes, undone in entries
        if undoes is None and undone is None
    )


def _sound(entry: Row) -> bool:
    """Whether an entry is about a person and can be what one wrote: a number, an operation, a moment, a sentence."""
    number, op, who, at, sentence, *_ = entry
    with suppress(ValueError, TypeError):
        datetime.fromisoformat(at)
        return isinstance(number, int) and isinstance(op, str) and isinstance(who, int) and bool(sentence)
    return False


def _words(after: str) -> list[str]:
    with suppress(ValueError, AttributeError):
        columns = json.loads(after)
        found = [columns[name] for name in WORDS if columns.get(name)]
        return [word for word in found if isinstance(word, str) and not word.startswith(("[]", "{}"))]
    return []


def _name(file: apsw.Connection, customer_id: int) -> str:
    with suppress(apsw.Error, UnicodeError):
        found = file.execute("SELECT name FROM customer WHERE id = ?", (customer_id,)).fetchone()
        return str(found[0]) if found else ""
    return ""


def rebuild(damaged: Path, scratch: Path, target: Path) -> int:
    """A new shop file of every row that can be read and that fits; answers how many.

    Raises what `opened` does, and `Damaged` when the file can't be told to be a shop's.
    """
    with opened(damaged, scratch) as file:
        if file.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise Damaged(DAMAGED)
        version = min(max(int(file.execute("PRAGMA user_version").fetchone()[0]), 1), len(STEPS))
        drop(target)
        with closing(_empty(target, version)) as into:
            into.execute("BEGIN").fetchall()
            tables = [name for (name,) in into.execute(OWN).fetchall()]
            for table in tables:
                _pour(file, into, table)
            _mend(into)
            into.execute("COMMIT").fetchall()
            return sum(int(into.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]) for table in tables)


def _empty(target: Path, version: int) -> apsw.Connection:
    file = apsw.Connection(str(target), vfs=CHECKSUM_VFS)
    file.reserve_bytes("main", CHECKSUM_BYTES)
    file.execute(f"PRAGMA application_id={APPLICATION_ID}; PRAGMA foreign_keys=0").fetchall()
    for statement in (statement for step in STEPS[:version] for statement in step):
        file.execute(statement).fetchall()
    file.execute(f"PRAGMA user_version={version}").fetchall()
    return file


def _pour(file: apsw.Connection, into: apsw.Connection, table: str) -> None:
    columns = [row[1] for row in into.execute(f'PRAGMA table_info("{table}")').fetchall()]
    sql = f'INSERT OR IGNORE INTO "{table}" VALUES ({", ".join("?" * len(columns))})'
    with suppress(apsw.Error):
        for row in rows(file, table, columns):
            with suppress(apsw.ConstraintError, apsw.MismatchError):
                into.execute(sql, row).fetchall()


def _mend(into: apsw.Connection) -> None:
    """A person who could not be read stands there without a name; rows that lean on anything else missing go."""
    for table, number, parent, key in into.execute("PRAGMA foreign_key_check").fetchall():
        if parent == "customer":
            columns = {row[0]: row[3] for row in into.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()}
            into.execute(f'{NAMELESS} FROM "{table}" WHERE rowid = ?'.format(columns[key]), (number,)).fetchall()
    while orphans := into.execute("PRAGMA foreign_key_check").fetchall():
        for table, number, *_ in orphans:
            into.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (number,)).fetchall()
