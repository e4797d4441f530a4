"""Several buttons that are one tab stop: arrows move among them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_PLAIN = Qt.KeyboardModifier.KeypadModifier


class Roving(QObject):
    """Keeps which button of `owner` the Tab key stops at, and moves it by arrows. `moved(index)` on each move."""

    moved = Signal(int)

    def __init__(self, owner: QWidget, *, sideways: bool = False) -> None:
        super().__init__(owner)
        self._owner, self._sideways = owner, sideways
        self._buttons: list[QAbstractButton] = []
        self._at = 0

    def set_buttons(self, buttons: Sequence[QAbstractButton], at: int = 0) -> None:
        """Takes these buttons over; the Tab key stops at the one numbered `at`."""
        self._buttons = list(buttons)
        for button in self._buttons:
            button.installEventFilter(self)
        self.stop_at(min(max(at, 0), max(len(self._buttons) - 1, 0)))

    def index(self) -> int:
        """Where the Tab key stops."""
        return self._at

    def stop_at(self, index: int) -> None:
        """Makes a button the one that the Tab key stops at, without taking the focus."""
        self._at = index
        for number, button in enumerate(self._buttons):
            here = number == index
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if here:
                self._owner.setFocusProxy(button)
        if not self._buttons:
            self._owner.setFocusProxy(None)  # type: ignore[arg-type]

    def go(self, index: int) -> None:
        """Moves the focus to a button, if there is one of this number."""
        if 0 <= index < len(self._buttons):
            self.stop_at(index)
            self._buttons[index].setFocus(Qt.FocusReason.OtherFocusReason)
            self.moved.emit(index)

    def handles(self, event: QKeyEvent) -> bool:
        """Moves if the key is one that moves; at either end the key is left to others."""
        if event.modifiers() & ~_PLAIN:
            return False
        target = self._target(event.key())
        if target is None or not 0 <= target < len(self._buttons):
            return False
        self.go(target)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press with the mouse moves the stop too."""
        if event.type() == QEvent.Type.FocusIn and watched in self._buttons:
            self.stop_at(self._buttons.index(watched))
        return False

    def _target(self, key: int) -> int | None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if self._sideways:
            forward = -1 if self._owner.isRightToLeft() else 1
            steps |= {Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward}
        if key in steps:
            return self._at + steps[Qt.Key(key)]
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._buttons) - 1}.get(Qt.Key(key))
