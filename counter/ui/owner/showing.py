"""Fills the pages of the owner's window with how things stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from counter.desk import open as opening
from counter.desk.till import Till
from counter.office import lines, logo, printers, shop, staff, today
from counter.records.card import DayAtAGlance
from counter.records.entries import Saved
from counter.records.slips import Printer
from counter.records.when import say_clock, say_day
from counter.ui.owner.about import AboutPage
from counter.ui.owner.errands import OwnerErrands, Then, told
from counter.ui.owner.gestures import GesturesPage
from counter.ui.owner.lines import LinesPage
from counter.ui.owner.logo_reading import pixmap
from counter.ui.owner.page import Page
from counter.ui.owner.printers import PrintersPage
from counter.ui.owner.shop import ShopPage
from counter.ui.owner.staff import StaffPage
from counter.ui.owner.today import TodayPage
from counter.ui.owner.window import OwnerWindow
from counter.ui.texts import common


class Showing(QObject):
    """`show` when a page comes to the front, `again` when something on it was changed."""

    def __init__(self, window: OwnerWindow, errands: OwnerErrands) -> None:
        super().__init__(window)
        self._window, self._errands = window, errands
        self._pages: dict[str, tuple[Callable[[], Any], Then]] = {}

    def begin(self, page: Page) -> None:
        """A page was made: what it asks for when it comes to the front."""
        till = self._errands.till
        match page:
            case TodayPage():
                self.add(page, partial(_day, till), self._show_day)
            case GesturesPage():
                self.add(page, lambda: till.catalogue.gestures, self._show_gestures)
            case LinesPage():
                self.add(page, partial(lines.every, till.wordings), page.show_lines)
            case StaffPage():
                self.add(page, staff.everybody, page.show_staff)
            case ShopPage():
                self.add(page, shop.load, page.show_settings)
            case PrintersPage():
                self.add(page, printers.every, self._show_printers)
            case AboutPage():
                self.add(page, self._errands.about, page.show_about)

    def add(self, page: Page, work: Callable[[], Any], then: Then) -> None:
        """What is asked on the database lane when a page comes to the front, and who shows the answer."""
        self._pages[page.name] = (work, then)

    def show(self, name: str) -> None:
        """The page as it stands now; one with something half typed stays as it is."""
        self.dress()
        if not self._window.page(name).form_is_open():
            self.again(name)
        if name == "printers":
            found = self._window.printers.printer_form.set_system_printers
            self._errands.lanes.work(self._errands.system_printers, found, self.failed)
            plugged = self._window.printers.printer_form.set_plugged_in
            self._errands.lanes.work(printers.found, plugged, self.failed)

    def again(self, name: str) -> None:
        """The page as it stands now; its form closes."""
        work, then = self._pages[name]
        self._errands.ask(work, then, self.failed)

    def dress(self) -> None:
        """The top of the window: shop, logo, time."""
        here = self._errands.till.here
        self._window.top.set_when(common.when(say_day(here.today, here.today), say_clock(here.now, here.zone)))
        self._errands.ask(logo.current, self._show_logo, self.failed)

    def say(self, saved: Saved) -> None:
        """What was done."""
        self._window.message.say(saved.sentence, undoable=saved.undoable)

    def failed(self, fault: Exception) -> None:
        """A sentence at the foot."""
        self._window.message.say_problem(told(fault)[0])

    def _show_logo(self, image: bytes | None) -> None:
        self._window.set_shop(self._errands.till.settings.shop_name, pixmap(image))

    def _show_day(self, day: DayAtAGlance) -> None:
        self._window.today.show_day(day, self._errands.till.money)

    def _show_gestures(self, gestures: Any) -> None:
        self._window.gestures.show_catalogue(gestures, self._errands.till.money)

    def _show_printers(self, found: tuple[Printer, ...]) -> None:
        self._window.printers.show_printers(found, printers.usual(self._errands.till.settings, found))


def _day(till: Till) -> DayAtAGlance:
    """The figures, and what waits for the owner: what went wrong, what is late, what is to do."""
    now = opening.today(till)
    late = (item for item in now.promised if item.red)
    return today.glance(till.settings, till.here, (*now.complaints, *late, *now.follow_ups))
