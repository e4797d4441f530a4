"""From the arguments to the first picture of the window, and from there, behind it, to a program that runs."""
import gc
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from counter.app.crash import Watch
from counter.app.dress import dress_first, load_first, tame_qt
from counter.app.once import Once
from counter.app.tidying import keep_for_good
from counter.errors import Known
from counter.lanes import Lanes
from counter.paths import Folders, demo_folders, shop_folders
from counter.ui.counter.window import CounterWindow
from counter.ui.texts import common

if TYPE_CHECKING:
    from counter.app.program import App

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


class Front(QObject):
    """The window alone, and the program that comes to stand behind it."""

    def __init__(self, folders: Folders, demo: int, tell: str) -> None:
        super().__init__()
        self._folders, self._demo, self._tell = folders, demo, tell
        self._lanes = Lanes()
        self.app: App | None = None
        self.window = CounterWindow()
        self.window.resize(1366, 768)
        self._painted = FirstPaint(self.window, self._load)

    def forward(self) -> None:
        """Another start of the program: this window comes to the front."""
        if self.app is not None:
            self.app.forward()

    def close(self) -> None:
        """Whatever stands by now ends."""
        if self.app is not None:
            self.app.close()
        else:
            self._lanes.close()

    def _load(self) -> None:
        self._lanes.work(_load_the_rest, self._stand, self._failed)

    def _stand(self, _answer: object) -> None:
        from counter.app.program import App
        from counter.app.shop import Start

        self.app = App(self._folders, self._lanes, Start(self._demo), self.window)
        self.app.tell = self._tell
        self.app.opened.connect(keep_for_good)

    def _failed(self, _fault: Exception) -> None:
        self.window.say_problem(common.COULD_NOT_OPEN)


def main(arguments: list[str]) -> int:
    """Open the counter; `--demo` on a made-up shop in a folder of its own."""
    tame_qt()
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
    watch.first()
    load_first()
    dress_first(application)
    front = Front(folders, DEMO_CUSTOMERS if demo else 0, common.ENDED_BADLY if watch.ended_badly else "")
    once.when_knocked(front.forward)
    front.window.show()
    code = application.exec()
    front.close()
    watch.end()
    return code


def _load_the_rest() -> None:
    """The modules of everything behind the window, which take longer to load than the window does."""
    gc.disable()  # thousands of objects are made now, and none of them goes
    try:
        import counter.app.program  # noqa: F401 - loading it is all
    finally:
        gc.freeze()
        gc.enable()
