"""Backups by themselves: every half hour if something changed, when one is asked for, and at the close."""
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from counter.app.maker import Maker
from counter.app.reach import Reach
from counter.desk.till import Till
from counter.errors import Known
from counter.lanes import Lanes
from counter.models.backup import changes
from counter.office import backups
from counter.records.backups import Backup, Care, Shelf, Why
from counter.ui.texts import backups as words

log = logging.getLogger(__name__)
HALF_AN_HOUR_MS = 30 * 60 * 1000
TOO_LONG_DAYS = 7
Then = Callable[[Backup | None], None]


@dataclass(frozen=True, slots=True)
class _Order:
    """A backup that is asked for; `then` is given it, or None where it could not be made."""

    why: Why
    then: Then


class Keeping(QObject):
    """One backup after the other; each goes to the second place too, where that is in reach.

    `care(Care)` whenever it is known anew how the backups stand; `made(Backup)`; `going(done)` from 0 to 1 while one
    is made, and 1 at its end; `owed()` at a start, when the last end did not wait for the second place. `trouble`
    says why the last one could not be made or carried, if so.
    """

    care = Signal(object)
    made = Signal(object)
    going = Signal(float)
    owed = Signal()

    def __init__(self, lanes: Lanes, till: Till, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes, self._till = lanes, till
        self._file = Path(till.database.database)
        self._orders: deque[_Order] = deque()
        self._seen = -1
        self._told: Callable[[], None] | None = None
        self._closing = False
        self.trouble = ""
        self._care = Care()
        self._reach = Reach(lanes, self._file, self)
        self._reach.stands.connect(self._say)
        self._reach.not_told.connect(self._not_told)
        self._reach.not_carried.connect(self._not_carried)
        self._reach.owed.connect(self.owed)
        self._maker = Maker(lanes, till, self)
        self._maker.going.connect(self.going)
        self._maker.made.connect(self._made)
        self._maker.failed.connect(self._failed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(HALF_AN_HOUR_MS)

    def look(self) -> None:
        """Every half hour: a backup, if something was saved since the last one."""
        self._lanes.database(partial(changes, self._till.database), self._looked, self._not_told)

    def back_up(self, why: Why, then: Then | None = None) -> None:
        """Make one now, or after the one that is being made."""
        self._orders.append(_Order(why, then or _nothing))
        if len(self._orders) == 1:
            self._maker.begin(why)

    def at_close(self, then: Callable[[], None]) -> None:
        """The last backup while the window still stands; `then` once it is made and carried, or can't be."""
        self._reach.hurry()
        self._timer.stop()
        self._told, self._closing = then, True
        self.look()

    def tell(self) -> None:
        """Find out anew how the backups stand; that the second place still owes an answer is said too."""
        self._reach.tell(self._till.today)

    def close(self) -> None:
        """The last backup, if something was saved since the one before; asked for before the file is closed."""
        self._timer.stop()
        self._lanes.database(self._last, _nothing, self._not_told)

    def _looked(self, now: int) -> None:
        self._closing = False
        if now != self._seen and not self._orders:
            self.back_up(Why.BY_ITSELF if self._told is None else Why.CLOSE)
        else:
            self.tell()

    def _is_told(self) -> None:
        then, self._told = self._told, None
        if then is not None:
            then()

    def _made(self, backup: Backup, seen: int) -> None:
        """What was saved while it was copied may not be in it: the next look counts that again."""
        self._seen, self.trouble = seen, ""
        self.made.emit(backup)
        self._end(backup)
        self._reach.carry(backup, self._till.today)

    def _failed(self, fault: Exception) -> None:
        """No backup this time; the next look tries again."""
        self._not_carried(fault)
        self._end(None)

    def _not_carried(self, fault: Exception) -> None:
        self._not_told(fault)
        self.trouble = fault.sentence if isinstance(fault, Known) else words.NO_BACKUP
        self.tell()

    def _not_told(self, fault: Exception) -> None:
        log.error("a backup: %s", type(fault).__name__)
        self._is_told()

    def _end(self, backup: Backup | None) -> None:
        self.going.emit(1.0)
        self._orders.popleft().then(backup)
        if self._orders:
            self._maker.begin(self._orders[0].why)

    def _last(self) -> None:
        """On the database lane. One that is being copied is let go: what it would have held is in this one."""
        with self._maker.let_go():
            if changes(self._till.database) != self._seen:
                backup = backups.make(self._till.database, Why.CLOSE, self._till.now)
                self._reach.carry_last(backup, self._till.today)

    def _say(self, shelf: Shelf | None) -> None:
        """As it stands there; None while the second place owes an answer."""
        if shelf is None:
            self._care = replace(self._care, trouble=self.trouble or words.PLACE_SILENT)
        else:
            newest = next((each.facts.at for each in shelf.backups if each.facts), None)
            late = _late(shelf, self._till.today)
            self._care = Care(newest=newest, place=shelf.place, late=late, trouble=self.trouble)
        self.care.emit(self._care)
        if not self._orders and not self._closing:  # an answer from before says nothing of the last backup
            self._is_told()


def _late(shelf: Shelf, today: date) -> bool:
    place = shelf.place
    if not place.folder or place.here and place.seen is None:
        return False
    return place.seen is None or abs((today - place.seen).days) > TOO_LONG_DAYS


def _nothing(_answer: object) -> None:
    """An answer that nobody waits for."""
