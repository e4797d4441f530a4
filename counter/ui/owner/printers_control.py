"""The test slip beside the printers, on the paper of the one that is chosen, set off the window's thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from counter.office import sample
from counter.office.shop import load
from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.paper.sheet import Sheet
from counter.records.slips import PAPERS, Slip
from counter.ui.owner.errands import OwnerErrands
from counter.ui.owner.printers import PrintersPage


class PrintersControl(QObject):
    """Answers what the page wants to look at; `failed(Exception)` for what went wrong."""

    failed = Signal(object)

    def __init__(self, page: PrintersPage, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._errands = page, errands
        self._paper = ""
        page.looked.connect(self._look)

    def _look(self, paper: str) -> None:
        self._paper = paper
        self._errands.ask(self._trial, partial(self._set, paper), self.failed.emit)

    def _trial(self) -> Slip:
        return sample.trial(load(), self._errands.till.wordings)

    def _set(self, paper: str, slip: Slip) -> None:
        work = partial(_sheet, slip, paper, self._errands.families)
        self._errands.lanes.work(work, partial(self._show, paper), self.failed.emit)

    def _show(self, paper: str, sheet: Sheet) -> None:
        if paper == self._paper:
            self._page.preview.show_sheet(sheet)


def _sheet(slip: Slip, paper: str, families: tuple[str, ...]) -> Sheet:
    return lay_out(slip, PAPERS[paper], Fonts(families))
