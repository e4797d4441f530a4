"""One running program, from its arguments to its end."""
import logging
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from counter.app.desk import Counter
from counter.app.dress import FIRST, dress, load_families
from counter.app.names import keep_at_close
from counter.app.rescue import go_back, open_or_rescue
from counter.app.shop import Opened, Start, open_shop
from counter.app.tidying import Tidying
from counter.desk.find import Finder
from counter.desk.till import Till
from counter.errors import Damaged, Known, Refused
from counter.lanes import Lanes
from counter.lookup import Index
from counter.paper.fonts import Fonts
from counter.paths import Folders, this_program
from counter.settings import Settings
from counter.ui.counter.window import CounterWindow
from counter.ui.main_window import MainWindow, always
from counter.ui.texts import backups as backup_words
from counter.ui.texts import common

if TYPE_CHECKING:
    from counter.ui.owner.way_in import WayIn

log = logging.getLogger(__name__)
KEEP = "--self-test-folder"


class Unmade(Refused):
    """Nobody waits for the made-up shop any more."""


class App(QObject):
    """One running program; `counter` stands once the shop is open, and `tell` is said then. `opened` tells of it."""

    opened = Signal()
    _making = Signal(int, int)
    _looking = Signal(float)

    def __init__(self, folders: Folders, lanes: Lanes, start: Start, main: MainWindow | None = None) -> None:
        """Behind the counter in `main`, where one stands already."""
        super().__init__()
        self.folders, self._lanes, self._start = folders, lanes, start
        self._families = load_families(but=FIRST if main is not None else ())
        if main is None:
            dress(QApplication.instance(), Settings())
        self.main = main or MainWindow()
        self.window = self.main.counter or self._another_counter()
        self.counter: Counter | None = None
        self.way_in: WayIn | None = None
        self.tell = ""
        self._tidying: Tidying | None = None
        self._opened: Opened | None = None
        self._unwanted = False
        self._making.connect(self._show_making)
        self.window.edges.progress.cancelled.connect(self._leave_unmade)
        self._looking.connect(self._show_looking)
        lanes.database(self._open, self._stand, self._failed)

    def close(self) -> None:
        """A last backup, then the end of the lanes and of the shop's file."""
        self._leave_unmade()
        self._leave_way_in()
        self.main.may_close = always
        if self._tidying is not None:
            self._tidying.end()
            self._tidying = None
        if self.counter is not None:
            self.counter.control.filling.put_away()  # what was typed a moment ago is kept as well
            self.counter.printing.end()
            self.counter.tablet.close()
            self.counter.owners.close()
            self.counter.backups.close()
        last = None
        if self._opened is not None:
            finder = self.counter.finder if self.counter is not None else Finder(self._opened.index, whole=False)
            last = partial(keep_at_close, finder, self._opened.till.database.close)
        self._lanes.close(last)
        self.counter = self._opened = None

    def go_back(self, prepared: Path) -> None:
        """A backup takes the place of the shop's file: all closes, and is composed anew, from the file up."""
        self.window = self._another_counter()
        if self.way_in is not None:
            self.main.show()
        self.close()
        self._unwanted = False
        self._lanes = type(self._lanes)()
        self._lanes.database(partial(go_back, prepared, self.folders, self._open), self._went_back, self._failed)

    def _another_counter(self) -> CounterWindow:
        counter = CounterWindow()
        self.main.take(counter)
        return counter

    def _open(self) -> Opened:
        """On the database lane."""
        return open_or_rescue(self.folders, self._start, self._tell_making, self._looking.emit)

    def _went_back(self, opened: Opened) -> None:
        self._stand(opened)
        self.window.message.say(backup_words.WENT_BACK, undoable=False)

    def _show_looking(self, done: float) -> None:
        self.window.edges.set_busy(backup_words.LOOKING, done)

    def _tell_making(self, done: int, total: int) -> None:
        """On the database lane, day by day."""
        if self._unwanted:
            raise Unmade
        self._making.emit(done, total)

    def _show_making(self, done: int, total: int) -> None:
        self.window.edges.set_busy(common.MAKING_THE_DEMO, done / max(total, 1), common.STOP)

    def _leave_unmade(self) -> None:
        """A made-up shop that is still being made is given up; the next start begins it anew."""
        self._unwanted = True

    def _stand(self, opened: Opened) -> None:
        self._opened = opened
        self.window.edges.set_busy("", 0)
        self.counter = Counter(self.window, self._lanes, opened, (self.folders.slips, Fonts(self._families)))
        self.counter.backups.leaving.connect(self.go_back)
        self.counter.backups.ready.connect(self.main.close, Qt.ConnectionType.QueuedConnection)
        self.main.may_close = self.counter.backups.may_close
        log.info("the counter is open")
        if opened.torn:  # instead of the word that all is there
            self.window.say_problem(backup_words.LOG_TORN)
        elif self.tell:
            self.window.message.note(self.tell)
        self.tell = ""
        self._tidying = Tidying(self)
        self.opened.emit()

    def _failed(self, fault: Exception) -> None:
        if isinstance(fault, Unmade):
            self.main.close()  # without a shop there is nothing to do in it
            return
        log.error("the shop did not open: %s", type(fault).__name__)
        self.window.edges.set_busy("", 0)
        sentence = fault.sentence if isinstance(fault, Known) else common.COULD_NOT_OPEN
        self.window.say_problem(sentence)
        if isinstance(fault, Damaged) and self._opened is None:
            self._offer_backups(sentence)

    def _offer_backups(self, sentence: str) -> None:
        """Another file lies in the shop's place, or a newer one: a backup is the way on."""
        from counter.app.way_in import WayInControl  # nobody else needs them
        from counter.ui.owner.way_in import WayIn

        self.way_in = WayIn(sentence)
        self.way_in.resize(self.main.size())
        control = WayInControl(self.way_in, self._lanes, self.folders.database, self._start.clock())
        control.leaving.connect(self.go_back)
        self.main.hide()
        self.way_in.show()
        self.way_in.activateWindow()

    def _leave_way_in(self) -> None:
        if self.way_in is not None:
            self.way_in.close()
            self.way_in.deleteLater()
            self.way_in = None


def check_itself() -> int:
    """The self-test, off screen; 0 when everything held. `--self-test-folder FOLDER` keeps its slip and its report."""
    from counter import selftest  # nobody else needs it

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    families = load_families()
    dress(application, Settings())
    kept = sys.argv[sys.argv.index(KEEP) + 1 :][:1] if KEEP in sys.argv else []
    place = selftest.Place(Path(kept[0]) if kept else None, this_program("--feedback-page"))
    return selftest.run(_compose_demo, Fonts(families), place)


def _compose_demo(folders: Folders) -> tuple[Till, Index]:
    opened = open_shop(folders, Start(demo=50))
    return opened.till, opened.index
