"""Connects the page “What customers say” with the office: weeks, records, decisions, the card and the paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from counter.office import report_decisions as decisions
from counter.office import report_records, sold
from counter.office.report_decisions import WeekShown
from counter.records.entries import Saved
from counter.records.report import Report
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.voices import VoicesPage
from counter.ui.owner.voices_paper import ReportPaper
from counter.ui.widgets.messages import MessageBar

WEEK = timedelta(days=7)


class VoicesControl(QObject):
    """`wanted(OpenItem)` for the record behind a line, `printing` when a card was put into the queue."""

    wanted = Signal(object)
    printing = Signal()

    def __init__(self, page: VoicesPage, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        self._monday: date | None = None
        self._report: Report | None = None
        self.paper = ReportPaper(page, message, errands)
        page.opened.connect(self._open)
        page.wished.connect(self._wish)
        page.decided.connect(partial(self._change, decisions.decide))
        page.helped.connect(partial(self._change, decisions.helped))
        kept = partial(self._decided, sold=True)
        page.sold.connect(partial(errands.change, sold.keep, (kept, self._refused)))
        page.chair.chosen.connect(partial(self._change, decisions.choose_chair))
        page.chair.card.connect(self._print_card)

    def load(self) -> WeekShown:
        """The week that was looked at last, or the last that is over, as it stands now. Database lane."""
        return decisions.of_week(self._week(), self._errands.till.settings, self._errands.till.now)

    def take(self, shown: WeekShown) -> None:
        """Shows it."""
        self._report = shown.report
        self._page.show_week(shown, self._errands.families)

    def _show(self) -> None:
        self._errands.ask(self.load, self.take, self._failed)

    def _week(self) -> date:
        return self._monday or _last_over(self._errands.till.today)

    def _wish(self, name: str) -> None:
        week, running = self._week(), _last_over(self._errands.till.today) + WEEK
        if name in ("earlier", "later"):
            self._monday = week - WEEK if name == "earlier" else min(week + WEEK, running)
            self._show()
        elif self._report is not None:
            {"print": self.paper.print, "csv": self.paper.save_csv}.get(name, self.paper.save)(self._report)

    def _open(self, thing: str, thing_id: int) -> None:
        self._errands.ask(partial(report_records.behind, thing, thing_id), self.wanted.emit, self._failed)

    def _change(self, use_case: Callable[..., Saved], text: str) -> None:
        if self._report is not None:
            done = self._decided if use_case is decisions.decide else self._stands
            self._errands.change(use_case, (done, self._refused), self._report.week, text)

    def _decided(self, saved: Saved, *, sold: bool = False) -> None:
        self._page.settle(sold=sold)
        self._stands(saved)

    def _stands(self, saved: Saved) -> None:
        """It is on disk: the screen shows it, and so does the paper in the shop's folder."""
        self._message.say(saved.sentence, undoable=saved.undoable)
        self._errands.ask(self.load, self._renew, self._failed)

    def _renew(self, shown: WeekShown) -> None:
        self.take(shown)
        if not shown.running:
            self.paper.renew(shown.report)

    def _print_card(self) -> None:
        if self._report is not None:
            self._errands.change(decisions.print_card, (self._card_waits, self._failed), self._report)

    def _card_waits(self, saved: Saved) -> None:
        self._message.say(saved.sentence, undoable=saved.undoable)
        self.printing.emit()

    def _refused(self, fault: Exception) -> None:
        sentence, field = told(fault)
        if field:
            self._page.refuse(sentence, field)
        else:
            self._failed(fault)

    def _failed(self, fault: Exception) -> None:
        self._message.say_problem(told(fault)[0])


def _last_over(today: date) -> date:
    """The Monday of the last week that is over."""
    return today - timedelta(days=today.weekday()) - WEEK
