"""The shortcuts made from the table of keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from counter.ui.texts.keys import KEYS

NEEDS_PERSON: Final = frozenset(
    {"return", "compliment", "compliment_paid", "complaint", "order", "tell", "note", "here", "slip"}
    | {"given", "another", "not_today", "reaction", "own_idea", "edit_person", "why_not", "what_we_keep"}
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
