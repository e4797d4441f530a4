"""Connects the page of slip designs with the office: previews while one types, and what is saved."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from counter.office import designs, logo, printers
from counter.office.designs import Offer, Specimen
from counter.office.shop import load
from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.paper.sheet import Sheet
from counter.records.entries import Saved
from counter.records.slips import PAPERS
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.slip_design import SlipDesignPage
from counter.ui.widgets.messages import MessageBar

_NO_PRINTER = "roll80"


class SlipDesignControl(QObject):
    """`kept(Saved)` when a design was saved."""

    kept = Signal(object)

    def __init__(self, page: SlipDesignPage, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        self._asked = 0
        page.wished.connect(self._wish)
        page.saved.connect(self._save)

    def load(self) -> tuple[tuple[Offer, ...], str]:
        """The designs as they are kept and the usual printer's paper; on the database lane."""
        settings, found = load(), printers.every()
        usual = printers.usual(settings, found)
        paper = next((printer.paper for printer in found if printer.id == usual), _NO_PRINTER)
        return designs.every(settings), paper

    def take(self, kept: tuple[tuple[Offer, ...], str]) -> None:
        """Shows what was loaded."""
        self._page.show_designs(*kept)

    def _wish(self, offer: Offer, paper: str) -> None:
        self._asked += 1
        answer = partial(self._made_up, self._asked, offer, paper)
        self._errands.ask(self._specimen, answer, self._failed)

    def _made_up(self, number: int, offer: Offer, paper: str, specimen: Specimen) -> None:
        """The words are known: they are set off the window's thread."""
        if number == self._asked:
            work = partial(_set, specimen, offer, paper, self._errands.families)
            self._errands.lanes.work(work, partial(self._painted, number), self._failed)

    def _painted(self, number: int, sheet: Sheet) -> None:
        if number == self._asked:
            self._page.show_sheet(sheet)

    def _save(self, offer: Offer) -> None:
        work = partial(_keep, self._specimen, self._errands.families)
        self._errands.change(work, (self.kept.emit, self._refused), offer)

    def _refused(self, fault: Exception) -> None:
        self._page.refuse(*told(fault))

    def _failed(self, fault: Exception) -> None:
        self._message.say_problem(told(fault)[0])

    def _specimen(self) -> Specimen:
        """On the database lane."""
        till = self._errands.till
        return Specimen(settings=load(), wordings=till.wordings, day=till.today, logo=logo.current())


def _set(specimen: Specimen, offer: Offer, paper: str, families: tuple[str, ...]) -> Sheet:
    return lay_out(designs.made_up(specimen, offer.kind, offer.design), PAPERS[paper], Fonts(families))


def _keep(specimen: Any, families: tuple[str, ...], change: Any, offer: Offer) -> Saved:
    return designs.save(change, offer, specimen(), Fonts(families))
