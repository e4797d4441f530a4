"""The table of keys, and the shortcuts made from it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

# action → key, in the order of the manual; Esc, Enter and arrows belong to the widgets that have the focus
KEYS: Final = {
    "new_person": "Ctrl+N",
    "someone": "F11",
    "return": "F2",
    "compliment": "F3",
    "compliment_paid": "Shift+F3",
    "complaint": "F4",
    "order": "F5",
    "tell": "F6",
    "note": "F7",
    "here": "F8",
    "slip": "F9",
    "reprint": "Shift+F9",
    "queue": "Ctrl+P",
    "given": "Ctrl+G",
    "another": "Ctrl+T",
    "not_today": "Ctrl+L",
    "reaction": "Ctrl+R",
    "credit": "Ctrl+B",
    "own_idea": "Ctrl+O",
    "circumstances": "Ctrl+J",
    "undo": "Ctrl+Z",
    "help": "F1",
    "owner": "F10",
    **{f"staff_{number}": f"Ctrl+{number}" for number in range(1, 10)},
}
NEEDS_PERSON: Final = frozenset(
    {"return", "compliment", "compliment_paid", "complaint", "order", "tell", "note", "here", "slip"}
    | {"given", "another", "not_today", "reaction", "own_idea", "edit_person"}
)


class Keys(QObject):
    """All keys of the table as shortcuts of a window. `pressed(action)` on each."""

    pressed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        for name, key in KEYS.items():
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.setObjectName(name)
            shortcut.activated.connect(self._activated)

    def _activated(self) -> None:
        self.pressed.emit(self.sender().objectName())
