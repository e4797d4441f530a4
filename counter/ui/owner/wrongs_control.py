"""Connects the page “Put right” with the office: what is open, the record behind it, and the owner's “Why?”."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from counter.office import report_records, why
from counter.office.why import Overview
from counter.records.entries import Saved
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.wrongs import WrongsPage
from counter.ui.widgets.messages import MessageBar


class WrongsControl(QObject):
    """`wanted(OpenItem)` for a complaint at the counter, `changed` when somebody was asked."""

    wanted = Signal(object)
    changed = Signal()

    def __init__(self, page: WrongsPage, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        page.opened.connect(self._open)
        page.asked.connect(self._ask)

    def load(self) -> Overview:
        """What is not closed. Database lane."""
        return why.overview(self._errands.till.here)

    def take(self, overview: Overview) -> None:
        """Onto the page."""
        self._page.show_overview(overview)

    def _open(self, complaint_id: int) -> None:
        work = partial(report_records.behind, "complaint", complaint_id)
        self._errands.ask(work, self.wanted.emit, self._failed)

    def _ask(self, complaint_id: int, staff_id: int | None, by: str) -> None:
        answers = (self._asked, self._refused)
        self._errands.change(why.ask, answers, complaint_id, staff_id, by, self._errands.till.here)

    def _asked(self, saved: Saved) -> None:
        self._message.say(saved.sentence, undoable=saved.undoable)
        self._errands.ask(self.load, self.take, self._failed)
        self.changed.emit()

    def _refused(self, fault: Exception) -> None:
        sentence, field = told(fault)
        if field:
            self._page.refuse(sentence, field)
        else:
            self._failed(fault)

    def _failed(self, fault: Exception) -> None:
        self._message.say_problem(told(fault)[0])
