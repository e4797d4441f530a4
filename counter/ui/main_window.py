"""The program's window: from its first picture a field to type into, then the counter in its place.

It stands before anything else is loaded, so it takes nothing from `counter.ui.widgets`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from counter.ui.texts import common, find
from counter.ui.theme import Mode, Role, Theme, Tone, current

if TYPE_CHECKING:
    from counter.ui.counter.window import CounterWindow

# where the counter's own search field stands: from the start, below the top bar, wide (0: all there is); px at 100 %
_PLACES = {Mode.WIDE: (20, 16, 340), Mode.SNUG: (14, 16, 268), Mode.NARROW: (20, 6, 0)}


class _Doorstep(QWidget):
    """The counter before it is there: its ground, the line below its top, its search field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setFont(current().font(Role.SEARCH))
        self.field.setAccessibleName(find.SEARCH)
        self.field.setPlaceholderText(find.PLACEHOLDER)
        self.entered = False
        self.field.returnPressed.connect(self._enter)
        self.field.textEdited.connect(self._type)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline of the top bar."""
        theme = current()
        QPainter(self).fillRect(0, _top(theme) - 1, self.width(), 1, theme.colour(Tone.LINE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The field stays where the counter's will be."""
        super().resizeEvent(event)
        theme = current()
        side, below, wide = _PLACES[theme.mode(self.width())]
        width = wide or self.width() - 2 * side
        left = self.width() - side - width if self.isRightToLeft() else side
        self.field.setGeometry(QRect(left, _top(theme) + below, width, theme.px(28) + theme.space(20)))

    def _enter(self) -> None:
        self.entered = True

    def _type(self, _text: str) -> None:
        self.entered = False


def _top(theme: Theme) -> int:
    """How high the counter's top bar is."""
    return theme.px(26) + theme.space(14)


def always() -> bool:
    """Nothing holds the window up."""
    return True


class MainWindow(QWidget):
    """What the system sees as the program. At first it holds a field; `take` puts a counter in its place, `counter`."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(common.PROGRAM)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._doorstep: _Doorstep | None = _Doorstep(self)
        self.counter: CounterWindow | None = None
        self.may_close: Callable[[], bool] = always
        self._column.addWidget(self._doorstep)
        self._doorstep.field.setFocus()

    def take(self, counter: CounterWindow) -> None:
        """The counter in the place of what stands here; what was typed by now, and Enter, go on in its search field."""
        before = self._doorstep or self.counter
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._column.addWidget(counter)
        self.counter = counter
        counter.show()
        counter.search.setFocus()
        if self._doorstep is not None:
            _hand_over(self._doorstep, counter)
            self._doorstep = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not before it may."""
        if self.may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def forward(self) -> None:
        """To the front, from wherever it is."""
        self.showNormal()
        self.raise_()
        self.activateWindow()


def _hand_over(doorstep: _Doorstep, counter: CounterWindow) -> None:
    counter.search.setText(doorstep.field.text())
    counter.search.setCursorPosition(doorstep.field.cursorPosition())
    if doorstep.entered:
        counter.search.opened.emit()
