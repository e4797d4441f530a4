"""Connects the first start with the office: answers are kept in one step, the slip is drawn while they are typed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter.office import catalogue, restoring, set_up
from counter.office.sample import sample
from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.paper.paint import picture
from counter.records.backups import Weighed
from counter.records.slips import PAPERS, Size, Slip, Words
from counter.settings import Settings
from counter.ui.first_run.answers import Answers
from counter.ui.first_run.page import FirstRun
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.going_back import moment
from counter.ui.owner.logo_reading import LogoReading, pixmap
from counter.ui.texts import backups as backup_words

PAPER = PAPERS["roll58"]


class FirstRunControl(QObject):
    """`done` when the counter can open, with answers or without; `demo_wanted` when made-up customers are to be seen.

    `beginning_with(Path)` when a backup that was looked through is to be the shop. `fonts` are for the preview only.
    """

    done = Signal()
    demo_wanted = Signal()
    beginning_with = Signal(object)
    _looking = Signal(float)

    def __init__(self, page: FirstRun, errands: OwnerErrands, fonts: Fonts) -> None:
        super().__init__(page)
        self._page, self._errands, self._fonts = page, errands, fonts
        self._logo: bytes | None = None
        self._drawn = self._wishes = 0
        self._weighed: Weighed | None = None
        self._reading = LogoReading(page.logo, errands)
        self._connect()
        page.set_gesture_counts(catalogue.for_each_trade(errands.till.catalogue))
        errands.lanes.work(errands.system_printers, page.set_printers, self._failed)
        self._draw(page.settings())

    def _connect(self) -> None:
        self._page.typed.connect(self._draw)
        self._page.finished.connect(self._finish)
        self._page.skipped.connect(self._skip)
        self._page.demo.connect(self.demo_wanted)
        self._page.backup_picked.connect(self._weigh)
        self._looking.connect(self._page.say_looking)
        self._page.backup_confirmed.connect(self._begin_with)
        self._reading.cleaned.connect(self._take_logo)

    def _weigh(self, source: Path) -> None:
        self._wishes += 1
        work = partial(restoring.weigh, Path(self._errands.till.database.database), source, self._looking.emit)
        self._errands.lanes.work(work, partial(self._offer, self._wishes), self._not_taken)

    def _offer(self, wish: int, weighed: Weighed) -> None:
        """What was wished for last; one that took longer than that is let be."""
        if wish != self._wishes:
            restoring.leave(weighed)
            return
        self._weighed = weighed
        when = moment(weighed, self._page.settings().here(self._errands.till.now))
        self._page.offer_backup(backup_words.first_run_holds(when, weighed.people, weighed.entries))

    def _not_taken(self, fault: Exception) -> None:
        self._page.offer_backup("")
        self._failed(fault)

    def _begin_with(self) -> None:
        if self._weighed is not None:
            self.beginning_with.emit(self._weighed.prepared)

    def _finish(self, answers: Answers) -> None:
        seed = int.from_bytes(self._errands.till.random_bytes(4))
        beginning = set_up.Beginning(
            settings=replace(answers.settings, seed=seed), staff=answers.staff, printer=answers.printer, logo=self._logo
        )
        self._errands.change(set_up.set_up, (self._opened, self._failed), beginning)

    def _skip(self) -> None:
        """What was typed is kept, and what makes no sense yet is as it is usual; slips go where nothing is set up."""
        self._finish(replace(self._page.answers(), printer=""))

    def _opened(self, _saved: object) -> None:
        self.done.emit()

    def _failed(self, fault: Exception) -> None:
        self._page.refuse(*told(fault))

    def _take_logo(self, image: bytes | None) -> None:
        self._logo = image
        self._page.set_logo(pixmap(image))
        self._draw(self._page.settings())

    def _draw(self, settings: Settings) -> None:
        till = self._errands.till
        self._drawn += 1
        slip = sample(settings, self._logo, till.wordings, settings.here(till.now).today)
        work = partial(_picture_of, slip, self._fonts)
        self._errands.lanes.work(work, partial(self._show, self._drawn, _spoken(slip)), self._failed)

    def _show(self, number: int, spoken: str, image: QImage) -> None:
        """The answer to the newest; an older one is dropped."""
        if number == self._drawn:
            self._page.set_preview(image, spoken)


def _picture_of(slip: Slip, fonts: Fonts) -> QImage:
    return picture(lay_out(slip, PAPER, fonts))


def _spoken(slip: Slip) -> str:
    said = (block.text for block in slip.blocks if isinstance(block, Words) and block.size is not Size.SMALL)
    return ", ".join(said)
