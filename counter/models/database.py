"""Opening, checking and closing the shop's file, with every setting asserted; see `migrate` for its tables."""
import os
import random
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import apsw
import apsw.sqlite_extra
from peewee import OperationalError
from playhouse.apsw_ext import APSWDatabase

from counter.errors import Broken, Damaged, DiskFault, Known, Unavailable
from counter.models import disk
from counter.models.disk import Cursor, Place
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

PAGE = disk.PAGE
WHO_COMES_FIRST = 0.2
DAMAGED = "The shop's file is damaged. It was not touched; the newest backup can be opened instead."
FOREIGN = "This file was not made by Counter. It was left as it is."
CANT_WRITE = "The folder {folder} can't be written. Counter needs it to keep what you type."
IN_USE = "Another program has the shop's file open. Close it, then start again."
FULL = "The disk is full. Make room, then try again. What was saved is safe."


class ShopDatabase(APSWDatabase):
    """One file, one connection, one thread; page checksums from the first table on.

    Once `settled`, what the disk does comes up as `DiskFault` or `Damaged`, nothing is saved to a file that is no
    longer in its place, and after a fault the file is opened anew by itself, before the next step.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path), autoconnect=False, lock_type="IMMEDIATE", timeout=0.3, vfs=CHECKSUM_VFS)
        self._path, self._log = path, path.with_name(path.name + "-wal")
        self._place: Place | None = None
        self._newest: tuple[int, str] | None = None
        self._doubted = False
        self.changed_before = 0
        """Rows changed before the file was opened anew."""

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

    def settle(self) -> None:
        """The file was looked at and is the shop's: from now on it is watched."""
        self._place, self._doubted = disk.place_of(self._path), False
        self.connection().cursor_factory = lambda connection: Cursor(connection, self.doubt)

    def begin(self, lock_type: str | None = None) -> None:
        """Begin a transaction; raises `DiskFault` where the file is out of reach."""
        self._doubted |= self._moved()
        self._be_sure()
        super().begin(lock_type)

    def commit(self) -> bool:
        """End it well; raises `DiskFault` when nobody would find again what was written."""
        if self._moved():
            raise DiskFault(disk.GONE.format(folder=self._path.parent))
        done = bool(super().commit())
        if self._place is not None:
            self._newest = disk.newest_entry(self.connection())
            self._mend_log()
        return done

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        """One statement; raises `DiskFault` or `Damaged` for what the disk does."""
        self._be_sure()
        if self.in_transaction() and self.connection().getautocommit():  # undone by a fault that somebody swallowed
            raise DiskFault(disk.SILENT.format(folder=self._path.parent))
        return super().execute_sql(sql, params)

    def savepoint(self) -> disk.Savepoint:
        """A transaction within a transaction."""
        return disk.Savepoint(self)

    def _close(self, conn: Any) -> None:
        """What the disk doesn't let us tidy up is tidied up at the next start."""
        self.changed_before += conn.total_changes()
        with suppress(*disk.DISK):
            super()._close(conn)

    def doubt(self) -> None:
        """Open the file anew before the next step: what was read may have been misread."""
        self._doubted = self._place is not None

    def _moved(self) -> bool:
        return self._place is not None and disk.place_of(self._path) != self._place

    def _mend_log(self) -> None:
        """The log of new pages was deleted under us: everything goes into the file itself, then both begin anew."""
        if not self._log.exists():
            self.doubt()
            self.connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _be_sure(self) -> None:
        """Open the file anew after a fault, unless that is out of reach or we are in the middle of something."""
        if not self._doubted or self.in_transaction() or not (self._path.exists() or self.is_closed()):
            return
        disk.place_of(self._path)
        self._doubted = False
        try:
            self.close()
            self.connect()
            self.assert_settings()
            if self._newest is not None and not disk.holds(self.connection(), self._newest):
                raise Damaged(disk.OTHER)
            self.settle()
        except Exception as fault:
            self._doubted = True
            self.close()
            said = known(fault, self._path)
            if type(said) is Unavailable:
                said = disk.not_reopened(fault, self._path.parent)
            raise said from fault


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
    try:
        return _open(path)
    except InUse:  # two that start at once can bar each other: one of them comes back a little sooner
        time.sleep(random.uniform(0, WHO_COMES_FIRST))
    except Damaged:  # a disk may misread once; what is truly damaged is so again
        pass
    return _open(path)


def _open(path: Path) -> ShopDatabase:
    database = ShopDatabase(path)
    try:
        if found := disk.look_first(path, APPLICATION_ID):
            raise Damaged(FOREIGN) if found == "foreign" else Broken(DAMAGED)
        database.connect()
        _refuse_foreign(database)
        database.assert_settings()
        database.settle()
    except Exception as fault:
        if not database.is_closed():
            database.close()
        raise known(fault, path) from fault
    database.bind(TABLES, bind_refs=False, bind_backrefs=False)
    return database


def sweep(database: ShopDatabase) -> None:
    """Read every page of the file once, so that each checksum is verified; raises `Broken` at the first bad one.

    A page of nothing but zeros has a right checksum. Where there are more of them than free pages, SQLite looks too.
    """
    path = Path(database.database)
    try:
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        empty = disk.read_pages(path, CHECKSUM_VFS)
        if empty > database.execute_sql("PRAGMA freelist_count").fetchone()[0]:
            found = database.execute_sql("PRAGMA quick_check(1)").fetchone()[0]
            if found != "ok":
                raise Broken(DAMAGED)
    except Exception as fault:
        raise known(fault, path) from fault


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
        if isinstance(cause, apsw.IOError) and not os.access(path.parent, os.W_OK):
            return Unavailable(CANT_WRITE.format(folder=path.parent))
        for kinds, kind, sentence in SAID:
            if isinstance(cause, kinds):
                said = Broken if kind is Damaged and disk.unreadable(cause) else kind
                return said(sentence.format(folder=path.parent))
        cause = cause.__context__
    return fault if isinstance(fault, OperationalError) else RuntimeError(str(fault))
