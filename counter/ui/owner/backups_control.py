"""Connects the page of backups: the list from the disk, and one that is looked through, weighed and gone back to."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter.errors import Damaged
from counter.office import backups, rescuing, restoring
from counter.records.backups import Backup, Care, Shelf, Weighed
from counter.ui.owner.backups import BackupsPage
from counter.ui.owner.backups_parts import PlaceControl, SalvageControl
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.texts import backups as words
from counter.ui.widgets.messages import MessageBar


class BackupsControl(QObject):
    """`wanted` when a backup is to be made now, `going_back(Path)` when the file prepared there is to take the place
    of the shop's, `brought` when salvaged entries stand on Today.
    """

    wanted = Signal()
    going_back = Signal(object)
    brought = Signal()
    _going = Signal(str, float)

    def __init__(self, page: BackupsPage, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        self._file = Path(errands.till.database.database)
        self._wishes = 0
        self._going.connect(page.show_going)
        page.asked.connect(self.wanted)
        page.wanted.connect(self._weigh)
        page.confirmed.connect(self._go_back)
        page.left.connect(restoring.leave)
        self._place = PlaceControl(page.place, message, errands)
        self._place.chosen.connect(self.wanted)
        self._place.dropped.connect(self.made)
        self._salvage = SalvageControl(page.offer, message, errands)
        self._salvage.brought.connect(self.brought)

    def load(self) -> int:
        """How many salvaged entries wait to be brought in; the list itself comes from where it may take long."""
        return rescuing.waiting(self._file).count

    def take(self, waiting: int) -> None:
        """The page as things stand now."""
        self._page.settle()
        self._page.offer.show_offer(waiting)
        self._errands.lanes.away(partial(backups.shelf, self._file), self._show, self._failed)

    def made(self, _backup: Backup | None = None) -> None:
        """One more, by itself or asked for; or it could not be made."""
        if not self._page.form_is_open():
            self._errands.lanes.away(partial(backups.shelf, self._file), self._show, self._failed)

    def going(self, done: float) -> None:
        """So much of a backup is made."""
        self._page.show_going(words.MAKING, done)

    def care(self, care: Care) -> None:
        """How the backups stand."""
        self._page.heading.say(care.trouble or words.SUB)
        self.made()

    def say(self, sentence: str) -> None:
        """At the foot of the window."""
        self._message.say(sentence, undoable=False)

    def refuse(self, sentence: str) -> None:
        """What can't be done: in the form, or at the foot of the window."""
        if self._page.form_is_open():
            self._page.refuse(sentence)
        else:
            self._message.say_problem(sentence)

    def _show(self, shelf: Shelf) -> None:
        self._page.show_shelf(shelf, self._errands.till.here)

    def _weigh(self, source: Path) -> None:
        going = partial(self._going.emit, words.LOOKING)
        work = partial(restoring.weigh, self._file, source, going)
        self._wishes += 1
        self._errands.lanes.away(work, partial(self._compare, self._wishes), self._not_taken)

    def _compare(self, wish: int, weighed: Weighed) -> None:
        """What was wished for last is shown; one that took longer than that is let be."""
        if wish != self._wishes:
            restoring.leave(weighed)
            return
        self._going.emit(words.LOOKING, 1.0)
        self._errands.ask(partial(restoring.with_loss, weighed), self._confirm, self._not_taken)

    def _confirm(self, weighed: Weighed) -> None:
        self._page.show_weighed(weighed, self._errands.till.here)

    def _not_taken(self, fault: Exception) -> None:
        self._going.emit(words.LOOKING, 1.0)
        self._failed(fault)
        if isinstance(fault, Damaged):
            self.made()

    def _go_back(self, weighed: Weighed) -> None:
        self.going_back.emit(weighed.prepared)

    def _failed(self, fault: Exception) -> None:
        self.refuse(told(fault)[0])
