"""Saying that the disk is slow, while what is to be saved is on its way."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from counter.ui.counter.edges import Edges
from counter.ui.texts import counter as words

LONG_MS: Final = 1000


class Patience(QObject):
    """Says it when no save has been answered for a second."""

    def __init__(self, edges: Edges, parent: QObject) -> None:
        super().__init__(parent)
        self._edges, self._going, self._said = edges, 0, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LONG_MS)
        self._timer.timeout.connect(self._say)

    def begin(self) -> None:
        """A save is on its way."""
        self._going += 1
        if not self._said and not self._timer.isActive():
            self._timer.start()

    def end(self) -> None:
        """It came back, well or not."""
        self._going -= 1
        self._timer.stop()
        if self._going and not self._said:
            self._timer.start()
        elif self._said and not self._going:
            self._said = False
            self._edges.set_busy("", 0)

    def _say(self) -> None:
        self._said = True
        self._edges.set_busy(words.SLOW_DISK, 0)
