"""What is known about a person, under quiet labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, clear, present, spoken, tall_as_needed


@dataclass(frozen=True, slots=True)
class FactLine:
    """One thing known. `source` stands after it, quiet, unless they said it themselves: “(noticed)”."""

    text: str
    source: str = ""


class FactBlock(Themed, QWidget):
    """A label over facts. Takes no room when there are none."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        tall_as_needed(self)
        self._outer, self._lines = QVBoxLayout(self), QVBoxLayout()
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(Text(label, Role.LABEL, Tone.QUIET, parent=self))
        self._outer.addLayout(self._lines)
        self._outer.addStretch(1)
        self.restyle(current())

    def set_facts(self, facts: Sequence[FactLine]) -> None:
        """Shows these facts in this order."""
        clear(self._lines)
        for fact in facts:
            text = Text(parent=self)
            text.set_text(fact.text, fact.source)
            self._lines.addWidget(text)
        present(self, shown=bool(facts))

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._outer.setSpacing(theme.space(3))
        self._lines.setSpacing(theme.space(2))


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

    def set_figure(self, number: str, sense: str = "") -> None:
        """“9”, and “one in seven visits”."""
        self._number.set_text(number)
        self._sense.show_text(sense)
        self.setAccessibleName(spoken(number, self._label.text(), sense))
