"""A file that was looked at: what each column says, with real rows beside, to be put right by the owner."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.office.reading import Glance
from counter.records.countries import DayOrder
from counter.records.imports import Part, Shape
from counter.ui.texts import bring as words
from counter.ui.theme import Role, Theme, current
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.table import Column, Row, Table
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed

_SAMPLES = 3
_ORDERS = (Choice(DayOrder.DAY_MONTH, words.DAY_FIRST), Choice(DayOrder.MONTH_DAY, words.MONTH_FIRST))


class ColumnsPart(Themed, QWidget):
    """`encoding_chosen(str)` when the letters are to be read in another way."""

    encoding_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glance: Glance | None = None
        self._parts: list[Part] = []
        self.found = Text("", Role.BODY, parent=self)
        self.scroller = Scroller("columns_scroll", self)
        self.days = ChoiceField(FieldSpec(name="day_order", label=words.DAYS), _ORDERS)
        heads = words.COLUMN_HEADS
        self.table = Table("file_columns", words.COLUMNS, [
            Column(title=heads[0]), Column(title=heads[1], stretch=True), Column(title=heads[2]),
        ])  # fmt: skip
        self.cards = Table(
            "file_cards", words.COLUMNS, [Column(title=head, stretch=head == words.CARD_HEADS[-1])
                                          for head in words.CARD_HEADS]
        )  # fmt: skip
        parts = [Choice(part, words.PARTS[part]) for part in Part]
        self.part = ChoiceField(FieldSpec(name="column_part", label=words.THIS_COLUMN), parts)
        letters = [Choice(key or "auto", label) for key, label in words.ENCODINGS]
        self.letters = ChoiceField(FieldSpec(name="encoding", label=words.LETTERS), letters)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.found)
        self._column.addWidget(self.scroller, 1)
        for part in (self.days, self.table, self.cards, self.part, self.letters):
            self.scroller.body.addWidget(part)
        self.scroller.body.addStretch(1)
        self.table.chosen.connect(self._choose)
        self.part.changed.connect(self._put_right)
        self.days.changed.connect(self._answered)
        self.letters.changed.connect(self._read_again)
        self.restyle(current())

    def show_glance(self, glance: Glance, encoding: str = "") -> None:
        """A file as it was read."""
        self._glance, self._parts = glance, list(glance.shape.parts)
        program = "" if glance.cards else glance.shape.name
        self.found.set_text(words.file_is(glance.file, program, glance.count, cards=glance.cards))
        asks = bool(glance.example) and glance.order is None
        self.days.setVisible(asks)
        self.days.set_hint(words.which_first(glance.example) if asks else "")
        self.days.set_value("")
        for part in (self.table, self.part):
            part.setVisible(not glance.cards)
        self.cards.setVisible(glance.cards)
        if glance.cards:
            self.cards.set_rows([Row(key=at, cells=row) for at, row in enumerate(glance.rows)])
        self.letters.set_value(encoding or "auto")
        self._fill()
        self.restyle(current())

    def shape(self) -> Shape | None:
        """Program and columns as they were put right."""
        return replace(self._glance.shape, parts=tuple(self._parts)) if self._glance else None

    def order(self) -> DayOrder | None:
        """How days are to be read, if that is known or was answered."""
        answered = self.days.value()
        return DayOrder(answered) if answered else self._glance.order if self._glance else None

    def complete(self) -> bool:
        """Whether all that must be asked was answered; the first thing that was not gets the focus."""
        if self.days.isVisibleTo(self) and not self.days.value():
            self.days.show_problem(words.DAYS_EMPTY)
            self.days.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def start(self) -> None:
        """The question first, else the columns."""
        asks = self.days.isVisibleTo(self)
        table = self.cards if self.cards.isVisibleTo(self) else self.table
        (self.days if asks else table).setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme; tables are as high as what they hold, within reason."""
        self._column.setSpacing(theme.space(10))
        self.scroller.body.setSpacing(theme.space(12))
        for table in (self.table, self.cards):
            table.set_height(most=8)

    def _fill(self) -> None:
        if self._glance is None or self._glance.cards:
            return
        rows = self._glance.rows
        self.table.set_rows([
            Row(key=at, cells=(name, _samples([row[at] for row in rows]), words.PARTS[part]), off=part is Part.LEAVE)
            for at, (name, part) in enumerate(zip(self._glance.header, self._parts, strict=True))
        ])  # fmt: skip

    def _choose(self, at: object) -> None:
        if isinstance(at, int) and at < len(self._parts):
            self.part.set_value(self._parts[at])

    def _put_right(self) -> None:
        at, chosen = self.table.chosen_key(), self.part.value()
        if isinstance(at, int) and chosen:
            self._parts[at] = Part(chosen)
            self._fill()

    def _answered(self) -> None:
        self.days.show_problem("")

    def _read_again(self) -> None:
        chosen = self.letters.value()
        self.encoding_chosen.emit("" if chosen == "auto" else chosen)


def _samples(cells: list[str]) -> str:
    """The first cells that say something, each once."""
    filled = dict.fromkeys(" ".join(cell.split()) for cell in cells if cell.strip())
    return " · ".join(list(filled)[:_SAMPLES])
