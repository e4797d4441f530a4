"""The counter window: one grid, one `_connect`. Shows records, emits what the cashier wants."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.card import CustomerCard, SuggestionView, Today
from counter.records.entries import Saved
from counter.records.people import Candidate
from counter.ui.counter.edges import Edges
from counter.ui.counter.find_column import FindColumn
from counter.ui.counter.keys import Keys
from counter.ui.counter.middle import Middle
from counter.ui.counter.moment import NOT_OPEN, Moment
from counter.ui.counter.pressed import Pressed
from counter.ui.counter.right import Right
from counter.ui.texts import common
from counter.ui.theme import Mode
from counter.ui.widgets.columns import Parts, ThreeColumns
from counter.ui.widgets.ring import FocusRing
from counter.ui.widgets.tabbing import ReadInOrder

_SHIFTS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class CounterWindow(ReadInOrder, QWidget):
    """Find, know, do, thank. It knows no desk: `show_…` takes records, signals say what is wanted.

    `asked(text)`; `opened(customer_id)`; `new_person(text)`; `acted(name)` for the keys of `keys.KEYS`, for
    and for "staff"; `closed` when a card is put away by Esc, `put_away` when a form is;
    `item_acted(OpenItem)`; `reaction(key)`; `circumstances_changed(frozenset)`; `entry_opened(entry_id)`;
    `known_opened((what, id))` when a fact, a date or one of the household is to be corrected;
    `draft_opened` and `draft_dropped(form, customer_id or None)`.
    """

    asked = Signal(str)
    opened = Signal(int)
    new_person = Signal(str)
    acted = Signal(str)
    closed = Signal()
    put_away = Signal()
    item_acted = Signal(object)
    reaction = Signal(str)
    circumstances_changed = Signal(object)
    entry_opened = Signal(object)
    known_opened = Signal(object)
    draft_opened = Signal(str, object)
    draft_dropped = Signal(str, object)

    def __init__(self, moment: Moment = NOT_OPEN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counter_window")
        self.setWindowTitle(common.PROGRAM)
        self.moment = moment
        self.left, self.middle, self.right = FindColumn(moment, self), Middle(self), Right(self)
        self.edges = Edges(self)
        self.top, self.message = self.edges.top, self.edges.message
        self.search, self.head = self.left.search, self.middle.head
        self.card: CustomerCard | None = None
        self.columns = ThreeColumns(
            Parts(
                search=self.left.search, found=self.left.found, find_foot=self.left.foot, head=self.middle.head,
                waiting=self.middle.waiting, body=self.middle.body, form=self.middle.place, extra=self.right.extra,
                keys=self.right.keys, slip=self.right.slip,
            ),
            self,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.edges.progress)
        column.addWidget(self.columns, 1)
        column.addWidget(self.message)
        self.pressed = Pressed(self, self)
        self._keys = Keys(self)
        self._connect()
        self.ring = FocusRing(self)
        if moment is not NOT_OPEN:
            self.set_moment(moment)
        self.right.show_nobody()
        self.search.setFocus()

    def set_moment(self, moment: Moment) -> None:
        """Another minute, another language of the shop: what is shown next is put into words by it."""
        self.moment = self.left.moment = moment
        self.edges.show_moment(moment)

    def show_found(self, found: Sequence[Candidate], text: str | None = None) -> None:
        """Answers `asked(text)`; an answer to a text that stands there no more is dropped."""
        self.left.show_found(found, text)

    def show_today(self, today: Today) -> None:
        """Nobody is open: the day."""
        self.card = None
        self.middle.show_today(today, self.moment)
        self.columns.set_nobody(nobody=True)
        self.right.show_nobody()
        self.left.show_recent(today.recent)

    def show_card(self, card: CustomerCard) -> None:
        """One person. The next letter typed begins another search."""
        fresh = self.card is None or self.card.customer.id != card.customer.id
        self.card = card
        self.middle.show_card(card, self.moment)
        self.right.show_card(card, self.moment)
        self.columns.set_searching(searching=False)
        self.columns.set_nobody(nobody=False)
        if fresh and self.middle.place.form is None:
            self.left.start_anew()
            self.search.setFocus()

    def show_suggestion(self, view: SuggestionView) -> None:
        """Another extra for the person who is open."""
        self.right.extra.show_view(view, self.moment.money)

    def open_form(self, form: QWidget, name: str = "") -> None:
        """Shows a form under the name; `name` marks its key. Its signal `put_away` comes out of the window."""
        self.middle.place.put(form, self.columns.mode)
        self.columns.set_form_open(is_open=True)
        self.head.set_small(small=True)
        self.right.keys.set_active(name)
        self.middle.place.focus_first()

    def close_form(self) -> None:
        """Takes the form away; the keyboard is in the search field again."""
        self.middle.place.clear()
        self.columns.set_form_open(is_open=False)
        self.head.set_small(small=False)
        self.right.keys.set_active("")
        self.search.setFocus()
        if self.card is not None:
            self.left.start_anew()

    def form(self) -> QWidget | None:
        """The form that is open."""
        return self.middle.place.form

    def say(self, saved: Saved) -> None:
        """What was saved for whom, with Undo."""
        self.edges.say(saved)

    def say_problem(self, sentence: str) -> None:
        """What could not be done, and what one can do."""
        self.message.say_problem(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nobody else wanted: Esc goes one step back, letters outside a form go into the search field."""
        plain = not event.modifiers() & ~_SHIFTS
        if event.key() == Qt.Key.Key_Escape and plain:
            self.pressed.escape()
        elif plain and event.text().isprintable() and event.text().strip() and not self.pressed.in_form():
            self.left.take(event.text())
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self._keys.pressed.connect(self.pressed.press)
        self.left.asked.connect(self._asked)
        self.left.opened.connect(self.opened)
        self.left.new_person.connect(self.new_person)
        self.left.to_today.connect(self.middle.today_page.go)
        self.middle.opened.connect(self.opened)
        self.middle.draft_opened.connect(self.draft_opened)
        self.middle.draft_dropped.connect(self.draft_dropped)
        self.middle.circumstances_changed.connect(self.circumstances_changed)
        self.middle.known_opened.connect(self.known_opened)
        self.middle.head.edit.connect(self.pressed.edit)
        self.middle.waiting.acted.connect(self.item_acted)
        self.middle.card_page.entry_opened.connect(self.entry_opened)
        self.middle.card_page.kept_asked.connect(partial(self.acted.emit, "what_we_keep"))
        self.middle.place.put_away.connect(self.put_away)
        self.right.acted.connect(self.pressed.press)
        self.right.reaction.connect(self.reaction)
        self.edges.acted.connect(self.pressed.press)
        self.columns.mode_changed.connect(self._give_way)

    def _asked(self, text: str) -> None:
        self.columns.set_searching(searching=bool(text))
        self.asked.emit(text)

    def _give_way(self, mode: Mode) -> None:
        self.middle.set_mode(mode)
        self.edges.set_mode(mode)
