"""Connects the page of the ways back with the office: what is chosen and switched there."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from counter.errors import FieldRefused
from counter.office import ways_back
from counter.office.ways_back import WaysBack
from counter.records.answers import TabletStands
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.ways_back import WaysBackPage
from counter.ui.owner.ways_back_looking import AnswersLooking
from counter.ui.texts import ways_back as words
from counter.ui.widgets.messages import MessageBar


class WaysBackControl(QObject):
    """`kept(Saved)` when something was saved that the counter goes by; `changed` when voices came in or went."""

    kept = Signal(object)
    changed = Signal()

    def __init__(self, page: WaysBackPage, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        self._stands = TabletStands()
        self.looking = AnswersLooking(page, message, errands)
        self.looking.brought.connect(self._renew)
        page.slip_part.saved.connect(self._save_way)
        page.page_file_wanted.connect(self._write_page)
        page.tablet_part.switched.connect(self._switch)

    @staticmethod
    def load() -> WaysBack:
        """As things stand; on the database lane."""
        return ways_back.load()

    def take(self, found: WaysBack) -> None:
        """Shows it."""
        shown = partial(ways_back.shown, wordings=self._errands.till.wordings)
        self._page.slip_part.show_settings(found.settings, shown)
        self._page.told_part.show_runs(found.runs, ZoneInfo(found.settings.zone))
        if not found.settings.tablet:
            self._stands = TabletStands(addresses=found.addresses)
        self._page.tablet_part.show_stands(self._stands, found.settings.tablet_address)

    def tablet_stands(self, stands: TabletStands) -> None:
        """How the tablet's page stands now."""
        self._stands = stands
        self._page.tablet_part.show_stands(stands, self._errands.till.settings.tablet_address)

    def _renew(self) -> None:
        self._errands.ask(self.load, self.take, self._failed)
        self.changed.emit()

    def _save_way(self, way: str, template: str) -> None:
        self._errands.change(ways_back.save_way, (self.kept.emit, self._refused), way, template)

    def _switch(self, on: bool, address: str) -> None:  # noqa: FBT001
        self._errands.change(ways_back.switch_tablet, (self.kept.emit, self._failed), on, address)

    def _write_page(self, path: str) -> None:
        errands = self._errands
        write = partial(ways_back.save_page_file, errands.till.settings, errands.page_parts(), Path(path))
        errands.lanes.work(write, self._page_written, self._failed)

    def _page_written(self, _answer: object) -> None:
        self._message.say(words.PAGE_SAVED, undoable=False)

    def _refused(self, fault: Exception) -> None:
        if isinstance(fault, FieldRefused):
            self._page.refuse(fault.sentence, fault.field)
        else:
            self._failed(fault)

    def _failed(self, fault: Exception) -> None:
        self._message.say_problem(told(fault)[0])
