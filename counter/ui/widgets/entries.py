"""Rows of people with what is due, as on Today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.beside import BesideLayout
from counter.ui.widgets.buttons import Pressable
from counter.ui.widgets.panels import Tag
from counter.ui.widgets.roving import Roving
from counter.ui.widgets.stack import Stack
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Box, margins, plain_tooltip, spoken, tall_as_needed


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """A name, what it is about, and a tag (“late since Tue”, red when `urgent`). Without a name, `text` leads."""

    key: object
    name: str = ""
    text: str = ""
    tag: str = ""
    urgent: bool = False


class EntryRow(Pressable):
    """One row; pressing opens it."""

    def __init__(self, line: EntryLine, parent: QWidget | None = None) -> None:
        super().__init__("entry", parent)
        self.setProperty("ring_aside", 6)
        self.line = line
        role, lines = (Role.STRONG, 2) if line.name else (Role.BODY, 0)
        lead = Text(line.name or line.text, role, lines=lines, parent=self)
        tag = Tag(line.tag, Tone.RED if line.urgent else Tone.QUIET, self)
        tag.setVisible(bool(line.tag))
        top = QWidget(self)
        tall_as_needed(top)
        self._top, self._column = BesideLayout(top), QVBoxLayout(self)
        self._top.addWidget(lead)
        self._top.addWidget(tag)
        self._column.addWidget(top)
        self.hold(lead, tag, top)
        if line.name and line.text:
            about = Text(line.text, parent=self)
            self._column.addWidget(about)
            self.hold(about)
        self.setToolTip(plain_tooltip(line.name))
        self.setAccessibleName(spoken(line.name, line.text, line.tag))
        self.restyle(current())

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        margins(self._column, theme, (0, 4, 0, 5))
        self._column.setSpacing(0)
        self._top.setSpacing(theme.space(8))

    def box(self) -> Box:
        """Bare: its words stand on the edge of the card's."""
        return Box()


class EntryList(Stack):
    """Rows that are one tab stop. `opened(key)` on Enter or a press."""

    opened = Signal(object)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent)
        self._roving = Roving(self)

    def set_lines(self, lines: Sequence[EntryLine]) -> None:
        """Shows these rows."""
        rows = [EntryRow(line, self) for line in lines]
        for row in rows:
            row.clicked.connect(self._clicked)
        self._roving.set_buttons(rows)
        self.put(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move."""
        event.setAccepted(self._roving.handles(event))

    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, EntryRow):
            self.opened.emit(row.line.key)
