"""Everything that happened with a person, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.buttons import Pressable
from counter.ui.widgets.roving import Roving
from counter.ui.widgets.stack import Stack
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Box, margins, plain_tooltip, spoken

# Rows that are made at once, and how many more in each turn of the event loop.
FIRST: Final = 10
STEP: Final = 4
# the most that a name of staff may take of a row, px at 100 %
_STAFF: Final = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLine:
    """One entry. `voice`: the text is in the customer's own words; `off`: it was taken back and is only kept."""

    key: object
    when: str
    what: str
    text: str
    who: str = ""
    voice: bool = False
    off: bool = False


class TimelineRow(Pressable):
    """Day, kind, words, staff; pressing opens it."""

    def __init__(self, line: TimelineLine, parent: QWidget | None = None) -> None:
        super().__init__("timeline_entry", parent)
        self.setProperty("ring_aside", 6)
        self.when = Text("", Role.BODY, Tone.QUIET, lines=1, parent=self)
        self.what = Text("", Role.STRONG, lines=1, parent=self)
        self.who = Text("", Role.SMALL, Tone.QUIET, lines=1, parent=self)
        self._words = Text(parent=self)
        self._row = QHBoxLayout(self)
        top = Qt.AlignmentFlag.AlignTop
        self._row.addWidget(self.when, 0, top)
        self._row.addWidget(self.what, 0, top)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.who, 0, top)
        self.hold(self.when, self.what, self._words, self.who)
        self.show_line(line)
        self.restyle(current())

    def show_line(self, line: TimelineLine) -> None:
        """Another entry in the same row."""
        self.line = line
        ink = Tone.QUIET if line.off else Tone.INK
        self.when.set_text(line.when)
        self.what.set_text(line.what)
        self.what.set_look(tone=ink)
        self._words.set_text(line.text)
        self._words.set_look(role=Role.VOICE_SMALL if line.voice else Role.BODY, tone=ink)
        self.who.set_text(line.who)
        self.setToolTip(plain_tooltip(line.who))
        self.setAccessibleName(spoken(line.when, line.what, line.text, line.who))

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        margins(self._row, theme, (0, 3, 0, 4))
        self._row.setSpacing(theme.space(16))

    def box(self) -> Box:
        """Bare: its words stand on the edge of the card's."""
        return Box()


class Timeline(Stack):
    """Rows in common columns, one tab stop. `opened(key)` on Enter or a press, to edit, move or undo.

    Rows stay while their lines do, and else take another line, for making one costs most. What is below the first few
    is made while the window has nothing else to do, so that neither a long history nor a new line of it holds up the
    keyboard.
    """

    opened = Signal(object)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent)
        self._lines: tuple[TimelineLine, ...] = ()
        self._rows: list[TimelineRow] = []
        self._spare: list[TimelineRow] = []
        self._with_staff = True
        self._roving = Roving(self)
        self._later = QTimer(self)
        self._later.timeout.connect(self._more)

    def set_lines(self, lines: Sequence[TimelineLine]) -> None:
        """Shows these entries in this order."""
        self._lines = tuple(lines)
        known = {row.line for row in self._rows}
        self._show(max(FIRST, sum(line in known for line in lines)))

    def lines(self) -> tuple[TimelineLine, ...]:
        """All that is shown, or about to be."""
        return self._lines

    def set_mode(self, mode: Mode) -> None:
        """Where room is short, the names of staff go first."""
        self._with_staff = mode is not Mode.SNUG
        self.restyle(current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move."""
        event.setAccepted(self._roving.handles(event))

    def restyle(self, theme: Theme) -> None:
        """Makes the columns of all rows equally wide."""
        day = _widest([line.when for line in self._lines], theme.font(Role.BODY))
        kind = _widest([line.what for line in self._lines], theme.font(Role.STRONG))
        for row in self._rows:
            row.when.setFixedWidth(day)
            row.what.setFixedWidth(kind)
            row.who.setVisible(self._with_staff)
            row.who.setMaximumWidth(theme.px(_STAFF))

    def _more(self) -> None:
        self._show(len(self._rows) + STEP)

    def _show(self, count: int) -> None:
        """The first so many rows, those that stand already used again."""
        wanted = self._lines[:count]
        standing, stays = {row.line: row for row in self._rows}, set(wanted)
        spare = [*self._spare, *(row for line, row in standing.items() if line not in stays)]
        self._rows = [standing.get(line) or self._filled(line, spare) for line in wanted]
        if len(self._rows) < len(self._lines):
            self._later.start(0)
        else:
            self._later.stop()
        self._roving.set_buttons(self._rows, self._roving.index())
        self.restyle(current())
        self._spare = spare[:FIRST]
        self.put(self._rows, self._spare)

    def _filled(self, line: TimelineLine, spare: list[TimelineRow]) -> TimelineRow:
        if spare:
            row = spare.pop(0)
            row.show_line(line)
            return row
        row = TimelineRow(line, self)
        row.clicked.connect(self._clicked)
        return row

    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, TimelineRow):
            self.opened.emit(row.line.key)


def _widest(words: Sequence[str], font: QFont) -> int:
    metrics = QFontMetricsF(font)
    room = current().px(3)  # letters reach out of their advance
    return max((ceil(metrics.horizontalAdvance(word)) + room for word in set(words)), default=0)
