"""The foot of the window: what was saved for whom, undo, and the keys that hold everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter.ui.theme import Mode, Theme, Tone, current
from counter.ui.widgets.buttons import Action, ActionButton, ButtonStyle, KeyHint
from counter.ui.widgets.icons import Icon, IconMark
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, margins, present, tall_as_needed


class MessageBar(Themed, QWidget):
    """One message, which stays till the next. `undo` is asked for; `hinted(name)` when a key's words are pressed."""

    undo = Signal()
    hinted = Signal(str)

    def __init__(self, undo: Action, hints: Sequence[Action] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        tall_as_needed(self)
        self._mark = IconMark(Icon.TICK, Tone.GREEN, 18, self)
        self._text = Text("", lines=2, parent=self)
        self._undo = ActionButton(undo, ButtonStyle.BARE, parent=self)
        self._undo.keep_whole()
        self._undo.clicked.connect(self.undo)
        self._row = QHBoxLayout(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(self._mark, 0, middle)
        self._row.addWidget(self._text, 0, middle)
        self._row.addWidget(self._undo, 0, middle)
        self._row.addStretch(1)
        self._narrow = False
        self._hints = [KeyHint(hint, self) for hint in hints]
        for button in self._hints:
            button.clicked.connect(self._pressed)
            self._row.addWidget(button, 0, middle)
        self.restyle(current())
        self.quiet()

    def say(self, sentence: str, *, undoable: bool = True) -> None:
        """What was done, with a tick; Undo beside it if it can be taken back."""
        self._mark.set_icon(Icon.TICK, Tone.GREEN)
        self._show(sentence, Tone.INK, undoable=undoable)

    def say_problem(self, sentence: str) -> None:
        """What could not be done, and what one can do."""
        self._mark.set_icon(Icon.WARN, Tone.RED)
        self._show(sentence, Tone.RED, undoable=False)

    def note(self, sentence: str) -> None:
        """How things stand, where nothing was done and nothing is wrong."""
        self._mark.set_icon(Icon.DOT, Tone.QUIET)
        self._show(sentence, Tone.INK, undoable=False)

    def quiet(self) -> None:
        """No message."""
        self._show("", Tone.INK, undoable=False)

    def set_mode(self, mode: Mode) -> None:
        """Where there is least room, it is there only while it has something to say, and without hints."""
        self._narrow = mode is Mode.NARROW
        for button in self._hints:
            button.setVisible(not self._narrow)
        present(self, shown=bool(self.message()) or not self._narrow)

    def message(self) -> str:
        """The sentence that stands there."""
        return self._text.text()

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        margins(self._row, theme, (20, 6, 20, 6))
        self._row.setSpacing(theme.space(8))
        self.setMinimumHeight(theme.px(26) + theme.space(15))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline above; a lighter ground under a message."""
        theme, painter = current(), QPainter(self)
        if self._text.text():
            painter.fillRect(self.rect(), theme.colour(Tone.SURFACE))
        painter.fillRect(0, 0, self.width(), max(1, theme.space(1)), theme.colour(Tone.LINE))

    def _show(self, sentence: str, tone: Tone, *, undoable: bool) -> None:
        self._text.set_look(tone=tone)
        self._text.show_text(sentence)
        self._mark.setVisible(bool(sentence))
        self._undo.setVisible(undoable)
        self.setAccessibleName(sentence)
        present(self, shown=bool(sentence) or not self._narrow)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.update()

    def _pressed(self) -> None:
        self.hinted.emit(self.sender().objectName())
