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
from counter.ui.widgets.themed import Themed, clear, plain_tooltip, present, spoken, tall_as_needed


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
        self.line = line
        text = Text(parent=self)
        text.set_text(line.text, line.source)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text)
        self.hold(text)
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
        self.rows: list[FactRow] = []
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
        clear(self._lines)
        self.rows = [FactRow(fact, self) for fact in facts if fact.key is not None]
        for row in self.rows:
            row.clicked.connect(self._pressed)
        waiting = iter(self.rows)
        for fact in facts:
            self._lines.addWidget(_plain(fact, self) if fact.key is None else next(waiting))
        present(self, shown=bool(facts))

    def _pressed(self) -> None:
        row = self.sender()
        if isinstance(row, FactRow):
            self.opened.emit(row.line.key)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._outer.setSpacing(theme.space(3))
        self._lines.setSpacing(theme.space(2))


def _plain(fact: FactLine, parent: QWidget) -> Text:
    text = Text(parent=parent)
    text.set_text(fact.text, fact.source)
    return text


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
