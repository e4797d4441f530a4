"""The people found: rows under the search field, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.buttons import Pressable
from counter.ui.widgets.keycap import KeyCap
from counter.ui.widgets.scroller import GUTTER, Scroller
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Box, Themed, margins, plain_tooltip, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One row. `header` stands above it (“Two share this name”); `shared` gives the hook two lines.

    `cap` is a key cap in the place of the date; `apart` sets the row off, as for “New person”.
    """

    key: object
    name: str
    when: str = ""
    hook: str = ""
    why: str = ""
    header: str = ""
    cap: str = ""
    shared: bool = False
    apart: bool = False

    @property
    def spoken(self) -> str:
        """The accessible name."""
        return spoken(self.name, self.when, self.hook, self.why, self.cap)


class ResultRow(Pressable):
    """Name with last visit, hook, why it matched. Chosen: all of it is shown, on the chosen ground with a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("result", parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.result: Result | None = None
        self._chosen = False
        self._name = Text("", Role.ROW, lines=1, parent=self)
        self._when = Text("", Role.SMALL, Tone.QUIET, lines=1, parent=self)
        self._cap = KeyCap("", parent=self)
        self._hook = Text("", lines=1, parent=self)
        self._why = Text("", Role.SMALL, Tone.QUIET, lines=1, parent=self)
        self._top, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._top.addWidget(self._name, 1)
        self._beside = [QVBoxLayout(), QVBoxLayout()]
        for column, part in zip(self._beside, (self._when, self._cap), strict=True):
            column.addWidget(part)
            column.addStretch(1)
            self._top.addLayout(column)
        self._column.addLayout(self._top)
        self._column.addWidget(self._hook)
        self._column.addWidget(self._why)
        self.hold(self._name, self._when, self._cap, self._hook, self._why)
        self.restyle(current())

    def show_result(self, result: Result, *, chosen: bool) -> None:
        """Shows one of those found."""
        self.result = result
        self._name.set_text(result.name)
        self._when.show_text(result.when)
        self._cap.set_key(result.cap)
        self._hook.show_text(result.hook)
        self._why.show_text(result.why)
        self.setToolTip(plain_tooltip("\n".join(part for part in (result.name, result.hook) if part)))
        self.set_chosen(chosen=chosen)

    def set_chosen(self, *, chosen: bool) -> None:
        """Shows the whole name and hook of the chosen row; elides the others."""
        self._chosen = chosen
        few = 2 if self.result and self.result.shared else 1
        apart = bool(self.result and self.result.apart)
        self._name.set_look(lines=2 if apart else 0 if chosen else 1)
        self._hook.set_look(lines=0 if chosen else few)
        self.setAccessibleName(self.result.spoken if self.result else "")
        self.update()

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        margins(self._column, theme, (14, 6, 12, 6))
        self._column.setSpacing(0)
        self._top.setSpacing(theme.space(8))
        row, small = (QFontMetrics(theme.font(role)) for role in (Role.ROW, Role.SMALL))
        # the date stands on the line of the name, the cap in the middle of it
        self._beside[0].setContentsMargins(0, row.ascent() - small.ascent(), 0, 0)
        self._beside[1].setContentsMargins(0, max(0, (row.height() - self._cap.height()) // 2), 0, 0)

    def box(self) -> Box:
        """The chosen ground with a bar, or nothing."""
        if self._chosen:
            return Box(fill=Tone.CHOSEN, bar=Tone.GREEN)
        return super().box()


class _Slot(QWidget):
    """A row with the header above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.header = Text("", Role.SMALL, Tone.QUIET, parent=self)
        self.row = ResultRow(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.header)
        self._column.addWidget(self.row)
        self._column.setSpacing(current().space(2))

    def show_result(self, result: Result, *, chosen: bool) -> None:
        """Shows a result here."""
        self.header.show_text(result.header)
        theme = current()
        self._column.setContentsMargins(0, 0, 0, 0)
        if result.apart:  # it doesn't scroll, and ends where the rows end that do
            start, end = (GUTTER, 0) if theme.rtl else (0, GUTTER)
            self._column.setContentsMargins(start, theme.space(10), end, 0)
        self.row.show_result(result, chosen=chosen)


class ResultList(Themed, QWidget):
    """All found. The search field keeps the focus and moves the choice; a press with the mouse opens.

    What is set apart (“New person”) stands below those that scroll, so that it is always in sight.
    `choice_changed(key)` when another row is chosen, `opened(key)` when one is to be opened.
    """

    choice_changed = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._results: tuple[Result, ...] = ()
        self._slots: list[_Slot] = []
        self._apart = _Slot(self)
        self._apart.row.clicked.connect(self._pressed)
        self._apart.hide()
        self._at = 0
        self._scroller = Scroller(f"{name}_scroll", self)
        self._scroller.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroller, 1)
        column.addWidget(self._apart)
        self.restyle(current())

    def set_results(self, results: Sequence[Result], chosen: int = 0) -> None:
        """Shows these rows, one of them chosen (-1: none). Rows are used again, so that typing stays quick."""
        self._results = tuple(results)
        self._at = min(max(chosen, -1), max(len(results) - 1, 0))
        scrolled = [result for result in results if not result.apart]
        while len(self._slots) < len(scrolled):
            self._add_slot()
        for number, slot in enumerate(self._slots):
            slot.setVisible(number < len(scrolled))
        self._apart.setVisible(len(scrolled) < len(results))
        for number, result in enumerate(results):
            self._slot(number).show_result(result, chosen=number == self._at)
        self._scroller.verticalScrollBar().setValue(0)

    def chosen(self) -> Result | None:
        """The chosen row, if there is any."""
        return self._results[self._at] if self._results and self._at >= 0 else None

    def move_choice(self, step: int) -> None:
        """Chooses another row, so many further."""
        self.choose(self._at + step)

    def choose(self, index: int) -> None:
        """Chooses the row of this number, or the nearest there is."""
        index = min(max(index, 0), len(self._results) - 1)
        if index < 0 or index == self._at:
            return
        if self._at >= 0:
            self._slot(self._at).row.set_chosen(chosen=False)
        slot = self._slot(index)
        slot.row.set_chosen(chosen=True)
        self._at = index
        if slot is not self._apart:
            self._scroller.reveal(slot)
        self.choice_changed.emit(self._results[index].key)

    def open_chosen(self) -> None:
        """Asks for the chosen row to be opened."""
        if result := self.chosen():
            self.opened.emit(result.key)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._scroller.body.setSpacing(theme.space(2))

    def _slot(self, number: int) -> _Slot:
        return self._apart if self._results[number].apart else self._slots[number]

    def _add_slot(self) -> None:
        slot = _Slot(self)
        slot.row.clicked.connect(self._pressed)
        self._slots.append(slot)
        self._scroller.body.insertWidget(len(self._slots) - 1, slot)

    def _pressed(self) -> None:
        row = self.sender()
        if isinstance(row, ResultRow) and row.result in self._results:
            self.choose(self._results.index(row.result))
            self.open_chosen()
