"""Connects the counter window with the desk: what was pressed becomes a use case on a lane, its answer is shown."""
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from counter.desk import find, gestures, people, thank, undo, visits
from counter.desk import open as opening
from counter.desk.composing import SlipWish
from counter.desk.find import Finder
from counter.desk.till import Till
from counter.errors import Known
from counter.lanes import Lanes
from counter.records.card import CustomerCard, SuggestionState, SuggestionView, Today
from counter.records.entries import Saved
from counter.records.lookup import Match, Person
from counter.records.people import Candidate, PersonForm
from counter.records.when import say_whole_day
from counter.ui.front.window import CounterWindow

BUG = "Something went wrong in the program. What you typed is kept."


class Showing(QObject):
    """Finding and opening: what is asked of the look-up and of the desk, and shown."""

    def __init__(self, window: CounterWindow, lanes: Lanes, shop: tuple[Till, Finder]) -> None:
        super().__init__(window)
        self.window, self._lanes = window, lanes
        self.till, self._index = shop
        self._asked = 0
        self.card: CustomerCard | None = None

    def ask(self, text: str) -> None:
        """Every keystroke; an answer that is stale when it comes is dropped."""
        self._asked += 1
        if not text.strip():
            self.show_today()
            return
        self._lanes.lookup(partial(self._index.search, text), partial(self._found, self._asked, text), self.failed)

    def open(self, customer_id: int) -> None:
        """Show somebody's card."""
        self.run(partial(opening.card, self.till, customer_id), self._show_card)

    def show_today(self) -> None:
        """Nobody open."""
        self.card = None
        self.run(partial(opening.today, self.till), self._show_day)

    def index(self, customer_id: int) -> None:
        """Somebody new or corrected is found at once."""
        self.run(partial(find.one, customer_id), self._index_again)

    def saved(self, saved: Saved) -> None:
        """Say it, and show how things are now."""
        self.window.message.say(f"{saved.sentence} {saved.warning}".strip(), undoable=saved.undoable)
        if saved.customer_id is not None:
            self.open(saved.customer_id)
        else:
            self.show_today()

    def run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """A step on the database lane."""
        self._lanes.database(work, then, self.failed)

    def failed(self, fault: Exception) -> None:
        """A sentence; what was typed stays."""
        self.window.message.say_problem(fault.sentence if isinstance(fault, Known) else BUG)

    def _found(self, number: int, text: str, matches: list[Match]) -> None:
        if number == self._asked:
            self.run(partial(find.candidates, text, matches), partial(self._show_found, number, text))

    def _show_found(self, number: int, text: str, rows: tuple[Candidate, ...]) -> None:
        if number == self._asked:
            self.window.show_found(text, rows)

    def _show_day(self, today: Today) -> None:
        if self.card is None:
            self.window.show_today(today, say_whole_day(today.day))

    def _show_card(self, card: CustomerCard) -> None:
        self.card = card
        self.window.show_card(card)

    def _index_again(self, person: Person | None) -> None:
        if person is not None:
            self._lanes.lookup(partial(self._index.add, person), _nothing, self.failed)


class Control(QObject):
    """One window, one till, one finder. `printing` tells that a slip was put into the queue."""

    printing = Signal()

    def __init__(self, window: CounterWindow, lanes: Lanes, shop: tuple[Till, Finder]) -> None:
        super().__init__(window)
        self._show = Showing(window, lanes, shop)
        self._till = shop[0]
        self._does: dict[str, Callable[[], None]] = {
            "escape": self._escape, "new_person": self._new_person, "someone": self._someone,
            "visit": partial(self._for_card, visits.here), "slip": self._slip, "reprint": self._reprint,
            "given": partial(self._for_suggestion, gestures.given), "another": self._another,
            "not_today": partial(self._for_suggestion, gestures.not_today), "undo": self._undo,
        }
        window.asked.connect(self._show.ask)
        window.opened.connect(self._show.open)
        window.acted.connect(self._act)
        window.top.set_shop(self._till.settings.shop_name)
        self._show.show_today()

    def _act(self, name: str) -> None:
        self._does[name]()

    def _escape(self) -> None:
        if self._show.card is not None:
            self._show.show_today()
        else:
            self._show.window.search.clear()

    def _new_person(self) -> None:
        form = PersonForm(name=self._show.window.search.text())
        self._show.run(partial(people.new, self._till, uuid4().hex, form), self._made)

    def _someone(self) -> None:
        self._show.run(partial(people.someone, self._till, uuid4().hex), self._made)

    def _made(self, saved: Saved) -> None:
        self._show.saved(saved)
        if saved.customer_id is not None:
            self._show.index(saved.customer_id)

    def _slip(self) -> None:
        if self._show.card is not None:
            person = self._show.card.customer.id
            self._show.run(partial(thank.slip, self._till, uuid4().hex, person, SlipWish()), self._put_in)

    def _reprint(self) -> None:
        self._show.run(partial(thank.reprint, self._till, uuid4().hex), self._put_in)

    def _put_in(self, saved: Saved) -> None:
        self._show.saved(saved)
        self.printing.emit()

    def _another(self) -> None:
        card = self._show.card
        if card is not None:
            work = partial(gestures.another, self._till, uuid4().hex, card.customer.id)
            self._show.run(work, partial(self._reopen, card.customer.id))

    def _reopen(self, customer_id: int, _view: SuggestionView) -> None:
        self._show.open(customer_id)

    def _undo(self) -> None:
        self._show.run(partial(undo.last, self._till, uuid4().hex), self._show.saved)

    def _for_card(self, use_case: Callable[..., Saved]) -> None:
        if self._show.card is not None:
            self._show.run(partial(use_case, self._till, uuid4().hex, self._show.card.customer.id), self._show.saved)

    def _for_suggestion(self, use_case: Callable[..., Saved]) -> None:
        view = self._show.card.suggestion if self._show.card else None
        if view is not None and view.state is SuggestionState.SUGGESTED:
            self._show.run(partial(use_case, self._till, uuid4().hex, view.suggestion_id), self._show.saved)


def _nothing(_answer: object) -> None:
    """An answer that nobody waits for."""
