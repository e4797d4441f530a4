"""The owner's window and the first start, over a shop that is open."""
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from counter.app.shop import starter
from counter.desk.till import Till
from counter.lanes import Lanes
from counter.paper.fonts import Fonts
from counter.printing.ways import found_printers
from counter.records.slips import PrinterWay
from counter.ui.counter.window import CounterWindow
from counter.ui.first_run.control import FirstRunControl
from counter.ui.first_run.page import FirstRun
from counter.ui.first_run.place import settings_here
from counter.ui.help import HelpPanel
from counter.ui.owner.control import OwnerControl
from counter.ui.owner.errands import OwnerErrands
from counter.ui.owner.window import OwnerWindow
from counter.ui.texts import common


def system_printers() -> tuple[str, ...]:
    """The queues of this PC's system; may take seconds."""
    return tuple(found.target for found in found_printers() if found.way is PrinterWay.SYSTEM)


class Owners(QObject):
    """Opens the owner's window on F10 and the first start where nothing is set up.

    `changed` when the counter goes by something else from now on; `printing` when a slip waits to be printed;
    `wanted(OpenItem)` when something is to be opened at the counter; `demo_wanted`.
    """

    changed = Signal()
    printing = Signal()
    wanted = Signal(object)
    demo_wanted = Signal()

    def __init__(self, counter: CounterWindow, lanes: Lanes, till: Till) -> None:
        super().__init__(counter)
        self._counter = counter
        self._errands = OwnerErrands(lanes=lanes, till=till, starter=starter(), system_printers=system_printers)
        self.window: OwnerWindow | None = None
        self.first_run: FirstRun | None = None
        self._control: OwnerControl | None = None

    def open(self) -> None:
        """F10 at the counter: the owner's window comes to the front."""
        if self.window is None:
            self.window = self._build()
        if self._control is not None:
            self.window.resize(self._counter.size())
            _to_the_front(self.window)
            self._control.start()

    def set_up(self, fonts: Fonts, done: Callable[[], None]) -> None:
        """The first start: one page in the place of the counter, until it is done or left for later."""
        page = FirstRun(settings_here(self._errands.till.settings))
        page.setWindowTitle(common.PROGRAM)
        control = FirstRunControl(page, self._errands, fonts)
        control.done.connect(partial(self._set_up_done, done))
        control.demo_wanted.connect(self.demo_wanted)
        self.first_run = page
        page.resize(self._counter.size())
        self._counter.hide()
        _to_the_front(page)
        page.start()

    def close(self) -> None:
        """Both go with the counter."""
        for window in (self.window, self.first_run):
            if window is not None:
                window.close()
                window.deleteLater()
        self.window = self.first_run = None

    def _set_up_done(self, done: Callable[[], None]) -> None:
        page, self.first_run = self.first_run, None
        _to_the_front(self._counter)
        if page is not None:
            page.close()
            page.deleteLater()
        self.changed.emit()
        done()

    def _build(self) -> OwnerWindow:
        window = OwnerWindow()
        window.setWindowTitle(common.OWNERS_WINDOW)
        self._control = OwnerControl(window, self._errands)
        self._control.changed.connect(self.changed)
        self._control.printing.connect(self.printing)
        self._control.wanted.connect(self._show_at_the_counter)
        window.back.connect(self._back)
        window.help.connect(HelpPanel(window).toggle)
        return window

    def _back(self) -> None:
        if self.window is not None:
            self.window.hide()
        _to_the_front(self._counter)

    def _show_at_the_counter(self, item: object) -> None:
        self._back()
        self.wanted.emit(item)


def _to_the_front(window: CounterWindow | OwnerWindow | FirstRun) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
