"""Connects the counter window with the desk: a key becomes a use case on a lane, its answer is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from counter.desk import gestures, people, undo, visits
from counter.records.card import CustomerCard, SuggestionState, SuggestionView
from counter.records.entries import Saved
from counter.records.gestures import Reaction
from counter.records.people import PersonForm
from counter.ui.counter.errands import Errands
from counter.ui.counter.showing import Showing
from counter.ui.counter.thanking import Thanking
from counter.ui.texts import counter as words


class Control(QObject):
    """One counter. `printing` tells that a slip was put into the queue; `handed_on(name)` are the keys that are
    answered elsewhere: forms ("return", "note", "edit_person" …), "owner", "help", "staff" and "staff_1" to "staff_9".
    """

    printing = Signal()
    handed_on = Signal(str)

    def __init__(self, errands: Errands) -> None:
        super().__init__(errands.window)
        self._errands, self._window = errands, errands.window
        self.showing, self.thanking = Showing(errands), Thanking(errands)
        self._does: dict[str, Callable[[], None]] = {
            "someone": self._someone,
            "here": partial(self._for_person, visits.here),
            "slip": self._slip,
            "reprint": self.thanking.reprint,
            "given": partial(self._for_suggestion, gestures.given),
            "another": self._another,
            "not_today": partial(self._for_suggestion, gestures.not_today),
            "undo": self._undo,
        }
        self._connect()
        self._window.top.set_shop(errands.till.settings.shop_name)
        self.showing.close()

    def _connect(self) -> None:
        window = self._window
        window.asked.connect(self.showing.find)
        window.opened.connect(self.showing.open)
        window.closed.connect(self.showing.close)
        window.put_away.connect(window.close_form)
        window.new_person.connect(self._new_person)
        window.acted.connect(self._act)
        window.reaction.connect(self._reaction)
        window.circumstances_changed.connect(self._circumstances)
        window.draft_dropped.connect(self.showing.drop_draft)
        self.thanking.queued.connect(self._queued)

    def _act(self, name: str) -> None:
        does = self._does.get(name)
        if does is None:
            self.handed_on.emit(name)
        else:
            does()

    def _card(self) -> CustomerCard | None:
        return self._window.card

    def _someone(self) -> None:
        self._errands.do(people.someone, self.showing.made)

    def _new_person(self, text: str) -> None:
        if text:
            self._errands.do(people.new, self.showing.made, PersonForm(name=text))
        else:
            self._window.say_problem(words.TYPE_A_NAME)

    def _slip(self) -> None:
        if card := self._card():
            self.thanking.start(card.customer.id)

    def _queued(self, saved: Saved) -> None:
        self.showing.say(saved)
        self.printing.emit()

    def _undo(self) -> None:
        self._errands.do(undo.last, self.showing.undone)

    def _for_person(self, use_case: Callable[..., Saved]) -> None:
        if card := self._card():
            self._errands.do(use_case, self.showing.say, card.customer.id)

    def _for_suggestion(self, use_case: Callable[..., Saved]) -> None:
        card = self._card()
        if card and card.suggestion.state is SuggestionState.SUGGESTED:
            self._errands.do(use_case, self.showing.say, card.suggestion.suggestion_id)
        else:
            self._window.say_problem(words.NOTHING_SUGGESTED)

    def _another(self) -> None:
        if card := self._card():
            self._errands.do(gestures.another, self._suggested, card.customer.id)

    def _suggested(self, _view: SuggestionView) -> None:
        self.showing.again()

    def _reaction(self, key: str) -> None:
        card = self._card()
        given = card.suggestion.given if card else None
        if given is not None:
            self._errands.do(gestures.reaction, self.showing.say, given.id, Reaction(key))

    def _circumstances(self, names: frozenset[str]) -> None:
        card = self._card()
        self._errands.do(visits.set_circumstances, self.showing.again, card.customer.id if card else None, names)
