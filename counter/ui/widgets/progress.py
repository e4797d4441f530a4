"""Work that lasts: a thin line, a sentence, and a way to stop it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.buttons import Action, ActionButton, ButtonStyle
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, margins

PATIENCE_MS: Final = 300


class ProgressLine(Themed, QWidget):
    """Stands under the top bar from 300 ms on until `finish`. `cancelled` when it is to be stopped."""

    cancelled = Signal()

    def __init__(self, cancel: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._done = 0.0
        self._text = Text("", Role.SMALL, Tone.QUIET, lines=1, parent=self)
        self._action = cancel
        self._cancel = ActionButton(cancel, ButtonStyle.QUIET, parent=self)
        self._cancel.clicked.connect(self.cancelled)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self.show)
        self.restyle(current())
        self.hide()

    def start(self, sentence: str, *, can_cancel: bool = True) -> None:
        """Something began; it is shown only if it lasts."""
        self._cancel.setVisible(can_cancel)
        self.step(0.0, sentence)
        self._timer.start()

    def offer(self, label: str) -> None:
        """What the button says from now on, by the same key; with no words there is no button."""
        self._cancel.setVisible(bool(label))
        if label:
            self._cancel.set_action(replace(self._action, label=label))

    def step(self, done: float, sentence: str) -> None:
        """So much is done, from 0 to 1: “Reading names, 12,400 of 30,000”."""
        self._done = min(max(done, 0.0), 1.0)
        self._text.set_text(sentence)
        self.setAccessibleName(sentence)
        self.update()

    def finish(self) -> None:
        """It is over."""
        self._timer.stop()
        self.hide()

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        margins(self._row, theme, (20, 5, 20, 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line, from the start of the direction."""
        theme, painter = current(), QPainter(self)
        thick, done = theme.space(3), round(self.width() * self._done)
        painter.fillRect(0, 0, self.width(), thick, theme.colour(Tone.LINE))
        painter.fillRect(self.width() - done if self.isRightToLeft() else 0, 0, done, thick, theme.colour(Tone.GREEN))
