"""Today's extra at the counter: given, another, not today, how it was taken, and what the cashier sees."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from counter.desk import gestures, visits
from counter.records.card import SuggestionState, SuggestionView
from counter.records.entries import Saved
from counter.records.gestures import Reaction
from counter.ui.counter.errands import Errands
from counter.ui.counter.showing import Showing
from counter.ui.texts import counter as words


class Extras(QObject):
    """For the person who is open."""

    def __init__(self, errands: Errands, showing: Showing) -> None:
        super().__init__(errands.window)
        self._errands, self._window, self._showing = errands, errands.window, showing
        self._window.reaction.connect(self._reaction)
        self._window.circumstances_changed.connect(self._circumstances)

    def given(self) -> None:
        """It was given."""
        self._for_suggestion(gestures.given)

    def not_today(self) -> None:
        """Not for them, not now."""
        self._for_suggestion(gestures.not_today)

    def _for_suggestion(self, use_case: Callable[..., Saved]) -> None:
        card = self._window.card
        if card and card.suggestion.state is SuggestionState.SUGGESTED:
            self._errands.do(use_case, self._showing.say, card.suggestion.suggestion_id)
        else:
            self._window.say_problem(words.NOTHING_SUGGESTED)

    def another(self) -> None:
        """Something else, or one where none was suggested."""
        if card := self._window.card:
            self._errands.do(gestures.another, self._suggested, card.customer.id)

    def _suggested(self, _view: SuggestionView) -> None:
        self._showing.again()

    def _reaction(self, key: str) -> None:
        card = self._window.card
        given = card.suggestion.given if card else None
        if given is not None:
            self._errands.do(gestures.reaction, self._showing.say, given.id, Reaction(key))

    def _circumstances(self, names: frozenset[str]) -> None:
        card = self._window.card
        self._errands.do(visits.set_circumstances, self._showing.again, card.customer.id if card else None, names)
