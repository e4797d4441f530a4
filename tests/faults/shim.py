"""A disk under SQLite, in Python: it writes down what reaches it, or fails, fills up and slows down as it is told.

One for a process, to be put in place before the product opens its first file.
"""

import errno
import time
from dataclasses import dataclass, field
from pathlib import Path

import apsw

NAME, BASE = "shim", apsw.vfs_names()[0]
WRITE, READ, SYNC, TRUNCATE, DELETE, OPEN = "write", "read", "sync", "truncate", "delete", "open"
CODES = {
    WRITE: apsw.SQLITE_IOERR_WRITE, READ: apsw.SQLITE_IOERR_READ, SYNC: apsw.SQLITE_IOERR_FSYNC,
    TRUNCATE: apsw.SQLITE_IOERR_TRUNCATE, DELETE: apsw.SQLITE_IOERR_DELETE,
}


@dataclass
class Disk:
    """What the disk does: `log` of what reached it; the fault of `kind` from the step `at` on, for `times` steps.

    Of the kind "shut" it takes no more writing, as one that the system made read-only, and says so by its number; of
    the kind "sync" it has all that was written, and yet says no when it is to be forced down.
    """

    log: list = None
    at: int = -1
    times: int = 1
    kind: str = "broken"
    room: int = -1
    seconds: float = 0.0
    steps: int = 0
    made: int = 0
    names: dict = field(default_factory=dict)

    def step(self, what, name):
        """One access; raises the fault that it is time for."""
        self.steps += 1
        if self.seconds and what in (WRITE, SYNC):
            time.sleep(self.seconds)
        if 0 <= self.at <= self.steps and self.made < self.times and self._fits(what):
            self.made += 1
            raise fault(what, full=self.kind == "full")

    def _fits(self, what):
        if self.kind == SYNC:
            return what == SYNC
        return what == WRITE if self.kind in ("full", "short", "shut") else True

    @property
    def number(self):
        """The system's own for the fault that was made last; 0 where it tells none."""
        return errno.EROFS if self.kind == "shut" and self.made else 0

    def note(self, *event):
        """Write an access down."""
        if self.log is not None:
            self.log.append(event)


def fault(what, *, full=False):
    """What SQLite is told."""
    if full:
        return apsw.FullError("full")
    if what == OPEN:
        return apsw.CantOpenError("open")
    found = apsw.IOError(what)
    found.extendedresult = CODES[what]
    return found


class Shim(apsw.VFS):
    """Stands under all other layers."""

    def __init__(self, disk):
        self.disk = disk
        super().__init__(NAME, BASE, makedefault=True)

    def xOpen(self, name, flags):
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self.disk.step(OPEN, path)
        return File(self.disk, name, path, flags)

    def xGetLastError(self):
        return (self.disk.number, "read-only") if self.disk.number else super().xGetLastError()

    def xDelete(self, name, syncdir):
        self.disk.step(DELETE, name)
        self.disk.note(DELETE, Path(name).name)
        super().xDelete(name, syncdir)


class File(apsw.VFSFile):
    """One open file."""

    def __init__(self, disk, name, path, flags):
        self._disk, self._name = disk, Path(path).name if path else ""
        super().__init__(BASE, name, flags)

    def xRead(self, amount, offset):
        self._disk.step(READ, self._name)
        return super().xRead(amount, offset)

    def xWrite(self, data, offset):
        before = self._disk.made
        try:
            self._disk.step(WRITE, self._name)
        except apsw.IOError:
            if self._disk.kind == "short" and self._disk.made > before:
                super().xWrite(data[: len(data) // 2], offset)
            raise
        if 0 <= self._disk.room < offset + len(data):
            raise fault(WRITE, full=True)
        self._disk.note(WRITE, self._name, offset, data)
        super().xWrite(data, offset)

    def xSync(self, flags):
        self._disk.step(SYNC, self._name)
        super().xSync(flags)
        self._disk.note(SYNC, self._name)

    def xTruncate(self, size):
        self._disk.step(TRUNCATE, self._name)
        self._disk.note(TRUNCATE, self._name, size)
        super().xTruncate(size)
