"""Finding and opening: what is asked of the look-up and of the desk, and shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from counter.desk import drafts, find
from counter.desk import open as opening
from counter.desk.find import Changed
from counter.records.card import CustomerCard, Today
from counter.records.entries import NO_ENTRY, Saved
from counter.records.lookup import Match
from counter.records.people import Candidate
from counter.ui.counter.errands import Errands
from counter.ui.counter.moment import Moment
from counter.ui.texts import counter as words


class Showing(QObject):
    """Keeps the window showing how things stand: one person, or the day. `wanted` is who is to be open."""

    def __init__(self, errands: Errands) -> None:
        super().__init__(errands.window)
        self._errands, self._window, self._till = errands, errands.window, errands.till
        self.wanted: int | None = None
        self.staff: dict[int, str] = {}

    def find(self, text: str) -> None:
        """Asks the look-up on its lane; the window drops answers to another text than stands there."""
        if text:
            search = partial(self._errands.finder.search, text)
            self._errands.lanes.lookup(search, partial(self._matched, text), self._errands.failed)

    def open(self, customer_id: int) -> None:
        """Somebody's card."""
        self.wanted = customer_id
        self._errands.ask(partial(opening.card, self._till, customer_id), self._show_card)

    def close(self) -> None:
        """Nobody: the day."""
        self.wanted = None
        self._errands.ask(partial(opening.today, self._till), self._show_today)

    def again(self, _answer: object = None) -> None:
        """The same once more, as it stands now."""
        if self.wanted is None:
            self.close()
        else:
            self.open(self.wanted)

    def say(self, saved: Saved) -> None:
        """What was saved, and the card of whom it was for."""
        self._window.say(saved)
        self.wanted = saved.customer_id if saved.customer_id is not None else self.wanted
        self.again()
        self._follow(saved)

    def undone(self, saved: Saved) -> None:
        """What was taken back; the person may have gone with it."""
        self._window.say(saved)
        self.wanted = saved.customer_id
        self.again()
        self._follow(saved)

    def drop_draft(self, form: str, customer_id: int | None) -> None:
        """Throws away what was half written; the keyboard goes from its button to the search."""
        self._window.search.setFocus()
        self._window.message.note(words.THROWN)
        self._errands.ask(partial(drafts.drop, self._till, form, customer_id), self.again)

    def moment(self) -> Moment:
        """Now, as the shop says it."""
        paper = self._errands.paper
        return Moment(
            here=self._till.here, money=self._till.money, staff=self.staff, language=self._till.settings.language,
            languages=frozenset(self._till.wordings),
            paper=paper.name.removeprefix("Roll, "),
        )  # fmt: skip

    def _matched(self, text: str, matches: list[Match]) -> None:
        self._errands.ask(partial(find.candidates, text, matches), partial(self._show_found, text))

    def _show_found(self, text: str, found: tuple[Candidate, ...]) -> None:
        self._window.show_found(found, text)

    def _show_card(self, card: CustomerCard) -> None:
        if card.customer.id == self.wanted:
            self._window.set_moment(self.moment())
            self._window.show_card(card)

    def _show_today(self, today: Today) -> None:
        if self.wanted is None:
            self._window.set_moment(self.moment())
            self._window.show_today(today)

    def _follow(self, saved: Saved) -> None:
        """Everybody whom it touched, those too from whom something was taken, is found as they are now."""
        if saved.entry_id != NO_ENTRY:
            self._errands.ask(partial(find.changed_since, saved.entry_id - 1), self._learn)

    def _learn(self, changed: Changed) -> None:
        # What stands in the search finds them from now on, so that nobody is made twice.
        again = partial(_ignore, lambda: self.find(self._window.left.text()))
        self._errands.lanes.lookup(partial(self._errands.finder.change, changed), again, self._errands.failed)


def _ignore(act: Callable[[], None], _answer: object) -> None:
    """What comes next, whatever the answer was."""
    act()
