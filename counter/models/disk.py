"""A disk that fails while the shop is open: what to say of it, and whether the file is still where it was."""
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw
import peewee

from counter.errors import Broken, DiskFault, Known

FULL = (
    "The disk is full, so this is not saved yet. Delete something from it that nobody needs, then try again: "
    "what you typed is still here."
)
SHUT = (
    "The folder {folder} can't be written just now, so this is not saved yet. Allow Counter to write there, "
    "then try again: what you typed is still here."
)
SILENT = (
    "The disk with {folder} doesn't answer as it should, so this is not saved yet. See that it is plugged in or that "
    "the network is there, then try again: what you typed is still here."
)
GONE = (
    "The folder {folder} is not where it was, so this is not saved yet. Put it back or plug its disk in, "
    "then try again: what you typed is still here."
)
OTHER = "Another file lies where the shop's file was. Close Counter and start it again; nothing was written to it."
UNREADABLE = (
    "The shop's file can't be read as it should. Close Counter and start it again: "
    "it then looks all through the file and offers the newest backup."
)

DISK = (
    apsw.FullError, apsw.IOError, apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError, apsw.CorruptError,
    apsw.NotADBError,
)
NEWEST = "SELECT id, op_id FROM entry ORDER BY id DESC LIMIT 1"
PAGE, HEAD, MAGIC = 4096, 100, b"SQLite format 3"
ZEROS = bytes(PAGE)
WRONG_CHECKSUM = (apsw.SQLITE_IOERR_DATA, apsw.SQLITE_IOERR_CORRUPTFS)
NO_ROOM, NO_LEAVE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG), (errno.EROFS, errno.EACCES, errno.EPERM)
MISREAD = (*WRONG_CHECKSUM, apsw.SQLITE_IOERR_READ, apsw.SQLITE_IOERR_SHORT_READ)
Place = tuple[int, int]


def versions() -> dict[str, str]:
    """What the file is written with."""
    return {"SQLite": apsw.sqlite_lib_version(), "apsw": apsw.apsw_version(), "peewee": peewee.__version__}


def told(fault: apsw.Error, folder: Path, number: int = 0) -> Known:
    """The sentence for a fault of `DISK` in an open shop; `number` is the system's own, where it gave one."""
    if isinstance(fault, apsw.CorruptError | apsw.NotADBError) or _more(fault) in WRONG_CHECKSUM:
        return Broken(UNREADABLE)
    if isinstance(fault, apsw.FullError) or number in NO_ROOM:
        return DiskFault(FULL)
    shut = not isinstance(fault, apsw.IOError) or number in NO_LEAVE
    return DiskFault((SHUT if shut else SILENT).format(folder=folder))


def not_reopened(fault: BaseException, folder: Path) -> DiskFault:
    """Where the file can't be opened anew: a folder that may be written is not shut, its disk is silent."""
    cause: BaseException | None = fault
    while cause is not None and not isinstance(cause, apsw.CantOpenError):
        cause = cause.__cause__ or cause.__context__
    silent = cause is not None and os.access(folder, os.W_OK)
    return DiskFault((SILENT if silent else SHUT).format(folder=folder))


def look_first(path: Path, application: int) -> str:
    """Before SQLite touches it: is it of another program ("foreign"), or was it cut off ("short")?

    Such a file then stays byte for byte as it is.
    """
    log = path.with_name(path.name + "-wal")
    if not path.exists() or (log.exists() and log.stat().st_size):
        return ""
    with path.open("rb") as file:
        head = file.read(HEAD)
    pages, ours = int.from_bytes(head[28:32], "big"), int.from_bytes(head[68:72], "big") == application
    if head.startswith(MAGIC) and not ours and pages > 1:
        return "foreign"
    return "short" if ours and path.stat().st_size < pages * PAGE else ""


def unreadable(fault: BaseException) -> bool:
    """Whether it is what lies on the disk that is wrong, and not the way to it."""
    return not isinstance(fault, apsw.IOError) or _more(fault) in MISREAD


def hinders(fault: BaseException) -> bool:
    """Whether it is the way to a file that is wrong, so that what lies there may be whole."""
    if isinstance(fault, apsw.IOError):
        return _more(fault) not in (*WRONG_CHECKSUM, apsw.SQLITE_IOERR_SHORT_READ)
    return isinstance(fault, apsw.CantOpenError | apsw.FullError | apsw.PermissionsError | apsw.BusyError)


def _more(fault: apsw.Error) -> int:
    """What kind of I/O error it is, where that was told."""
    return int(getattr(fault, "extendedresult", 0))


def place_of(path: Path) -> Place:
    """Which file lies there; raises `DiskFault` when none does or it can't be asked."""
    try:
        found = path.stat()
    except OSError as fault:
        raise DiskFault(GONE.format(folder=path.parent)) from fault
    return found.st_dev, found.st_ino


def newest_entry(file: apsw.Connection) -> tuple[int, str] | None:
    """What tells this shop at this moment from every other file; None where it can't be asked."""
    try:
        found: tuple[int, str] | None = file.execute(NEWEST).fetchone()
    except (apsw.SQLError, Known):
        return None
    return found


def holds(file: apsw.Connection, entry: tuple[int, str]) -> bool:
    """Whether a file has that entry: a save that failed at its very end may stand after it all the same."""
    return file.execute("SELECT 1 FROM entry WHERE id = ? AND op_id = ?", entry).fetchone() is not None


def read_pages(path: Path, vfs: str) -> int:
    """Read a file all through, so that each page's checksum is verified; answers how many pages are all zeros.

    A page that is bad twice raises apsw.IOError.
    """
    file = apsw.VFSFile(vfs, str(path), [apsw.SQLITE_OPEN_MAIN_DB | apsw.SQLITE_OPEN_READONLY, 0])
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


class Savepoint(peewee._savepoint):
    """A transaction within a transaction. After some faults SQLite has undone the whole of it by itself: then nothing
    is left to undo, and the fault comes up as what it is.
    """

    def rollback(self, *begin: bool, **named: bool) -> None:
        """Undo what was done in it."""
        if not self.db.connection().getautocommit():
            super().rollback(*begin, **named)


def _telling(plain: Callable[..., Any]) -> Callable[..., Any]:
    def call(self: "Cursor", *what: Any, **how: Any) -> Any:
        try:
            return plain(self, *what, **how)
        except DISK as fault:
            raise self.told(fault) from fault

    return call


class Cursor(apsw.Cursor):
    """As apsw's, but what the disk does is raised as `DiskFault` or `Broken`, and `doubt` is called for it."""

    def __init__(self, connection: apsw.Connection, doubt: Callable[[], None]) -> None:
        super().__init__(connection)
        self._doubt = doubt

    execute = _telling(apsw.Cursor.execute)
    executemany = _telling(apsw.Cursor.executemany)
    fetchone = _telling(apsw.Cursor.fetchone)
    fetchall = _telling(apsw.Cursor.fetchall)
    __next__ = _telling(apsw.Cursor.__next__)

    def told(self, fault: apsw.Error) -> Known:
        """The sentence; a full disk leaves no doubt about the file that is open."""
        if not isinstance(fault, apsw.FullError):
            self._doubt()
        return told(fault, Path(self.connection.filename).parent, self.connection.system_errno)
