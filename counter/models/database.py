"""Opening, checking and closing the shop's file, with every setting asserted; see `migrate` for its tables."""
from pathlib import Path
from typing import Any

import apsw
import apsw.sqlite_extra
from peewee import OperationalError
from playhouse.apsw_ext import APSWDatabase

from counter.errors import Damaged, Known, Unavailable
from counter.models.tables_counter import COUNTER
from counter.models.tables_gestures import GESTURES
from counter.models.tables_people import PEOPLE
from counter.models.tables_shop import SHOP

APPLICATION_ID = 0x436F756E  # "Coun"
TABLES = (*PEOPLE, *COUNTER, *GESTURES, *SHOP)
CHECKSUM_VFS = "cksmvfs"
CHECKSUM_BYTES = 8
# locking_mode comes first: only then does write-ahead logging do without shared memory.
SETTINGS: tuple[tuple[str, str | int], ...] = (
    ("locking_mode", "exclusive"),
    ("journal_mode", "wal"),
    ("synchronous", 2),
    ("foreign_keys", 1),
    ("secure_delete", 1),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("recursive_triggers", 1),
    ("temp_store", 2),
    ("wal_autocheckpoint", 200),
    ("cache_size", -65536),
)

PAGE = 4096
HEAD, MAGIC = 100, b"SQLite format 3"
ZEROS = bytes(PAGE)
DAMAGED = "The shop's file is damaged. It was not touched; the newest backup can be opened instead."
FOREIGN = "This file was not made by Counter. It was left as it is."
CANT_WRITE = "The folder {folder} can't be written. Counter needs it to keep what you type."
IN_USE = "Another program has the shop's file open. Close it, then start again."
FULL = "The disk is full. Make room, then try again. What was saved is safe."


class ShopDatabase(APSWDatabase):
    """One file, one connection, one thread; page checksums from the first table on."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path), autoconnect=False, lock_type="IMMEDIATE", timeout=0.3, vfs=CHECKSUM_VFS)

    def _add_conn_hooks(self, conn: Any) -> None:
        super()._add_conn_hooks(conn)
        conn.reserve_bytes("main", CHECKSUM_BYTES)
        for name, value in SETTINGS:
            conn.execute(f"PRAGMA {name}={value}").fetchall()

    def assert_settings(self) -> None:
        """Raise RuntimeError when a setting did not take: peewee never looks at what a PRAGMA answers."""
        for name, wanted in SETTINGS:
            found = self.execute_sql(f"PRAGMA {name}").fetchone()[0]
            if found != wanted:
                raise RuntimeError(f"PRAGMA {name} is {found!r}, not {wanted!r}")


def load_checksums() -> None:
    """Register the page-checksum layer with SQLite, once for the process."""
    if CHECKSUM_VFS not in apsw.vfs_names():
        scratch = apsw.Connection(":memory:")
        apsw.sqlite_extra.load(scratch, "cksumvfs")
        scratch.close()


class InUse(Unavailable):
    """Another program, most likely Counter itself, has the shop's file open."""


def connect(path: Path) -> ShopDatabase:
    """Open the shop's file (an absent one is made empty); raises `InUse`, `Unavailable` or `Damaged`."""
    load_checksums()
    database = ShopDatabase(path)
    try:
        _look_first(path)
        database.connect()
        _refuse_foreign(database)
        database.assert_settings()
    except Exception as fault:
        if not database.is_closed():
            database.close()
        raise known(fault, path) from fault
    database.bind(TABLES, bind_refs=False, bind_backrefs=False)
    return database


def sweep(database: ShopDatabase) -> None:
    """Read every page of the file once, so that each checksum is verified; raises `Damaged` at the first bad one.

    A page of nothing but zeros has a right checksum. Where there are more of them than free pages, SQLite looks too.
    """
    path = Path(database.database)
    try:
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        empty = _read_pages(path)
        if empty > database.execute_sql("PRAGMA freelist_count").fetchone()[0]:
            found = database.execute_sql("PRAGMA quick_check(1)").fetchone()[0]
            if found != "ok":
                raise Damaged(DAMAGED)
    except Exception as fault:
        raise known(fault, path) from fault


def _read_pages(path: Path) -> int:
    """Answers how many pages are all zeros; a page that is bad twice raises apsw.IOError."""
    file = apsw.VFSFile(CHECKSUM_VFS, str(path), [apsw.SQLITE_OPEN_MAIN_DB | apsw.SQLITE_OPEN_READONLY, 0])
    try:
        file.xRead(PAGE, 0)  # the checksum layer learns from the first page that it has work to do
        return sum(_read_page(file, start) == ZEROS for start in range(0, file.xFileSize(), PAGE))
    finally:
        file.xClose()


def _read_page(file: apsw.VFSFile, start: int) -> bytes:
    try:
        return file.xRead(PAGE, start)
    except apsw.IOError:
        return file.xRead(PAGE, start)


def _look_first(path: Path) -> None:
    """Before SQLite touches it: a file of another program, or one that was cut off, stays byte for byte as it is."""
    log = path.with_name(path.name + "-wal")
    if not path.exists() or (log.exists() and log.stat().st_size):
        return
    with path.open("rb") as file:
        head = file.read(HEAD)
    pages, ours = int.from_bytes(head[28:32], "big"), int.from_bytes(head[68:72], "big") == APPLICATION_ID
    if head.startswith(MAGIC) and not ours and pages > 1:
        raise Damaged(FOREIGN)
    if ours and path.stat().st_size < pages * PAGE:
        raise Damaged(DAMAGED)


def _refuse_foreign(database: ShopDatabase) -> None:
    found = database.execute_sql("PRAGMA application_id").fetchone()[0]
    empty = database.execute_sql("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if found != APPLICATION_ID and not empty:
        raise Damaged(FOREIGN)
    if found != APPLICATION_ID:
        database.execute_sql(f"PRAGMA application_id={APPLICATION_ID}")


SAID: tuple[tuple[tuple[type[BaseException], ...], type[Known], str], ...] = (
    ((apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError, PermissionError), Unavailable, CANT_WRITE),
    ((apsw.BusyError, apsw.LockedError), InUse, IN_USE),
    ((apsw.FullError,), Unavailable, FULL),
    ((apsw.CorruptError, apsw.NotADBError, apsw.IOError), Damaged, DAMAGED),
)


def known(fault: BaseException, path: Path) -> Exception:
    """The sentence for what SQLite or the system says; anything else stays what it is: a bug of ours."""
    cause: BaseException | None = fault
    while cause is not None:  # the first fault is the true one; a failed rollback may lie over it
        if isinstance(cause, Known):
            return cause
        for kinds, kind, sentence in SAID:
            if isinstance(cause, kinds):
                return kind(sentence.format(folder=path.parent))
        cause = cause.__context__
    return fault if isinstance(fault, OperationalError) else RuntimeError(str(fault))
