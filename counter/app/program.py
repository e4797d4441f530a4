"""One running program, from its arguments to its end."""
import logging
import os
import sys
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from counter import selftest
from counter.app.desk import Counter
from counter.app.dress import dress, load_families, tame_qt
from counter.app.once import Once
from counter.app.shop import Opened, Start, open_shop
from counter.desk.till import Till
from counter.errors import Known
from counter.lanes import Lanes
from counter.lookup import Index
from counter.paper.fonts import Fonts
from counter.paths import Folders, demo_folders, shop_folders
from counter.settings import Settings
from counter.ui.counter.window import CounterWindow
from counter.ui.texts import common

log = logging.getLogger(__name__)
DEMO_CUSTOMERS = 2000


class App(QObject):
    """One running program; `counter` stands once the shop is open."""

    _making = Signal(int, int)

    def __init__(self, folders: Folders, lanes: Lanes, start: Start) -> None:
        super().__init__()
        self.folders, self._lanes = folders, lanes
        self._families = load_families()
        dress(QApplication.instance(), Settings())
        self.window = CounterWindow()
        self.counter: Counter | None = None
        self._opened: Opened | None = None
        self._making.connect(self._show_making)
        lanes.database(partial(open_shop, folders, start, self._making.emit), self._stand, self._failed)

    def close(self) -> None:
        """End the lanes, then the shop's file."""
        if self.counter is not None:
            self.counter.owners.close()
        if self._opened is not None:
            self._lanes.database(self._opened.till.database.close, _nothing, self._failed)
        self._lanes.close()

    def forward(self) -> None:
        """Another start of the program: this window comes to the front."""
        self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()

    def _show_making(self, done: int, total: int) -> None:
        self.window.edges.set_busy(common.MAKING_THE_DEMO, done / max(total, 1))

    def _stand(self, opened: Opened) -> None:
        self._opened = opened
        self.window.edges.set_busy("", 0)
        self.counter = Counter(self.window, self._lanes, opened, (self.folders.slips, Fonts(self._families)))
        log.info("the counter is open")

    def _failed(self, fault: Exception) -> None:
        log.error("the shop did not open: %s", type(fault).__name__)
        self.window.edges.set_busy("", 0)
        self.window.say_problem(fault.sentence if isinstance(fault, Known) else common.COULD_NOT_OPEN)


def main(arguments: list[str]) -> int:
    """Open the counter; `--demo` on a made-up shop in a folder of its own."""
    tame_qt()
    demo = "--demo" in arguments
    folders = demo_folders() if demo else shop_folders()
    folders.make()
    _log_to(folders.logs)
    application = QApplication(sys.argv[:1])
    once = Once(folders.data)
    if not once.first:
        once.knock()
        return 0
    app = App(folders, Lanes(), Start(DEMO_CUSTOMERS if demo else 0))
    once.when_knocked(app.forward)
    app.window.resize(1366, 768)
    app.window.show()
    code = application.exec()
    app.close()
    return code


def check_itself() -> int:
    """The self-test, off screen; 0 when everything held."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    tame_qt()
    application = QApplication(sys.argv[:1])
    families = load_families()
    dress(application, Settings())
    return selftest.run(_compose_demo, Fonts(families))


def _compose_demo(folders: Folders) -> tuple[Till, Index]:
    opened = open_shop(folders, Start(demo=50))
    return opened.till, opened.index


def _log_to(folder: Path) -> None:
    handler = RotatingFileHandler(folder / "counter.log", maxBytes=500_000, backupCount=3, encoding="utf-8")
    logging.basicConfig(level=logging.INFO, handlers=[handler], format="%(asctime)s %(levelname)s %(name)s %(message)s")


def _nothing(_answer: object) -> None:
    """An answer that nobody waits for."""
