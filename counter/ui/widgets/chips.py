"""Choices as chips: one tab stop, arrows move, a first letter picks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter.ui.theme import Theme, Tone, current
from counter.ui.widgets.buttons import Pressable
from counter.ui.widgets.flow import FlowLayout
from counter.ui.widgets.roving import Roving
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Box, margins, present, tall_as_needed


@dataclass(frozen=True, slots=True)
class Choice:
    """One chip: what it stands for, and its words."""

    key: str
    label: str


class Chip(Pressable):
    """A word that can be ticked; ticked or not, it is equally wide."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setCheckable(True)
        self._text = Text(parent=self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text)
        self.hold(self._text)
        self.setProperty("ring_radius", 9)
        self.show_choice(choice)
        self.restyle(current())

    def show_choice(self, choice: Choice) -> None:
        """Stands for another choice from now on."""
        self.choice = choice
        self.setObjectName(f"chip_{choice.key}")
        self.set_words(choice.label)

    def set_words(self, words: str) -> None:
        """Other words on it."""
        self._text.set_text(words)
        self.setAccessibleName(words)

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        margins(self._row, theme, (9, 3, 9, 4))

    def box(self) -> Box:
        """Ticked: chosen ground, 2 px green border."""
        if self.isChecked():
            return Box(fill=Tone.CHOSEN, border=Tone.GREEN, width=2, radius=9)
        return Box(fill=Tone.SUNKEN if self.underMouse() else Tone.SURFACE, border=Tone.EDGE, radius=9)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; all else, Enter included, belongs to the row and the form."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class ChipRow(QWidget):
    """A choice of one (arrows pick) or many (arrows move, Space ticks). `changed(keys)` when the user chose."""

    changed = Signal(tuple)

    def __init__(self, name: str, label: str, *, many: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._many, self._folded = many, False
        self._chips: list[Chip] = []
        self._flow = FlowLayout(self)
        self._flow.setSpacing(current().space(6))
        self._others = Chip(Choice("others", ""), self)
        self._others.setCheckable(False)
        self._others.hide()
        self._others.clicked.connect(self._unfold)
        self._roving = Roving(self, sideways=True)
        self._roving.moved.connect(self._moved)
        tall_as_needed(self)

    def set_choices(self, choices: Sequence[Choice], chosen: Sequence[str] = ()) -> None:
        """Shows these chips, some of them ticked; those that stand already are used again."""
        for chip, choice in zip(self._chips, choices, strict=False):
            if chip.choice != choice:
                chip.show_choice(choice)
        for chip in self._chips[len(choices) :]:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        new = [self._made(choice) for choice in choices[len(self._chips) :]]
        self._chips = [*self._chips[: len(choices)], *new]
        if new:
            self._flow.removeWidget(self._others)
            self._flow.addWidget(self._others)
        self.choose(chosen)

    def choose(self, keys: Sequence[str]) -> None:
        """Ticks exactly these, without a signal."""
        for chip in self._chips:
            chip.setChecked(chip.choice.key in keys)
        first = next((n for n, chip in enumerate(self._chips) if chip.isChecked()), 0)
        self._roving.set_buttons(self._chips, first)
        self._fold()

    def set_folded(self, *, folded: bool, others: str = "") -> None:
        """Where room is short: shows only what is ticked, and a chip with the words `others` that unfolds the rest."""
        self._folded = folded
        self._others.set_words(others)
        self._fold()

    def chosen(self) -> tuple[str, ...]:
        """The keys that are ticked."""
        return tuple(chip.choice.key for chip in self._chips if chip.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End, Delete (nothing chosen) and first letters; they unfold what was folded."""
        if event.text().strip() or event.key() in _ARROWS:
            self._unfold()
        if self._roving.handles(event) or self._clears(event) or self._picks(event.text(), event):
            event.accept()
        else:
            event.ignore()

    def _made(self, choice: Choice) -> Chip:
        chip = Chip(choice, self)
        chip.clicked.connect(self._clicked)
        self._flow.addWidget(chip)
        return chip

    def _unfold(self) -> None:
        if self._folded:
            pressed = self._others.hasFocus()
            self._folded = False
            self._fold()
            if pressed and self._chips:
                self._chips[self._roving.index()].setFocus()

    def _fold(self) -> None:
        for chip in self._chips:
            present(chip, shown=chip.isChecked() or not self._folded)
        present(self._others, shown=self._folded)
        if self._folded and not self.chosen():
            self.setFocusProxy(self._others)

    def _clears(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or not self.chosen():
            return False
        self._set([])
        return True

    def _picks(self, letter: str, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if not plain or not letter.strip() or not letter.isprintable():
            return False
        order = [(self._roving.index() + 1 + n) % len(self._chips) for n in range(len(self._chips))]
        found = next((n for n in order if self._chips[n].choice.label.casefold().startswith(letter.casefold())), None)
        if found is None:
            return False
        self._roving.go(found)
        if self._many:
            self._chips[found].click()
        return True

    def _moved(self, index: int) -> None:
        if not self._many:
            self._set([self._chips[index].choice.key])

    def _clicked(self) -> None:
        chip = self.sender()
        if self._many or not isinstance(chip, Chip):
            self.changed.emit(self.chosen())
        else:
            self._set([chip.choice.key] if chip.isChecked() else [])

    def _set(self, keys: list[str]) -> None:
        for chip in self._chips:
            chip.setChecked(chip.choice.key in keys)
        self.changed.emit(self.chosen())
