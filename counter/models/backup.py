"""Copies of the shop's file: made in steps beside the counter's work, packed, and looked through before they count."""
import gzip
import os
import shutil
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import IO
from urllib.parse import quote

import apsw

from counter.errors import Damaged, Unavailable
from counter.models.database import APPLICATION_ID, CHECKSUM_VFS, FOREIGN, ShopDatabase, known, load_checksums
from counter.models.migrations import STEPS

STEP_SECONDS = 0.01
LEAST, MOST = 16, 4096
CHUNK = 1 << 20
LARGEST = 16 << 30
SPARE = 64 << 20
BROKEN = "This backup is damaged. Choose another one."
STRANGE = "This file holds things that no shop file of Counter has. It was not opened."
NEWER = "This file was made by a newer Counter (format {found}; this program knows {known}). Update Counter first."


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


def copy(database: ShopDatabase, target: Path) -> Iterator[float]:
    """Copy the open file to `target`, a short step at a time; what is saved between two steps goes along.

    Yields how much is done. Left alone half-way, it leaves no file. Runs where the database does.
    """
    target.unlink(missing_ok=True)
    done = False
    try:
        with closing(apsw.Connection(str(target), vfs=CHECKSUM_VFS)) as into:
            into.execute("PRAGMA journal_mode=off; PRAGMA synchronous=off").fetchall()
            with into.backup("main", database.connection(), "main") as run:
                yield from _steps(run)
            into.execute("PRAGMA journal_mode=delete").fetchall()
        done = True
    except (apsw.Error, OSError) as fault:
        raise known(fault, target) from fault
    finally:
        if not done:
            target.unlink(missing_ok=True)


def _steps(run: apsw.Backup) -> Iterator[float]:
    pages = LEAST
    while not run.done:
        began = perf_counter()
        run.step(pages)
        took = perf_counter() - began
        wanted = int(pages * STEP_SECONDS / max(took, 1e-6))
        pages = max(LEAST, min(MOST, wanted, pages * 2))
        yield 1 - run.remaining / max(run.page_count, 1)


def inspect(path: Path) -> Inside:
    """Look all through a shop file that nobody has open, trusting nothing in it; raises `Damaged` with a sentence."""
    load_checksums()
    try:
        with closing(_open_to_look(path)) as file:
            version = _refuse_strange(file)
            if _value(file, "PRAGMA quick_check(1)") != "ok" or file.execute("PRAGMA foreign_key_check").fetchall():
                raise Damaged(BROKEN)
            newest = file.execute("SELECT id, op_id FROM entry ORDER BY id DESC LIMIT 1").fetchone() or (0, "")
            rows = {name: int(_value(file, f'SELECT count(*) FROM "{name}"')) for name in _tables(version)}
            return Inside(version=version, newest=newest[0], op=newest[1], rows=rows)
    except (apsw.Error, UnicodeError) as fault:
        raise Damaged(BROKEN) from fault


def _open_to_look(path: Path) -> apsw.Connection:
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    file = apsw.Connection(f"file:{quote(str(path))}?immutable=1", flags=flags, vfs=CHECKSUM_VFS)
    for setting, value in (
        (apsw.SQLITE_DBCONFIG_DEFENSIVE, 1), (apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
        (apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0), (apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
    ):
        file.config(setting, value)
    file.execute("PRAGMA cell_size_check=1").fetchall()
    return file


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


def _schema_of(version: int) -> frozenset[tuple[str, str, str]]:
    with closing(_made_by_steps(version)) as file:
        return schema(file)


def _tables(version: int) -> tuple[str, ...]:
    own = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    with closing(_made_by_steps(version)) as file:
        return tuple(name for (name,) in file.execute(own))


def _made_by_steps(version: int) -> apsw.Connection:
    file = apsw.Connection(":memory:")
    for step in STEPS[:version]:
        for statement in step:
            file.execute(statement)
    return file


def _value(file: apsw.Connection, sql: str) -> int | str:
    value: int | str = file.execute(sql).fetchone()[0]
    return value


def pack(plain: Path, packed: Path) -> Iterator[float]:
    """Compress a copy and see it on disk; yields how much is done."""
    with plain.open("rb") as source, packed.open("wb") as target:
        with gzip.GzipFile("", "wb", 1, target, 0) as into:
            yield from _pour(source, into, plain.stat().st_size)
        settle(target)


def unpack(packed: Path, plain: Path) -> Iterator[float]:
    """Read a backup back into a file of its own, packed or plain; raises `Damaged` or `Unavailable`."""
    size = packed.stat().st_size
    room = min(LARGEST, shutil.disk_usage(plain.parent).free - SPARE)
    try:
        with packed.open("rb") as source, plain.open("wb") as target:
            zipped = source.read(2) == b"\x1f\x8b"
            source.seek(0)
            for _ in _pour(gzip.GzipFile(fileobj=source) if zipped else source, target, size):
                if target.tell() > room:
                    raise Unavailable("There is not enough room on the disk to open this backup.")
                yield source.tell() / max(size, 1)
            settle(target)
    except (EOFError, zlib.error, gzip.BadGzipFile) as fault:
        raise Damaged(BROKEN) from fault


def _pour(source: IO[bytes] | gzip.GzipFile, target: IO[bytes] | gzip.GzipFile, size: int) -> Iterator[float]:
    poured = 0
    while chunk := source.read(CHUNK):
        target.write(chunk)
        poured += len(chunk)
        yield poured / max(size, 1)


def settle(file: IO[bytes]) -> None:
    """Have what was written really on the disk."""
    file.flush()
    os.fsync(file.fileno())


def swap(prepared: Path, live: Path) -> None:
    """Put a looked-through copy in the place of the shop's closed file; after a power cut it is the one or the other.

    A log of unsaved pages must not outlive its file: the next start would pour it into the new one.
    """
    with prepared.open("r+b") as file:
        settle(file)
    for ending in ("-wal", "-shm", "-journal"):
        live.with_name(live.name + ending).unlink(missing_ok=True)
    prepared.replace(live)
    settle_folder(live.parent)


def settle_folder(folder: Path) -> None:
    """Have a new name in a folder really on the disk, where the system can say so."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
