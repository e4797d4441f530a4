"""Bands across the card: never, open, and the gentle warning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.beside import BesideLayout
from counter.ui.widgets.buttons import Action, ActionButton, ButtonStyle, Pressable
from counter.ui.widgets.flow import FlowLayout
from counter.ui.widgets.icons import Icon, IconMark
from counter.ui.widgets.roving import Roving
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Box, Themed, clear, margins, paint_box, present, spoken, tall_as_needed

_TOP = Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class NeverLine:
    """What must not be, and where we know it from: “said 3 Nov”. With a `key` it can be opened."""

    text: str
    source: str = ""
    key: object = None


class _Band(Themed, QWidget):
    """A box as high as its content needs."""

    def __init__(self, name: str, box: Box, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._box = box
        tall_as_needed(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the ground and the bar."""
        paint_box(self, QPainter(self), self._box)


class NeverBand(_Band):
    """Full width, filled; wraps, never elided or folded. Takes no room when there is nothing to show.

    `opened(key)` when a line that has a key is pressed; the lines are one tab stop.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("never_band", Box(fill=Tone.NEVER), parent)
        self._column = QVBoxLayout(self)
        self._lines: tuple[NeverLine, ...] = ()
        self._roving = Roving(self)
        self.restyle(current())
        self.hide()

    def set_lines(self, lines: Sequence[NeverLine]) -> None:
        """Shows these never-facts, in this order."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        clear(self._column)
        rows = [_NeverRow(line, self) for line in lines]
        for row in rows:
            row.clicked.connect(self._pressed)
            self._column.addWidget(row)
        self._roving.set_buttons([row for row in rows if row.line.key is not None])
        self.setAccessibleName("; ".join(spoken(line.text, line.source) for line in lines))
        present(self, shown=bool(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move."""
        event.setAccepted(self._roving.handles(event))

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        margins(self._column, theme, (14, 9, 18, 9))
        self._column.setSpacing(theme.space(6))

    def _pressed(self) -> None:
        row = self.sender()
        if isinstance(row, _NeverRow) and row.line.key is not None:
            self.opened.emit(row.line.key)


class _NeverRow(Pressable):
    def __init__(self, line: NeverLine, parent: QWidget) -> None:
        super().__init__("never", parent)
        self.line = line
        if line.key is None:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.unsetCursor()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        stop = IconMark(Icon.STOP, Tone.ON_NEVER, 22, self)
        text = Text(line.text, Role.ROW, Tone.ON_NEVER, parent=self)
        source = Text(line.source, Role.SMALL, Tone.ON_NEVER, parent=self)
        self._row.addWidget(stop, 0, _TOP)
        self._row.addWidget(text, 1)
        self._row.addWidget(source, 0, _MIDDLE)
        source.setVisible(bool(line.source))
        self.hold(stop, text, source)
        self.setAccessibleName(spoken(line.text, line.source))
        self.restyle(current())

    def box(self) -> Box:
        """The band's own ground."""
        return Box()

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._row.setSpacing(theme.space(10))


class OpenBand(_Band):
    """Something open or late: what in red, one sentence, one action. `acted` when it is pressed."""

    acted = Signal()

    def __init__(self, name: str, action: Action | None = None, parent: QWidget | None = None) -> None:
        super().__init__(name, Box(fill=Tone.RED_SOFT, bar=Tone.RED), parent)
        self._row = QHBoxLayout(self)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._what = Text("", Role.STRONG, Tone.RED, parent=self)
        self._sentence = Text("", parent=self)
        words.addWidget(self._what)
        words.addWidget(self._sentence)
        self._row.addLayout(words, 1)
        if action:
            button = ActionButton(action, ButtonStyle.FILLED, parent=self)
            button.clicked.connect(self.acted)
            self._row.addWidget(button, 0, _MIDDLE)
        self.restyle(current())

    def set_words(self, what: str, sentence: str) -> None:
        """“Put right, not told yet”, and what there is to know about it."""
        self._what.set_text(what)
        self._sentence.show_text(sentence)
        self.setAccessibleName(spoken(what, sentence))

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        margins(self._row, theme, (18, 10, 14, 10))
        self._row.setSpacing(theme.space(12))


class WarningBar(_Band):
    """A gentle warning, or a draft to go on with. It never blocks. `acted(name)` when one of its actions is pressed."""

    acted = Signal(str)

    def __init__(
        self, name: str, icon: Icon = Icon.WARN, actions: Sequence[Action] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(name, Box(fill=Tone.SUNKEN, bar=Tone.HONEY_EDGE), parent)
        tone = Tone.QUIET if icon is Icon.PENCIL else Tone.HONEY_INK
        self._row = QHBoxLayout(self)
        self._row.addWidget(IconMark(icon, tone, 18, self), 0, _MIDDLE)
        both, words, self._actions = QWidget(self), QWidget(), QWidget()
        self._both, self._flow = BesideLayout(both), FlowLayout(self._actions)
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        self._title = Text("", Role.STRONG, parent=self)
        self._sentence = Text("", parent=self)
        for part in (both, words, self._actions):
            tall_as_needed(part)
        for text in (self._title, self._sentence):
            lines.addWidget(text)
        self._title.hide()
        self._both.addWidget(words)
        self._both.addWidget(self._actions)
        self._row.addWidget(both, 1)
        for number, action in enumerate(actions):
            button = ActionButton(action, ButtonStyle.QUIET if number else ButtonStyle.OUTLINED, parent=self._actions)
            button.clicked.connect(self._pressed)
            self._flow.addWidget(button)
        self._actions.setVisible(bool(actions))
        self.restyle(current())

    def set_words(self, sentence: str, title: str = "") -> None:
        """The sentence, under a bold one if there is a title."""
        self._title.show_text(title)
        self._sentence.set_text(sentence)
        self.setAccessibleName(spoken(title, sentence))

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        margins(self._row, theme, (16, 7, 12, 7))
        self._both.set_least(theme.px(260))
        for layout in (self._row, self._both, self._flow):
            layout.setSpacing(theme.space(10))

    def _pressed(self) -> None:
        self.acted.emit(self.sender().objectName())
