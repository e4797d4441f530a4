"""One backup on its way: copied in short steps on the database lane, all the rest of it behind all other work."""
import threading
from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter.desk.till import Till
from counter.lanes import Lanes
from counter.models.backup import changes
from counter.office import backups
from counter.office.backups import Making
from counter.records.backups import Backup, Why

COPYING = 0.25


class Maker(QObject):
    """Makes one at a time. `going(done)` from 0 to 1, then `made(Backup, changes)` with how much had been saved when
    the copy was begun, or `failed(fault)`.
    """

    going = Signal(float)
    made = Signal(object, int)
    failed = Signal(object)

    def __init__(self, lanes: Lanes, till: Till, parent: QObject) -> None:
        super().__init__(parent)
        self._lanes, self._till = lanes, till
        self._steps: Iterator[float] | None = None
        self._packing = threading.Lock()

    def begin(self, why: Why) -> None:
        """Make one now."""
        work = partial(backups.begin, Path(self._till.database.database), why, self._till.now)
        self._lanes.work(work, self._begun, self._failed)

    def let_go(self) -> AbstractContextManager[bool]:
        """On the database lane: leave a copy half made; what is being packed is waited for and then held off."""
        if isinstance(self._steps, Generator):
            self._steps.close()
        return self._packing

    def _begun(self, making: Making) -> None:
        self._steps = backups.copying(self._till.database, making)
        self._lanes.database(partial(changes, self._till.database), partial(self._copy, making), self._failed)

    def _copy(self, making: Making, seen: int) -> None:
        self._lanes.database(self._step, partial(self._copied, making, seen), self._failed)

    def _step(self) -> float | None:
        """One short step; None when the copy is whole."""
        return next(self._steps, None) if self._steps is not None else None

    def _copied(self, making: Making, seen: int, done: float | None) -> None:
        if done is not None:
            self.going.emit(done * COPYING)
            self._copy(making, seen)
            return
        self._steps = None
        self._lanes.behind(partial(self._pack, making), partial(self._named, seen), self._failed)

    def _pack(self, making: Making) -> Backup:
        with self._packing:
            return backups.finish(making, lambda done: self.going.emit(COPYING + done * (1 - COPYING)))

    def _named(self, seen: int, backup: Backup) -> None:
        self.made.emit(backup, seen)

    def _failed(self, fault: Exception) -> None:
        self._steps = None
        self.failed.emit(fault)
