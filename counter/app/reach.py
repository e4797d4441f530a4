"""The second place, asked one question at a time: a share that does not answer holds up nothing, not even the end."""
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from counter.lanes import Failed, Lanes
from counter.office import backups
from counter.records.backups import Backup, Shelf

PATIENCE_S = 10
"""How long the end of the program waits for the place; what it didn't take by then is said at the next start."""


class Reach(QObject):
    """Asks on threads that nobody waits for. `stands(Shelf)` for each answer, `stands(None)` while one is still owed;
    `not_told(fault)` and `not_carried(fault)`; `owed()` at a start after an end that could not wait for the place.
    """

    stands = Signal(object)
    not_told = Signal(object)
    not_carried = Signal(object)
    owed = Signal()

    def __init__(self, lanes: Lanes, shop_file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._lanes, self._file = lanes, shop_file
        self._waits = self._began = self._ending = False
        self._patience = QTimer(self, singleShot=True, interval=int(PATIENCE_S * 1000))
        self._patience.timeout.connect(self._go_without)

    def tell(self, today: date) -> None:
        """How the backups stand; the first time also what the last end of the program left to be carried."""
        if self._began:
            self._ask(partial(backups.shelf, self._file), self.not_told.emit)
            return
        self._began = True
        self._lanes.work(partial(backups.owed, self._file), partial(self._begin, today), self.not_told.emit)

    def carry(self, backup: Backup, today: date) -> None:
        """Put it there, where the place is in reach."""
        self._ask(partial(_carry, self._file, backup, today), self.not_carried.emit)

    def hurry(self) -> None:
        """The program is to end: from now on no answer is waited for longer than PATIENCE_S."""
        self._ending = True

    def carry_last(self, backup: Backup, today: date) -> None:
        """At the very end, on the database lane. Raises what carrying raises."""
        if self._waits or not within(PATIENCE_S, partial(_carry, self._file, backup, today)):
            backups.owe(self._file)

    def _begin(self, today: date, left: Backup | None) -> None:
        if left is None:
            self.tell(today)
        else:
            self.owed.emit()
            self.carry(left, today)

    def _ask(self, work: Callable[[], Shelf], failed: Failed) -> None:
        if self._waits:
            self.stands.emit(None)
            return
        self._waits = True
        self._lanes.away(work, partial(self._answered, self.stands.emit), partial(self._answered, failed))
        if self._ending and self._waits:
            self._patience.start()

    def _answered(self, callback: Callable[[Any], None], value: Any) -> None:
        self._waits = False
        self._patience.stop()
        callback(value)

    def _go_without(self) -> None:
        self._lanes.work(partial(backups.owe, self._file), self.stands.emit, self.not_told.emit)


def within(seconds: float, work: Callable[[], Any]) -> bool:
    """Wait so long for what may never come back; False when it is left to itself. Raises what `work` raises."""
    answer: Future[Any] = Future()
    threading.Thread(target=_settle, args=(answer, work), daemon=True, name="away").start()
    try:
        answer.result(seconds)
    except TimeoutError:
        return False
    return True


def _settle(answer: "Future[Any]", work: Callable[[], Any]) -> None:
    try:
        answer.set_result(work())
    except Exception as fault:  # noqa: BLE001 - it is raised where somebody waits for it
        answer.set_exception(fault)


def _carry(shop_file: Path, backup: Backup, today: date) -> Shelf:
    """To the second place, where there is one in reach; then how everything stands."""
    if backups.shelf(shop_file).place.here:
        backups.carry(backup, today)
    return backups.shelf(shop_file)
