"""What is known about a person, under quiet labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.buttons import Pressable
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, plain_tooltip, present, spoken, tall_as_needed


@dataclass(frozen=True, slots=True)
class FactLine:
    """One thing known. `source` stands after it, quiet, unless they said it themselves: “(noticed)”.

    With a `key` it can be opened; `told` says who noted it and when.
    """

    text: str
    source: str = ""
    key: object = None
    told: str = ""


class FactRow(Pressable):
    """A fact that opens what can be done with it."""

    def __init__(self, line: FactLine, parent: QWidget) -> None:
        super().__init__("fact", parent)
        self.setProperty("ring_aside", 6)
        self._text = Text(line.text, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        self.hold(self._text)
        self.show_line(line)

    def show_line(self, line: FactLine) -> None:
        """Another fact in the same row."""
        self.line = line
        self._text.set_text(line.text, line.source)
        self.setToolTip(plain_tooltip(line.told))
        self.setAccessibleName(spoken(line.text, line.told))


class FactBlock(Themed, QWidget):
    """A label over facts. Takes no room when there are none. `opened(key)` when one that has a key is pressed."""

    opened = Signal(object)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        tall_as_needed(self)
        self._stand: list[FactRow | Text] = []
        self._facts: tuple[FactLine, ...] | None = None
        self._outer, self._lines = QVBoxLayout(self), QVBoxLayout()
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(Text(label, Role.LABEL, Tone.QUIET, parent=self))
        self._outer.addLayout(self._lines)
        self._outer.addStretch(1)
        self.restyle(current())

    def set_facts(self, facts: Sequence[FactLine]) -> None:
        """Shows these facts in this order."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        kept = 0
        for row, fact in zip(self._stand, facts, strict=False):  # making rows costs most
            if isinstance(row, FactRow) != (fact.key is not None):
                break
            _fill(row, fact)
            kept += 1
        for row in self._stand[kept:]:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._stand = [*self._stand[:kept], *map(self._made, facts[kept:])]
        present(self, shown=bool(facts))

    @property
    def rows(self) -> list[FactRow]:
        """Those that can be opened."""
        return [row for row in self._stand if isinstance(row, FactRow)]

    def _made(self, fact: FactLine) -> FactRow | Text:
        row = Text(parent=self) if fact.key is None else FactRow(fact, self)
        if isinstance(row, FactRow):
            row.clicked.connect(self._pressed)
        _fill(row, fact)
        self._lines.addWidget(row)
        return row

    def _pressed(self) -> None:
        row = self.sender()
        if isinstance(row, FactRow):
            self.opened.emit(row.line.key)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._outer.setSpacing(theme.space(3))
        self._lines.setSpacing(theme.space(2))


def _fill(row: FactRow | Text, fact: FactLine) -> None:
    if isinstance(row, FactRow):
        row.show_line(fact)
    else:
        row.set_text(fact.text, fact.source)


class FigureCard(Panel):
    """A number, what it counts, and a quiet sentence that makes sense of it."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._number = Text("", Role.NAME, lines=1, parent=self)
        self._sense = Text("", Role.SMALL, Tone.QUIET, parent=self)
        self._label = Text(label, Role.STRONG, parent=self)
        for text in (self._number, self._label, self._sense):
            self.body.addWidget(text)
        self.body.addStretch(1)

    def set_label(self, label: str) -> None:
        """What it counts, in other words."""
        self._label.set_text(label)

    def set_figure(self, number: str, sense: str = "") -> None:
        """“9”, and “one in seven visits”."""
        self._number.set_text(number)
        self._sense.show_text(sense)
        self.setAccessibleName(spoken(number, self._label.text(), sense))
