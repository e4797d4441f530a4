"""The parts of a slip in their order: Space leaves one out or takes it in, Ctrl with an arrow moves it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from counter.office.designs import Offer
from counter.records.designs import Part
from counter.ui.texts import slip_design as words
from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.buttons import Action, ActionButton
from counter.ui.widgets.flow import FlowLayout
from counter.ui.widgets.table import Column, Row, Table
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, tall_as_needed


class PartsList(Themed, QWidget):
    """`changed` when a part was moved, taken in or left out. What a slip can't do without can only be moved."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("whole", "yes")
        self._order: list[Part] = []
        self._on: set[Part] = set()
        self._needed: frozenset[Part] = frozenset()
        columns = (Column(title=words.PART_HEADS[0], stretch=True), Column(title=words.PART_HEADS[1]))
        self.table = Table("slip_parts", words.PARTS, columns, self)
        self.table.horizontalHeader().hide()
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table.opened.connect(self._switch)
        self._problem = Text("", Role.SMALL, Tone.RED, parent=self)
        self._problem.hide()
        self._keys = QWidget(self)
        tall_as_needed(self._keys)
        self._column, self._buttons = QVBoxLayout(self), FlowLayout(self._keys)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Text(words.PARTS, Role.LABEL, Tone.QUIET, parent=self))
        self._column.addWidget(self.table)
        self._column.addWidget(self._problem)
        self._column.addWidget(self._keys)
        self._add_button("part_up", words.UP, words.UP_KEY, self.up)
        self._add_button("part_down", words.DOWN, words.DOWN_KEY, self.down)
        self._add_button("part_switch", words.ON_OFF, words.ON_OFF_KEY, self._switch)
        for key, act in (("Ctrl+Up", self.up), ("Ctrl+Down", self.down), ("Space", self._switch)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        self.restyle(current())

    def show_offer(self, offer: Offer) -> None:
        """The design's parts in its order, then those that it leaves out."""
        standing = [Part(part) for part in offer.design.parts if part in offer.parts]
        self._order = [*standing, *(part for part in offer.parts if part not in standing)]
        self._on, self._needed = set(standing), frozenset(offer.needed)
        self.refuse("")
        self._fill()

    def parts(self) -> tuple[Part, ...]:
        """Those that stand on the slip, from the top."""
        return tuple(part for part in self._order if part in self._on)

    def refuse(self, sentence: str) -> None:
        """What is wrong with them; empty takes it away."""
        self._problem.show_text(sentence)

    def problem(self) -> str:
        """What is said to be wrong with them."""
        return self._problem.text()

    def up(self) -> None:
        """The chosen part one place up."""
        self._move(-1)

    def down(self) -> None:
        """The chosen part one place down."""
        self._move(1)

    def restyle(self, theme: Theme) -> None:
        """As high as its rows."""
        self._column.setSpacing(theme.space(4))
        self._buttons.setSpacing(theme.space(8))
        self.table.setFixedHeight(len(self._order) * theme.px(32) + 4)

    def _add_button(self, name: str, label: str, key: str, act: Callable[[], None]) -> None:
        button = ActionButton(Action(name=name, label=label, key=key), parent=self)
        button.clicked.connect(act)
        self._buttons.addWidget(button)

    def _chosen(self) -> Part | None:
        key = self.table.chosen_key()
        return key if isinstance(key, Part) else None

    def _move(self, step: int) -> None:
        part = self._chosen()
        if part is None:
            return
        place = self._order.index(part)
        if 0 <= place + step < len(self._order):
            self._order[place], self._order[place + step] = self._order[place + step], part
            self._done()

    def _switch(self) -> None:
        part = self._chosen()
        if part is not None and part not in self._needed:
            self._on ^= {part}
            self._done()

    def _done(self) -> None:
        self.refuse("")
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        self.table.set_rows([self._row(part) for part in self._order])
        self.restyle(current())

    def _row(self, part: Part) -> Row:
        said = words.NEEDED if part in self._needed else words.STANDS if part in self._on else words.LEFT_OUT
        return Row(key=part, cells=(words.PART_NAMES[part], said), off=part not in self._on)
