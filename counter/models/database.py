"""Opening, checking and closing the shop's file, with every setting asserted; see `migrate` for its tables."""
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import apsw.sqlite_extra
from peewee import OperationalError
from playhouse.apsw_ext import APSWDatabase

from counter.errors import Damaged, Unavailable
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


def connect(path: Path) -> ShopDatabase:
    """Open the shop's file (an absent one is made empty); raises `Unavailable` or `Damaged` with a sentence."""
    load_checksums()
    database = ShopDatabase(path)
    try:
        database.connect()
        _refuse_foreign(database)
        database.assert_settings()
    except Damaged:
        database.close()
        raise
    except Exception as fault:
        if not database.is_closed():
            database.close()
        raise _known(fault, path) from fault
    database.bind(TABLES, bind_refs=False, bind_backrefs=False)
    return database


def sweep(database: ShopDatabase) -> None:
    """Read every page once, so that each checksum is verified; raises `Damaged` at the first bad one."""
    try:
        database.execute_sql("PRAGMA quick_check(1)").fetchall()
        source = database.connection()
        with closing(apsw.Connection(":memory:")) as memory, memory.backup("main", source, "main") as copy:
            while not copy.done:
                copy.step(2000)
    except Exception as fault:
        raise _known(fault, Path(database.database)) from fault


def _refuse_foreign(database: ShopDatabase) -> None:
    found = database.execute_sql("PRAGMA application_id").fetchone()[0]
    empty = database.execute_sql("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if found != APPLICATION_ID and not empty:
        raise Damaged("This file was not made by Counter. It was left as it is.")
    if found != APPLICATION_ID:
        database.execute_sql(f"PRAGMA application_id={APPLICATION_ID}")


def _known(fault: BaseException, path: Path) -> Exception:
    cause: BaseException | None = fault
    while cause is not None:  # the first fault is the true one; a failed rollback may lie over it
        if isinstance(cause, apsw.CantOpenError | apsw.ReadOnlyError | apsw.PermissionsError | PermissionError):
            return Unavailable(f"The folder {path.parent} can't be written. Counter needs it to keep what you type.")
        if isinstance(cause, apsw.BusyError | apsw.LockedError):
            return Unavailable("Another program has the shop's file open. Close it, then start again.")
        if isinstance(cause, apsw.FullError):
            return Unavailable("The disk is full. Make room, then start again. Nothing was lost.")
        if isinstance(cause, apsw.CorruptError | apsw.NotADBError | apsw.IOError):
            return Damaged("The shop's file is damaged. It was not touched; the newest backup can be opened instead.")
        cause = cause.__context__
    return fault if isinstance(fault, OperationalError) else RuntimeError(str(fault))
