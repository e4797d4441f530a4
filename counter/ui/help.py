"""Help over the middle of the window, for what is on screen. It blocks nothing and goes with Esc or F1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QWidget
from shiboken6 import isValid

from counter.ui.texts import help as words
from counter.ui.texts.help_page import HelpPage
from counter.ui.theme import Role, Theme, current
from counter.ui.widgets.buttons import Action, ActionButton
from counter.ui.widgets.keycap import KeyCap
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.scroller import GUTTER, Scroller
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, clear, present, tall_as_needed

WIDTH: Final = 620
_LINE: Final = 48
_SCROLLS: Final = {
    Qt.Key.Key_Down: _LINE, Qt.Key.Key_Up: -_LINE, Qt.Key.Key_PageDown: 6 * _LINE, Qt.Key.Key_PageUp: -6 * _LINE,
}  # fmt: skip


class _Keys(Themed, QWidget):
    """Keys in one column, what they do in the other."""

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        tall_as_needed(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        for row, (key, does) in enumerate(keys):
            self._grid.addWidget(KeyCap(key), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Text(does), row, 1)
        self.restyle(current())

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._grid.setHorizontalSpacing(theme.space(12))
        self._grid.setVerticalSpacing(theme.space(6))


class HelpPanel(Panel):
    """An overlay of a window. `closed` when it goes; the focus returns to where it was."""

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__("help", parent=window)
        self._window = window
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 12)
        self._title = Text("", Role.TITLE, parent=self)
        self._shut = ActionButton(Action(name="close_help", label=words.SHUT, key=words.SHUT_KEY), parent=self)
        self._shut.clicked.connect(self.shut)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._shut)
        self.scroller = Scroller("help_scroll", self)
        self.body.addLayout(self._head)
        self.body.addWidget(self.scroller, 1)
        window.installEventFilter(self)
        present(self, shown=False)

    def toggle(self, screen: str) -> None:
        """F1: shows the help for a screen, or closes it."""
        if self.isHidden():
            self.open(screen)
        else:
            self.shut()

    def open(self, screen: str) -> None:
        """Shows the help for a screen, such as `counter`, `card`, `form` or `owner_gestures`."""
        page = words.page_for(screen)
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._fill(page)
        self._place()
        self.show()
        self.raise_()
        self.scroller.verticalScrollBar().setValue(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def shut(self) -> None:
        """Closes it."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and F1 close; arrows scroll; all else is the window’s."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
            self.shut()
        elif key in _SCROLLS:
            bar = self.scroller.verticalScrollBar()
            bar.setValue(bar.value() + current().px(_SCROLLS[key]))
        else:
            event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in the middle of its window."""
        if watched is self._window and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        super().restyle(theme)
        if hasattr(self, "scroller"):
            self.body.setSpacing(theme.space(10))
            self.scroller.body.setSpacing(theme.space(10))
            self._place()

    def _fill(self, page: HelpPage) -> None:
        self._title.set_text(page.title)
        self.setAccessibleName(f"{words.HELP}: {page.title}")
        self.setAccessibleDescription(" ".join(page.paragraphs))
        clear(self.scroller.body)
        for paragraph in page.paragraphs:
            self.scroller.body.addWidget(Text(paragraph, parent=self))
        self.scroller.body.addWidget(_Keys(page.keys))
        self.scroller.body.addStretch(1)

    def _wanted(self, width: int) -> int:
        """The height at which nothing scrolls."""
        around, content = self.body.contentsMargins(), self.scroller.widget()
        inner = width - around.left() - around.right() - GUTTER
        lines = content.heightForWidth(inner) if content is not None else 0
        return self._head.sizeHint().height() + self.body.spacing() + lines + around.top() + around.bottom()

    def _place(self) -> None:
        theme, room = current(), self._window.size()
        width = min(theme.px(WIDTH), room.width() - theme.space(40))
        wanted = self._wanted(width)
        height = min(max(wanted, theme.px(200)), room.height() - theme.space(100))
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)
