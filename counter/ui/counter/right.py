"""The right column's parts: the extra, the keys and the slip, for one person or for nobody."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter.records.card import CustomerCard
from counter.ui.counter.do_column import SlipButton, SuggestionPanel, lines_for_card, lines_for_today
from counter.ui.counter.moment import Moment
from counter.ui.texts import card as words
from counter.ui.widgets.keylist import KeyList


class Right(QObject):
    """Owns `extra`, `keys` and `slip`. `acted(name)` for each key and button, `reaction(key)`."""

    acted = Signal(str)
    reaction = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.extra = SuggestionPanel(parent)
        self.keys = KeyList("keys", words.KEYS_LABEL, parent)
        self.slip = SlipButton(parent)
        self.extra.acted.connect(self.acted)
        self.extra.reaction.connect(self.reaction)
        self.keys.pressed.connect(self.acted)
        self.slip.pressed.connect(self._slip)

    def show_card(self, card: CustomerCard, moment: Moment) -> None:
        """What can be done for one person."""
        self.extra.show_view(card.suggestion, moment.money)
        self.keys.set_lines(lines_for_card(card, moment))
        self.slip.show_card(card, moment)

    def show_nobody(self) -> None:
        """What can be done while nobody is open."""
        self.extra.show_nobody()
        self.keys.set_lines(lines_for_today())
        self.slip.show_nobody()

    def _slip(self) -> None:
        self.acted.emit("slip")
