"""What holds now: rain, a child along, a bad day. The likeliest stand there, the others unfold."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.ui.texts import card
from counter.ui.texts import counter as words
from counter.ui.texts.keys import KEYS
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.chips import ChipRow, Choice
from counter.ui.widgets.keycap import KeyCap
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, margins, tall_as_needed

OTHERS = "others"
_FEW = {Mode.WIDE: 3, Mode.SNUG: 2, Mode.NARROW: 6}


class Circumstances(Themed, QWidget):
    """A row of chips. `changed(frozenset of names)` when the cashier ticks or unticks one."""

    changed = Signal(object)

    def __init__(self, name: str, parent: QWidget, names: Sequence[str] = ()) -> None:
        super().__init__(parent)
        tall_as_needed(self)
        self._choices = [Choice(key, label) for key, label in words.CIRCUMSTANCES if not names or key in names]
        self._ticked: frozenset[str] = frozenset()
        self._unfolded = False
        self._few = _FEW[Mode.WIDE]
        self.chips = ChipRow(name, card.TODAY, many=True, parent=self)
        self.chips.changed.connect(self._picked)
        self._row = QHBoxLayout(self)
        self._ends = [QVBoxLayout(), QVBoxLayout()]
        label = Text(card.TODAY, Role.LABEL, Tone.QUIET, parent=self)
        for end, part in zip(self._ends, (label, KeyCap(KEYS["circumstances"], parent=self)), strict=True):
            end.addWidget(part)
            end.addStretch(1)
        self._row.addLayout(self._ends[0])
        self._row.addWidget(self.chips, 1)
        self._row.addLayout(self._ends[1])
        self.restyle(current())
        self._show()

    def set_likely(self, names: Sequence[str]) -> None:
        """What is likely stands first, in this order; shown by `set_ticked`."""
        places = {name: place for place, name in enumerate(names)}
        usual = [key for key, _ in words.CIRCUMSTANCES]
        self._choices.sort(key=lambda choice: (places.get(choice.key, len(places)), usual.index(choice.key)))

    def set_ticked(self, ticked: Collection[str]) -> None:
        """Shows what holds; the others fold up again."""
        self._ticked, self._unfolded = frozenset(ticked), False
        self._show()

    def set_mode(self, mode: Mode) -> None:
        """Fewer stand there where room is short."""
        self._few = _FEW[mode]
        self._show()

    def go(self) -> None:
        """All of them, and the keyboard on the first."""
        self._unfolded = True
        self._show()
        self.chips.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme; the label stands on the line of the first chips."""
        self._row.setSpacing(theme.space(14))
        margins(self._row, theme, (0, 2, 0, 2))
        for end in self._ends:
            end.setContentsMargins(0, theme.space(5), 0, 0)

    def _show(self) -> None:
        shown = [c for n, c in enumerate(self._choices) if self._unfolded or n < self._few or c.key in self._ticked]
        if len(shown) < len(self._choices):
            shown.append(Choice(OTHERS, card.OTHERS))
        self.chips.set_choices(shown, tuple(self._ticked))

    def _picked(self, keys: tuple[str, ...]) -> None:
        if OTHERS in keys:
            self.go()
            return
        self._ticked = frozenset(keys)
        self.changed.emit(self._ticked)
