"""From the arguments to the first picture of the window, and from there, behind it, to a program that runs."""
import gc
import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from counter.app.crash import Watch
from counter.app.dress import dress_first, load_first
from counter.app.once import Once
from counter.app.tidying import keep_for_good
from counter.errors import Known
from counter.lanes import Lanes
from counter.paths import Folders, demo_folders, shop_folders
from counter.ui.main_window import MainWindow
from counter.ui.texts import common

if TYPE_CHECKING:
    from counter.app.program import App

log = logging.getLogger(__name__)
DEMO_CUSTOMERS = 2000


class FirstPaint(QObject):
    """Calls `then` once, when a window has been painted for the first time."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._then = window, then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """After the paint, not in it."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return super().eventFilter(watched, event)


def size_on(room: QSize) -> QSize:
    """How large the window begins on a screen with so much room; never smaller than what it is made for."""
    return QSize(1366, 768).boundedTo(room).expandedTo(QSize(1024, 700))


class Front(QObject):
    """The window alone, then the counter in it, and the program that comes to stand behind it."""

    def __init__(self, folders: Folders, demo: int, watch: Watch) -> None:
        super().__init__()
        self._folders, self._demo, self._watch = folders, demo, watch
        self._lanes = Lanes()
        self.app: App | None = None
        self.main = MainWindow()
        self.main.resize(size_on(self.main.screen().availableSize()))
        self._painted = FirstPaint(self.main, self._load)

    def close(self) -> None:
        """Whatever stands by now ends."""
        if self.app is not None:
            self.app.close()
        else:
            self._lanes.close()

    def _load(self) -> None:
        self._watch.first()
        self._lanes.work(_load_the_counter, self._show, self._failed)

    def _show(self, _answer: object) -> None:
        """The counter, over a shop that isn't open yet."""
        from counter.ui.counter.window import CounterWindow

        self.main.take(CounterWindow())
        self._lanes.work(_load_the_rest, self._stand, self._failed)

    def _stand(self, _answer: object) -> None:
        from counter.app.program import App
        from counter.app.shop import Start

        self.app = App(self._folders, self._lanes, Start(self._demo), self.main)
        self.app.tell = common.ENDED_BADLY if self._watch.ended_badly else ""
        self.app.opened.connect(keep_for_good)

    def _failed(self, fault: Exception) -> None:
        log.error("the program could not be loaded: %s", type(fault).__name__)
        if self.main.counter is not None:
            self.main.counter.say_problem(common.COULD_NOT_OPEN)


def main(arguments: list[str]) -> int:
    """Open the counter; `--demo` on a made-up shop in a folder of its own."""
    demo = "--demo" in arguments
    folders = demo_folders() if demo else shop_folders()
    watch = Watch(folders.logs)
    watch.begin()
    with suppress(Known):  # the window says it, where there is one
        folders.make()
    application = QApplication(sys.argv[:1])
    once = Once(folders.data)
    if not once.first:
        once.knock()
        return 0
    load_first()
    dress_first(application)
    front = Front(folders, DEMO_CUSTOMERS if demo else 0, watch)
    once.when_knocked(front.main.forward)
    front.main.show()
    code = application.exec()
    front.close()
    watch.end()
    return code


def _load_the_counter() -> None:
    """The modules of the window that is shown next."""
    import counter.ui.counter.window  # noqa: F401 - loading it is all


def _load_the_rest() -> None:
    """The modules of everything behind the window, which take longer to load than the window does."""
    looks = gc.isenabled()
    gc.disable()  # thousands of objects are made now, and none of them goes
    try:
        import counter.app.program  # noqa: F401 - loading it is all
    finally:
        gc.freeze()
        if looks:
            gc.enable()
