"""A start at which the shop's file is refused: another program's, a newer one, one that holds strange things."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter.errors import Damaged, Known
from counter.lanes import Lanes
from counter.office import backups, restoring
from counter.records.backups import Loss, Shelf, Weighed
from counter.settings import Settings
from counter.ui.owner.way_in import WayIn
from counter.ui.texts import backups as words
from counter.ui.texts import counter as counter_words


class WayInControl(QObject):
    """The backups are listed and one is looked through; `leaving(Path)` when it is to be the shop."""

    leaving = Signal(object)
    _looking = Signal(float)

    def __init__(self, window: WayIn, lanes: Lanes, shop_file: Path, now: datetime) -> None:
        super().__init__(window)
        self._window, self._page, self._lanes, self._file = window, window.page, lanes, shop_file
        self._here = Settings().here(now)
        self._wishes = 0
        self._looking.connect(partial(self._page.show_going, words.LOOKING))
        self._page.wanted.connect(self._weigh)
        self._page.confirmed.connect(self._go)
        self._page.left.connect(restoring.leave)
        self._list()

    def _list(self) -> None:
        self._lanes.away(partial(backups.shelf, self._file), self._show, self._failed)

    def _show(self, shelf: Shelf) -> None:
        self._page.show_shelf(shelf, self._here)
        self._page.start()

    def _weigh(self, source: Path) -> None:
        self._wishes += 1
        work = partial(restoring.weigh, self._file, source, self._looking.emit)
        self._lanes.away(work, partial(self._confirm, self._wishes), self._failed)

    def _confirm(self, wish: int, weighed: Weighed) -> None:
        """What was wished for last is shown; one that took longer than that is let be."""
        if wish != self._wishes:
            restoring.leave(weighed)
            return
        self._looking.emit(1.0)
        self._page.show_weighed(replace(weighed, loss=Loss(entries=0, known=False)), self._here)

    def _go(self, weighed: Weighed) -> None:
        self.leaving.emit(weighed.prepared)

    def _failed(self, fault: Exception) -> None:
        self._looking.emit(1.0)
        sentence = fault.sentence if isinstance(fault, Known) else counter_words.PROGRAM_FAULT
        self._window.message.say_problem(sentence)
        if isinstance(fault, Damaged):
            self._list()
