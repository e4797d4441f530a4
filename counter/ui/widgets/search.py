"""The search field: typing asks, arrows choose, Enter opens."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counter.ui.theme import Role, Theme
from counter.ui.widgets.buttons import ENTER
from counter.ui.widgets.editors import LineEditor

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class SearchField(LineEditor):
    """Emits `asked(text)` on each keystroke, `moved(step)` on arrows and `opened` on Enter. Esc is the window's."""

    asked = Signal(str)
    moved = Signal(int)
    opened = Signal()

    def __init__(self, name: str, label: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Role.SEARCH, keeps_undo=False, parent=parent)
        self.setProperty("search", "yes")
        self.setAccessibleName(label)
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(self.asked)

    def restyle(self, theme: Theme) -> None:
        """Larger than other fields."""
        super().restyle(theme)
        self.setFixedHeight(theme.px(28) + theme.space(20))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the choice below, not the caret."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.moved.emit(step)
        elif event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.opened.emit()
        else:
            super().keyPressEvent(event)
