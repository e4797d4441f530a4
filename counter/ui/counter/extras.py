"""Today's extra at the counter: given, another, not today, how it was taken, and what the cashier sees."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from counter.desk import gestures, visits
from counter.records.card import SuggestionState, SuggestionView
from counter.records.entries import Saved
from counter.records.gestures import Reaction
from counter.ui.counter.errands import Errands
from counter.ui.counter.extras_why import Spoken, WhyNot
from counter.ui.counter.showing import Showing
from counter.ui.texts import counter as words


class Extras(QObject):
    """For the person who is open."""

    def __init__(self, errands: Errands, showing: Showing) -> None:
        super().__init__(errands.window)
        self._errands, self._window, self._showing = errands, errands.window, showing
        self._window.reaction.connect(self._reaction)
        self._window.right.extra.left_for.connect(self._because)
        self._window.circumstances_changed.connect(self._circumstances)

    def given(self) -> None:
        """It was given."""
        self._for_suggestion(gestures.given)

    def not_today(self) -> None:
        """Not for them, not now; once more, and it can be said why."""
        card = self._window.card
        if card and card.suggestion.state is SuggestionState.SKIPPED:
            self._window.right.extra.go_to_reasons()
        else:
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

    def why_not(self) -> None:
        """What speaks against each extra for them now."""
        if card := self._window.card:
            work = partial(gestures.why_not_each, self._errands.till, card.customer.id)
            self._errands.ask(work, self._explain)

    def _explain(self, each: Spoken) -> None:
        """In place of a form; what was half written in another is kept."""
        self._window.put_away.emit()
        self._window.open_form(WhyNot(each), "why_not")

    def _suggested(self, _view: SuggestionView) -> None:
        self._showing.again()

    def _reaction(self, key: str) -> None:
        card = self._window.card
        given = (card.suggestion.given or card.suggestion.before) if card else None
        if given is not None:
            self._errands.do(gestures.reaction, self._showing.say, given.id, Reaction(key))

    def _because(self, why: str) -> None:
        card = self._window.card
        if card and card.suggestion.suggestion_id is not None:
            self._errands.do(gestures.because, self._showing.again, card.suggestion.suggestion_id, why)

    def _circumstances(self, names: frozenset[str]) -> None:
        card = self._window.card
        self._errands.do(visits.set_circumstances, self._showing.again, card.customer.id if card else None, names)
