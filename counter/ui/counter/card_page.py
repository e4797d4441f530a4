"""Know: the card under the name and what waits. What holds now, what is known, and everything so far."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.card import CustomerCard
from counter.ui.counter.circumstances import Circumstances
from counter.ui.counter.known import Known
from counter.ui.counter.moment import Moment
from counter.ui.counter.so_far import lines_of
from counter.ui.texts import card as card_words
from counter.ui.texts import counter as words
from counter.ui.texts.keys import KEYS
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.buttons import Action, ActionButton, ButtonStyle
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, tall_as_needed
from counter.ui.widgets.timeline import Timeline


class CardPage(Themed, QWidget):
    """One person's card. `circumstances_changed(frozenset)`, `entry_opened(entry_id)`, `known_opened((what, id))`;
    `kept_asked` when they want to know what is kept of them, or to be forgotten."""

    circumstances_changed = Signal(object)
    entry_opened = Signal(object)
    known_opened = Signal(object)
    kept_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tall_as_needed(self)
        self.circumstances = Circumstances("circumstances", self)
        self.circumstances.changed.connect(self.circumstances_changed)
        self.known = Known(self)
        self.known.opened.connect(self.known_opened)
        self._so_far = Panel("so_far", parent=self)
        self._so_far.add_heading(card_words.SO_FAR, Role.LABEL)
        self.timeline = Timeline("timeline", card_words.SO_FAR, self)
        self.timeline.opened.connect(self.entry_opened)
        self._nothing = Text(words.NOTHING_SO_FAR, Role.BODY, Tone.QUIET, parent=self)
        self._so_far.body.addWidget(self.timeline)
        self._so_far.body.addWidget(self._nothing)
        keep = Action(name="what_we_keep", label=card_words.WHAT_WE_KEEP, key=KEYS["what_we_keep"])
        self.keep = ActionButton(keep, ButtonStyle.QUIET, parent=self)
        self.keep.clicked.connect(self.kept_asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.circumstances, self.known, self._so_far):
            self._column.addWidget(part)
        self._column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self.restyle(current())

    def show_card(self, card: CustomerCard, moment: Moment) -> None:
        """Shows one person."""
        self.circumstances.set_likely(card.likely)
        visit = card.visit_today.circumstances if card.visit_today else frozenset()
        self.circumstances.set_ticked(card.day_circumstances | visit | card.holding)
        self.known.show_card(card, moment)
        self.timeline.set_lines(lines_of(card.timeline, moment))
        self._nothing.setVisible(not card.timeline)
        self.timeline.setVisible(bool(card.timeline))

    def set_mode(self, mode: Mode) -> None:
        """Gives way where room is short."""
        for part in (self.circumstances, self.known, self.timeline):
            part.set_mode(mode)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._column.setSpacing(theme.space(12))
