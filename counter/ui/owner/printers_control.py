"""The test slip beside the printers, on the paper of the one that is chosen, set off the window's thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from counter.office import sample
from counter.office.shop import load
from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.paper.sheet import Sheet
from counter.records.slips import PAPERS, Slip
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.printers import PrintersPage
from counter.ui.widgets.messages import MessageBar


class PrintersControl(QObject):
    """Answers what the page wants to look at."""

    def __init__(self, page: PrintersPage, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        self._paper = ""
        page.looked.connect(self._look)

    def _look(self, paper: str) -> None:
        self._paper = paper
        self._errands.ask(self._trial, partial(self._set, paper), self._failed)

    def _trial(self) -> Slip:
        return sample.trial(load(), self._errands.till.wordings)

    def _set(self, paper: str, slip: Slip) -> None:
        work = partial(_sheet, slip, paper, self._errands.families)
        self._errands.lanes.work(work, partial(self._show, paper), self._failed)

    def _show(self, paper: str, sheet: Sheet) -> None:
        if paper == self._paper:
            self._page.preview.show_sheet(sheet)

    def _failed(self, fault: Exception) -> None:
        self._message.say_problem(told(fault)[0])


def _sheet(slip: Slip, paper: str, families: tuple[str, ...]) -> Sheet:
    return lay_out(slip, PAPERS[paper], Fonts(families))
