"""Connects the page of one person twice: the look on the lane of the names, the merge on the database's."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from counter.desk import learning
from counter.desk.find import Finder
from counter.office import merging
from counter.records.entries import Saved
from counter.records.merging import Couple, Joined, Likeness
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.following import Following
from counter.ui.owner.same_person import SamePersonPage
from counter.ui.texts import same_person as words
from counter.ui.widgets.messages import MessageBar

Found = tuple[tuple[Couple, ...], tuple[Joined, ...]]


class SamePersonControl(QObject):
    """`changed` when two became one, or one two."""

    changed = Signal()

    def __init__(self, page: SamePersonPage, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        self._following = Following(errands, self)
        self._likely: tuple[Likeness, ...] | None = None
        self._looking = False
        page.asked.connect(self.look)
        page.joined.connect(self._join)
        page.two.connect(self._two)
        page.before.parted.connect(self._part)

    def load(self) -> Found:
        """The pairs of the last look as they stand now, and those that were put together; on the database lane."""
        return merging.couples(self._likely or ()), merging.joined()

    def take(self, found: Found) -> None:
        """The page as things stand now; the first time it comes to the front, it looks."""
        couples, joined = found
        till, empty = self._errands.till, words.NONE if self._readable else words.READING_YET
        here = till.here
        self._page.settle()
        self._page.show_couples(couples, here, till.money, empty)
        self._page.show_joined(joined, here)
        if self._likely is None:
            self.look()

    def look(self) -> None:
        """Through everybody, a little at a time, so that the counter finds people meanwhile."""
        finder = self._errands.finder
        if finder is None or not finder.whole or self._looking:
            return
        self._looking = True
        self._page.show_going(0.0)
        self._errands.lanes.lookup(partial(_Look, finder), self._step, self._failed)

    @property
    def _readable(self) -> bool:
        return self._errands.finder is not None and self._errands.finder.whole

    def _step(self, look: _Look) -> None:
        if look.done < 1:
            self._page.show_going(look.done)
            self._errands.lanes.lookup(look.go_on, self._step, self._failed)
            return
        self._likely, self._looking = look.best(), False
        self._page.show_going(1.0)
        self._again()

    def _again(self) -> None:
        self._errands.ask(self.load, self.take, self._failed)

    def _join(self, couple: Couple, taken: frozenset[str]) -> None:
        self._following.begin()
        self._errands.change(merging.join, (self._done, self._failed), couple, taken)

    def _part(self, entry_id: int) -> None:
        self._following.begin()
        self._errands.change(merging.take_apart, (self._done, self._failed), entry_id)

    def _two(self, couple: Couple) -> None:
        self._errands.change(merging.say_apart, (self._said, self._failed), couple)

    def _done(self, saved: Saved) -> None:
        """The index and what the choice of gestures learnt follow."""
        self._following.follow()
        self._errands.ask(partial(learning.learn_anew, self._errands.till), self._learnt, self._failed)
        self._said(saved)

    def _learnt(self, _answer: object) -> None:
        self.changed.emit()

    def _said(self, saved: Saved) -> None:
        self._message.say(saved.sentence, undoable=False)
        self._again()

    def _failed(self, fault: Exception) -> None:
        self._looking = False
        sentence, field = told(fault)
        if self._page.form_is_open():
            self._page.refuse(sentence, field)
        else:
            self._message.say_problem(sentence)


class _Look:
    """One look through everybody, on the lane of the names."""

    def __init__(self, finder: Finder) -> None:
        self._likely = finder.likely()
        self.done = 0.0

    def go_on(self) -> _Look:
        """A little more."""
        self.done = self._likely.step()
        return self

    def best(self) -> tuple[Likeness, ...]:
        """What was found."""
        return self._likely.best()
