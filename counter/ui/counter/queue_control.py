"""Opens the place where printers and slips stand, keeps it as things are, and passes on what is said of a slip."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from counter.desk import print_queue
from counter.desk.print_queue import Queue
from counter.ui.counter import queue
from counter.ui.counter.errands import Errands
from counter.ui.counter.queue import QueuePanel

LOOK_MS = 1000
_SAYS = {
    queue.PRINT: print_queue.print_it,
    queue.CAME_OUT: print_queue.came_out,
    queue.CANCEL: print_queue.cancel,
    queue.AGAIN: print_queue.again,
}


class QueueControl(QObject):
    """`open()` shows the panel in the form's place; `printing` when a slip may go to a printer now."""

    printing = Signal()

    def __init__(self, errands: Errands) -> None:
        super().__init__(errands.window)
        self._errands = errands
        self._panel: QueuePanel | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)

    def open(self) -> None:
        """The panel, as things stand now; once more puts it away."""
        window = self._errands.window
        if self._is_open():
            window.close_form()
            return
        panel = QueuePanel(window.moment)
        panel.acted.connect(self._act)
        panel.moved.connect(self._move)
        self._panel = panel
        window.open_form(panel, "queue")
        self._timer.start(LOOK_MS)
        self.refresh()

    def refresh(self) -> None:
        """As things stand now; asked each second while the panel is open."""
        if self._is_open():
            self._errands.ask(partial(print_queue.whole, self._errands.till), self._show)
        else:
            self._timer.stop()
            self._panel = None

    def _is_open(self) -> bool:
        return self._panel is not None and self._errands.window.form() is self._panel

    def _show(self, now: Queue) -> None:
        panel = self._panel
        if panel is not None and self._is_open():
            panel.show_queue(now)

    def _act(self, what: str, job_id: int) -> None:
        self._errands.ask(partial(_SAYS[what], self._errands.till, job_id), self._done)

    def _move(self, job_id: int, printer_id: int) -> None:
        work = partial(print_queue.to_printer, self._errands.till, job_id, printer_id)
        self._errands.ask(work, self._done)

    def _done(self, sentence: str) -> None:
        """It holds from now on: said at the foot, shown in the panel, and a printer may begin."""
        self._errands.window.message.say(sentence, undoable=False)
        self.refresh()
        self.printing.emit()
