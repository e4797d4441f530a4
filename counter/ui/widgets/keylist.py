"""The column of keys: what can be done now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.buttons import Pressable
from counter.ui.widgets.keycap import KeyCap
from counter.ui.widgets.panels import Panel, Tag
from counter.ui.widgets.roving import Roving
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Box, clear, margins, plain_tooltip, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """A key and what it does; `tail` is quiet (“· Shift: paid”), `badge` red (how many are open).

    `why_not`, if given, is why it can't be done now.
    """

    name: str
    key: str
    label: str
    tail: str = ""
    badge: str = ""
    why_not: str = ""


class KeyRow(Pressable):
    """One line of the list; the active one stands on the chosen ground with a bar."""

    def __init__(self, line: KeyLine, parent: QWidget | None = None) -> None:
        super().__init__(line.name, parent)
        self._active = False
        self.cap = KeyCap(line.key, parent=self)
        self._text = Text(parent=self)
        self._text.set_text(line.label, line.tail)
        badge = Tag(line.badge, Tone.RED, self)
        badge.setVisible(bool(line.badge))
        self._row = QHBoxLayout(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(self.cap, 0, middle)
        self._row.addWidget(self._text, 1, middle)
        self._row.addWidget(badge, 0, middle)
        self.hold(self.cap, self._text, badge)
        self.setEnabled(not line.why_not)
        self.setToolTip(plain_tooltip(line.why_not))
        self.setAccessibleName(spoken(line.label, line.tail.strip(" ·"), line.badge, line.key))
        self.setAccessibleDescription(line.why_not)
        self.restyle(current())

    def set_active(self, *, active: bool) -> None:
        """Whether its form is open."""
        self._active = active
        self._text.set_look(role=Role.STRONG if active else Role.BODY)
        self.update()

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        margins(self._row, theme, (6, 3, 2, 3) if self.cap.key() else (16, 3, 12, 3))
        self._row.setSpacing(theme.space(8))

    def box(self) -> Box:
        """The chosen ground, or nothing."""
        return Box(fill=Tone.CHOSEN, bar=Tone.GREEN) if self._active else super().box()


class KeyList(Panel):
    """Rows of keys, one tab stop. `pressed(name)` when one is pressed."""

    pressed = Signal(str)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.setAccessibleName(label)
        self._rows: dict[str, KeyRow] = {}
        self._lines: tuple[KeyLine, ...] = ()
        self._roving = Roving(self)

    def set_lines(self, lines: Sequence[KeyLine], active: str = "") -> None:
        """Shows these keys; caps are as wide as the widest. Those that stand already stay."""
        if tuple(lines) == self._lines:
            self.set_active(active)
            return
        self._lines = tuple(lines)
        clear(self.body)
        self._rows = {line.name: KeyRow(line, self) for line in lines}
        widest = max((row.cap.width() for row in self._rows.values()), default=0)
        for row in self._rows.values():
            row.cap.set_least_width(widest)
            row.clicked.connect(self._clicked)
            self.body.addWidget(row)
        self._roving.set_buttons(list(self._rows.values()))
        self.set_active(active)

    def set_active(self, name: str) -> None:
        """Marks the row whose form is open; an empty name marks none."""
        for row_name, row in self._rows.items():
            row.set_active(active=row_name == name)

    def restyle(self, theme: Theme) -> None:
        """Less air than other cards: rows have their own."""
        margins(self.body, theme, (5, 5, 3, 5))
        self.body.setSpacing(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move."""
        event.setAccepted(self._roving.handles(event))

    def _clicked(self) -> None:
        self.pressed.emit(self.sender().objectName())


class NavList(KeyList):
    """The pages of the owner's window: no card, no keys; arrows choose a page at once. `pressed(name)` on each."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent)
        self.set_box(Box())
        self._roving.moved.connect(self._moved)

    def _moved(self, index: int) -> None:
        name = list(self._rows)[index]
        self.set_active(name)
        self.pressed.emit(name)
