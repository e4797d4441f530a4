"""The middle column's parts: head, card or Today, and the place for a form."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.card import CustomerCard, Today
from counter.ui.counter.card_page import CardPage
from counter.ui.counter.form_place import FormPlace
from counter.ui.counter.head import Head
from counter.ui.counter.moment import Moment
from counter.ui.counter.rows import DraftRow
from counter.ui.counter.today_page import TodayPage
from counter.ui.counter.waiting import Waiting
from counter.ui.theme import Mode
from counter.ui.widgets.themed import tall_as_needed


class Middle(QObject):
    """Owns `head`, `waiting`, `body` and `place`, which the window puts into its grid. Shows one card or Today."""

    opened = Signal(int)
    draft_opened = Signal(str, object)
    draft_dropped = Signal(str, object)
    circumstances_changed = Signal(object)
    known_opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.head, self.waiting = Head(parent), Waiting(parent)
        self.body = QWidget(parent)
        tall_as_needed(self.body)
        self.card_page, self.today_page = CardPage(self.body), TodayPage(self.body)
        self.place = FormPlace(parent)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        self.today_page.opened.connect(self.opened)
        for page in (self.card_page, self.today_page):
            column.addWidget(page)
            page.circumstances_changed.connect(self.circumstances_changed)
        for holder in (self.waiting, self.today_page):
            holder.draft_opened.connect(self.draft_opened)
            holder.draft_dropped.connect(self.draft_dropped)
        self.card_page.known_opened.connect(self.known_opened)
        self.head.opened.connect(self.known_opened)
        for part in (self.head, self.card_page, self.today_page):  # nothing is known yet, so nothing is said
            part.hide()

    def show_card(self, card: CustomerCard, moment: Moment) -> None:
        """One person."""
        self.head.show_card(card, moment)
        self.head.show()
        self.waiting.show_card(card, moment)
        self.card_page.show_card(card, moment)
        self.today_page.hide()
        self.card_page.show()

    def show_today(self, today: Today, moment: Moment) -> None:
        """Nobody open."""
        self.head.show_today(moment)
        self.head.show()
        self.waiting.show_nobody()
        self.today_page.show_today(today, moment)
        self.card_page.hide()
        self.today_page.show()

    def go_to_circumstances(self) -> None:
        """The keyboard to the chips that are shown."""
        page = self.today_page if self.card_page.isHidden() else self.card_page
        page.circumstances.go()

    def first_draft(self) -> DraftRow | None:
        """What is half written and stands first, while it is in sight."""
        rows = (*self.waiting.findChildren(DraftRow), *self.body.findChildren(DraftRow))
        return next((row for row in rows if row.isVisible()), None)

    def set_mode(self, mode: Mode) -> None:
        """Gives way where room is short."""
        for part in (self.head, self.card_page, self.today_page, self.place):
            part.set_mode(mode)
