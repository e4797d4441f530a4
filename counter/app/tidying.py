"""When Python looks for what nobody holds any more: on the window's thread, a little at a time."""
import gc

from PySide6.QtCore import QObject, QTimer

OFTEN_MS = 300


class Tidying(QObject):
    """Takes the place of the looking that Python does by itself, on whichever thread it happens to be.

    There it could end a timer or a window that belongs to this thread, which ends the program; and while it looks
    through all that a large shop holds in memory, every thread stands still.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._limits, self._before = gc.get_threshold(), gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(OFTEN_MS)

    def end(self) -> None:
        """Python looks by itself again, if it did before."""
        self._timer.stop()
        if self._before:
            gc.enable()

    def _look(self) -> None:
        """The oldest generation whose turn it is, as Python counts turns."""
        turns = enumerate(zip(gc.get_count(), self._limits, strict=True))
        due = [age for age, (count, limit) in turns if count > limit]
        if due:
            gc.collect(due[-1])


def keep_for_good() -> None:
    """What is in memory now stays: it is never looked through again."""
    gc.freeze()
