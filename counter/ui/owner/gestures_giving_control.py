"""Connects the page “Who gets extras” with the office and the desk."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from counter.desk import dry_run
from counter.office import catalogue_file, fairness
from counter.office.catalogue_file import Offered
from counter.office.change import Change
from counter.records.entries import Saved
from counter.records.giving import Mirror
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.gestures_giving import GivingPage
from counter.ui.texts import giving as words
from counter.ui.widgets.messages import MessageBar

WEEKS: Final = 13


class GivingControl(QObject):
    """`changed` when gestures were taken in."""

    changed = Signal()

    def __init__(self, page: GivingPage, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        self._offered: Offered | None = None
        page.wanted.connect(self._look)
        page.written.connect(self._write)
        page.chosen.connect(self._read)
        page.taken.connect(self._take)

    def load(self) -> Mirror:
        """Who got what in thirteen weeks. Database lane."""
        till = self._errands.till
        return fairness.mirror(till.today - timedelta(weeks=WEEKS), till.settings)

    def take(self, mirror: Mirror) -> None:
        """The page as things stand."""
        self._page.show_mirror(mirror)

    def _look(self, name: str) -> None:
        till = self._errands.till
        if name == "last_week":
            self._errands.ask(partial(dry_run.last_week, till, till.catalogue), self._page.show_week, self._failed)
        else:
            self._errands.ask(self.load, self.take, self._failed)

    def _write(self, path: str) -> None:
        till = self._errands.till
        work = partial(catalogue_file.write, Path(path), till.catalogue, till.settings.coffee)
        self._errands.lanes.work(work, partial(self._written, Path(path).name), self._failed)

    def _written(self, name: str, _answer: object) -> None:
        self._message.say(words.written(name), undoable=False)

    def _read(self, path: str) -> None:
        till = self._errands.till
        work = partial(catalogue_file.read, Path(path), till.catalogue, till.settings.coffee)
        self._errands.lanes.work(work, self._found, self._failed)

    def _found(self, offered: Offered) -> None:
        self._offered = offered
        self._page.show_offered(offered)

    def _take(self, also_changed: bool) -> None:  # noqa: FBT001
        if self._offered is not None:
            coffee = self._errands.till.settings.coffee
            taking = partial(_take_in, offered=self._offered, cup=coffee, also_changed=also_changed)
            self._errands.change(taking, (self._taken, self._failed))

    def _taken(self, saved: Saved) -> None:
        self._offered = None
        self._message.say(saved.sentence, undoable=False)
        self._look("fair")
        self.changed.emit()

    def _failed(self, fault: Exception) -> None:
        self._message.say_problem(told(fault)[0])


def _take_in(change: Change, *, offered: Offered, cup: int, also_changed: bool) -> Saved:
    """On the database lane."""
    number = catalogue_file.take(change, offered, cup, also_changed=also_changed)
    return Saved(entry_id=0, customer_id=None, sentence=words.taken(number))
