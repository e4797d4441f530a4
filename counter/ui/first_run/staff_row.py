"""Names of those at the counter: one more place appears as soon as all are filled."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.ui.texts import first_run as words
from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.editors import LineEditor
from counter.ui.widgets.flow import FlowLayout
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, tall_as_needed

MOST: Final = 9
_WIDTH: Final = 150


class StaffRow(Themed, QWidget):
    """Short fields in a row that wraps. `changed` while typing."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("field_staff")
        self.setProperty("whole", "yes")
        tall_as_needed(self)
        self._names: list[LineEditor] = []
        self._column, self._flow = QVBoxLayout(self), FlowLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Text(words.STAFF, Role.LABEL, Tone.QUIET, parent=self))
        self._column.addLayout(self._flow)
        self._column.addWidget(Text(words.STAFF_HINT, Role.SMALL, Tone.QUIET, parent=self))
        self.restyle(current())
        for _ in range(3):
            self._one_more()

    def names(self) -> tuple[str, ...]:
        """The names typed, each once, in their order."""
        return tuple(dict.fromkeys(name for editor in self._names if (name := " ".join(editor.text().split()))))

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps and widths from the theme."""
        self._column.setSpacing(theme.space(4))
        self._flow.setSpacing(theme.space(8))
        for editor in self._names:
            editor.setFixedWidth(theme.px(_WIDTH))

    def _one_more(self) -> None:
        editor = LineEditor(f"staff_{len(self._names) + 1}", parent=self)
        editor.setAccessibleName(f"{words.STAFF} {len(self._names) + 1}")
        editor.setPlaceholderText(words.ONE_MORE)
        editor.setFixedWidth(current().px(_WIDTH))
        editor.textEdited.connect(self._typed)
        self._names.append(editor)
        self._flow.addWidget(editor)

    def _typed(self) -> None:
        if all(editor.text().strip() for editor in self._names) and len(self._names) < MOST:
            self._one_more()
        self.changed.emit()
