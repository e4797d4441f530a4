"""What is open and what is half written for one person: over the card, and over all else where room is short."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.card import CustomerCard
from counter.ui.counter.moment import Moment
from counter.ui.counter.rows import DraftRow, OpenRow, action_of
from counter.ui.theme import Theme, current
from counter.ui.widgets.themed import Themed, clear, tall_as_needed


class Waiting(Themed, QWidget):
    """`acted(OpenItem)`, `draft_opened` and `draft_dropped(form, customer_id)`. Gone while nothing waits."""

    acted = Signal(object)
    draft_opened = Signal(str, object)
    draft_dropped = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tall_as_needed(self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.restyle(current())
        self.hide()

    def show_card(self, card: CustomerCard, moment: Moment) -> None:
        """What waits for one person, the most pressing first."""
        clear(self._rows)
        for number, item in enumerate(card.open, 1):
            row = OpenRow(item, action_of(item, card.customer.address_form, number, first=number == 1), self)
            row.acted.connect(self.acted)
            self._rows.addWidget(row)
        for number, draft in enumerate(card.drafts):
            half = DraftRow(draft, moment, self, len(card.open) + number + 1 if number else 1)
            half.go_on.connect(self.draft_opened)
            half.thrown.connect(self.draft_dropped)
            self._rows.addWidget(half)
        self.setVisible(bool(card.open or card.drafts))

    def show_nobody(self) -> None:
        """Nobody is open."""
        clear(self._rows)
        self.hide()

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._rows.setSpacing(theme.space(8))
