"""One program for a shop: a second start brings the first window forward."""
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject

KNOCK = "knock"


class Once(QObject):
    """The right to a data folder, held until this object goes. `first` is False when another program has it."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder / "counter.lock"))
        self._lock.setStaleLockTime(0)
        # In a folder that can't be written there is no lock and no other program either: the shop says what is wrong.
        self.first = self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError
        self._watcher: QFileSystemWatcher | None = None
        self._forward: Callable[[], None] | None = None

    def knock(self) -> None:
        """Ask the first program to come forward."""
        (self._folder / KNOCK).touch()

    def when_knocked(self, forward: Callable[[], None]) -> None:
        """Call it each time another start knocks."""
        self._forward = forward
        self._watcher = QFileSystemWatcher([str(self._folder)], self)
        self._watcher.directoryChanged.connect(self._look)

    def _look(self, _folder: str) -> None:
        knock = self._folder / KNOCK
        if self._forward is not None and knock.exists():
            knock.unlink(missing_ok=True)
            self._forward()
