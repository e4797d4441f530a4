"""Guided steps: done, now, later. Nothing is locked."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.icons import Icon, IconMark
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, spoken, tall_as_needed


class StepState(StrEnum):
    """Where a step stands; the words for it are for screen readers."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


_MARKS = {StepState.DONE: Icon.TICK, StepState.NOW: Icon.DOT, StepState.LATER: Icon.RING}


class Step(Themed, QWidget):
    """A mark, a title, something beside it (`beside`), and its fields under it (`body`)."""

    def __init__(self, name: str, title: str, state: StepState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        tall_as_needed(self)
        self._mark = IconMark(Icon.RING, Tone.QUIET, 16, self)
        self._title = Text(title, Role.STRONG, parent=self)
        self._row, self._column, self.beside, self.body = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self.beside.addWidget(self._title, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(self.beside)
        self._column.addLayout(self.body)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._column, 1)
        self.set_state(state)
        self.restyle(current())

    def set_state(self, state: StepState) -> None:
        """Done, now or later."""
        self._mark.set_icon(_MARKS[state], Tone.QUIET if state is StepState.LATER else Tone.GREEN)
        self._title.set_look(tone=Tone.QUIET if state is StepState.LATER else Tone.INK)
        self.setAccessibleName(spoken(self._title.text(), state.value))

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._row.setSpacing(theme.space(12))
        self._column.setSpacing(theme.space(6))
        self.beside.setSpacing(theme.space(16))
        self.body.setSpacing(theme.space(8))
