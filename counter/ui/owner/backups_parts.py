"""Connects two parts of the page of backups: the second place, and what a damaged file still holds."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter.desk import find
from counter.office import backups, rescuing, second_place
from counter.records.lookup import Person
from counter.ui.owner.backups import PlacePanel, SalvageOffer
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.texts import backups as words
from counter.ui.widgets.messages import MessageBar


class PlaceControl(QObject):
    """`chosen` when there is another second place, which wants a backup at once; `dropped` when there is none."""

    chosen = Signal()
    dropped = Signal()

    def __init__(self, panel: PlacePanel, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(panel)
        self._message, self._errands = message, errands
        self._folder = backups.folder_of(Path(errands.till.database.database))
        panel.chosen.connect(self._choose)
        panel.dropped.connect(self._drop)

    def _choose(self, folder: str) -> None:
        work = partial(second_place.choose, self._folder, folder, self._errands.till.settings.shop_name)
        self._errands.lanes.work(work, self._chosen, self._failed)

    def _chosen(self, warning: str) -> None:
        self._message.say(f"{words.PLACE_CHOSEN} {warning}".strip(), undoable=False)
        self.chosen.emit()

    def _drop(self) -> None:
        self._errands.lanes.work(partial(second_place.forget, self._folder), self._dropped, self._failed)

    def _dropped(self, _answer: None) -> None:
        self._message.say(words.PLACE_GONE, undoable=False)
        self.dropped.emit()

    def _failed(self, fault: Exception) -> None:
        self._message.say_problem(told(fault)[0])


class SalvageControl(QObject):
    """`brought` when the entries of a damaged file stand on Today, to be checked."""

    brought = Signal()

    def __init__(self, offer: SalvageOffer, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(offer)
        self._offer, self._message, self._errands = offer, message, errands
        self._file = Path(errands.till.database.database)
        offer.decided.connect(self._decide)

    def _decide(self, bring: bool) -> None:  # noqa: FBT001
        if bring:
            work = partial(rescuing.bring_in, self._errands.stamp(), self._file)
            self._errands.ask(work, self._brought, self._failed)
        else:
            rescuing.leave(self._file)
            self._done(words.CHECKED_NOT)

    def _brought(self, answer: tuple[int, tuple[int, ...]]) -> None:
        """The people that had to be made for it can be found from now on."""
        number, people = answer
        self._done(words.brought(number))
        for customer_id in people:
            self._errands.ask(partial(find.one, customer_id), self._know, self._failed)
        self.brought.emit()

    def _know(self, person: Person | None) -> None:
        finder = self._errands.finder
        if person is not None and finder is not None:
            self._errands.lanes.lookup(partial(finder.add, person), _nothing, self._failed)

    def _done(self, sentence: str) -> None:
        self._offer.show_offer(0)
        self._message.say(sentence, undoable=False)

    def _failed(self, fault: Exception) -> None:
        self._message.say_problem(told(fault)[0])


def _nothing(_answer: object) -> None:
    """An answer that nobody waits for."""
