"""Backups as the windows see them: how they stand, one asked for, going back to one, and a file that was damaged."""
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from counter.app.keeping import Keeping
from counter.app.owners import Owners
from counter.app.shop import Opened
from counter.errors import Unavailable
from counter.lanes import Lanes
from counter.records.backups import Backup, Care, Rescued, Why
from counter.records.entries import Draft
from counter.records.when import say_clock, say_day
from counter.ui.counter.filling import Filling
from counter.ui.texts import backups as words

LONGEST_S = 2.0


class Backups(QObject):
    """`leaving(Path)` when everything is to close and begin anew with the file that was prepared there; `ready` when
    the last backup is made, and the window that was held up may close.
    """

    leaving = Signal(object)
    ready = Signal()

    def __init__(self, filling: Filling, lanes: Lanes, opened: Opened, owners: Owners) -> None:
        super().__init__(filling.window)
        self._window, self._filling, self._owners, self._till = filling.window, filling, owners, opened.till
        self._lanes, self._waits = lanes, False
        self._warned: tuple[Draft, ...] = ()
        self.keeping = Keeping(lanes, opened.till, self)
        self.keeping.going.connect(self._show_last)
        self.keeping.care.connect(self._show)
        self.keeping.owed.connect(partial(self._window.message.say, words.PLACE_OWED, undoable=False))
        self.keeping.made.connect(owners.backup_made)
        self.keeping.going.connect(owners.backup_going)
        owners.backup_wanted.connect(self._ask)
        owners.going_back.connect(self._go_back)
        owners.much_coming.connect(self._before)
        owners.beginning_with.connect(self.leaving)
        self._application = QGuiApplication.instance()
        if isinstance(self._application, QGuiApplication):
            self._application.commitDataRequest.connect(self._leave_off)
        self.keeping.tell()

    def close(self) -> None:
        """The last backup is asked for, and the end of the system is not heard any more."""
        if isinstance(self._application, QGuiApplication):
            self._application.commitDataRequest.disconnect(self._leave_off)
        self.keeping.close()

    def tell_of(self, rescued: Rescued) -> None:
        """At a start with a damaged file: what was done about it."""
        if rescued.source is None:
            sentence = words.SALVAGED if rescued.readable else words.LOST
        else:
            facts = rescued.source.facts
            here = self._till.here
            when = f"{say_day(facts.at.astimezone(here.zone).date(), here.today)}, " if facts else ""
            clock = say_clock(facts.at, here.zone) if facts else words.OLD
            sentence = words.rescued(f"{when}{clock}", rescued.readable)
        self._window.say_problem(sentence)
        if self._owners.first_run is not None:
            self._owners.first_run.refuse(sentence)

    def may_close(self) -> bool:
        """Whether the window may close now; else it is held up, with a bar, for the last backup.

        Asked a second time, or when the system ends, it may: then that backup is made without it. What was typed and is
        not on disk is said once, and the window stays.
        """
        if self._waits or _system_ends():
            if not _system_ends() and self._warns():
                return False
            self._waits = False
            self._window.setEnabled(True)
            return True
        self._waits = True
        self._window.setEnabled(False)
        self._filling.put_away()
        self._filling.owed.retry()
        self._lanes.database(_nothing, self._typed, self._typed)  # behind what was typed
        return False

    def _leave_off(self) -> None:
        """The system ends, and may not ask the window: what is half written goes to disk as far as that answers."""
        self._filling.put_away()
        self._filling.owed.retry()
        written = Event()
        self._lanes.database(written.set, _unheard, _unheard)
        written.wait(LONGEST_S)

    def _typed(self, _answer: object) -> None:
        """It is on disk by now, or it was refused."""
        if self._waits and not self._warns():
            self.keeping.at_close(self.ready.emit)

    def _warns(self) -> bool:
        """Whether something would be lost of which that was not said yet: then it is said now."""
        owed = self._filling.owed.waiting()
        if all(draft in self._warned for draft in owed):
            return False
        self._warned, self._waits = owed, False
        self._window.setEnabled(True)
        self._window.search.setFocus()
        self._window.say_problem(words.TYPED_OWED)
        return True

    def _show_last(self, done: float) -> None:
        if self._waits:
            self._window.edges.set_busy(words.LAST_ONE if done < 1 else "", done)

    def _show(self, care: Care) -> None:
        day = say_day(care.place.seen, self._till.today) if care.place.seen else ""
        late = words.place_late(day) if care.late else ""
        self._window.edges.show_backup(words.NO_BACKUP_TAG if care.trouble else late, red=bool(care.trouble))
        self._owners.backup_care(care)

    def _ask(self) -> None:
        self.keeping.back_up(Why.ASKED, self._asked)

    def _asked(self, backup: Backup | None) -> None:
        if backup is None:
            self._owners.say_of_backup(self.keeping.trouble or words.NO_BACKUP, done=False)
        else:
            self._owners.say_of_backup(words.MADE, done=True)

    def _before(self, then: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """A backup, and only then what is to come."""

        def go_on(backup: Backup | None) -> None:
            if backup is None:
                failed(Unavailable(self.keeping.trouble or words.NO_BACKUP))
            else:
                then()

        self.keeping.back_up(Why.IMPORT, go_on)

    def _go_back(self, prepared: Path) -> None:
        """What is half written goes to disk before the present file is kept; what can't is said once."""
        self._filling.put_away()
        self._filling.owed.retry()
        go = partial(self._keep_first, prepared)
        self._lanes.database(_nothing, go, go)  # behind what was typed

    def _keep_first(self, prepared: Path, _answer: object) -> None:
        """The present file first; without a backup of it there is no going back."""
        owed = self._filling.owed.waiting()
        if all(draft in self._warned for draft in owed):
            self.keeping.back_up(Why.RESTORE, partial(self._kept, prepared))
        else:
            self._warned = owed
            self._owners.say_of_backup(words.TYPED_OWED_BACK, done=False)

    def _kept(self, prepared: Path, backup: Backup | None) -> None:
        if backup is None:
            self._owners.say_of_backup(self.keeping.trouble or words.NO_BACKUP, done=False)
        elif prepared.exists():  # else it was put away while the backup was made
            self.leaving.emit(prepared)


def _unheard(_answer: object) -> None:
    """Nobody waits for it."""


def _nothing() -> None:
    """Nothing but its turn on the lane."""


def _system_ends() -> bool:
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
