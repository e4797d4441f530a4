"""Connects the owner's window with the office: what is saved, switched or picked there becomes a use case on a lane."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from counter.office import catalogue, lines, logo, printers, shop, staff, undo
from counter.records.entries import Saved
from counter.records.gestures import Gesture
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.gestures import GesturesPage
from counter.ui.owner.lines import LinesPage
from counter.ui.owner.list_csv import ListOut
from counter.ui.owner.logo_reading import LogoReading
from counter.ui.owner.page import Page
from counter.ui.owner.page_controls import PageControls
from counter.ui.owner.printers import PrintersPage
from counter.ui.owner.shop import ShopPage
from counter.ui.owner.showing import Showing
from counter.ui.owner.staff import StaffPage
from counter.ui.owner.today import TodayPage
from counter.ui.owner.window import OwnerWindow
from counter.ui.texts.common import LANGUAGES


class OwnerControl(QObject):
    """`changed` when the counter goes by something else from now on; `printing` when a slip was put into the queue;
    `wanted(OpenItem)` when what waits for the owner is to be opened at the counter.
    """

    changed = Signal()
    printing = Signal()
    wanted = Signal(object)

    def __init__(self, window: OwnerWindow, errands: OwnerErrands) -> None:
        super().__init__(window)
        self._window, self._errands = window, errands
        self.showing = Showing(window, errands)
        self._lists = ListOut(window, errands)
        self.pages = pages = PageControls(window, errands, self.showing)
        window.built.connect(self._begin)
        window.page_shown.connect(self.showing.show)
        window.undo.connect(self._undo)
        pages.changed.connect(self.changed)
        pages.printing.connect(self.printing)
        pages.wanted.connect(self.wanted)
        pages.kept.connect(self._done)
        for page in tuple(window.made.values()):
            self._begin(page)

    def start(self) -> None:
        """The window comes to the front: its page as things stand now, the keyboard on the list of pages."""
        self.showing.show(self._window.page().name)
        self._window.start()

    def _begin(self, page: Page) -> None:
        """A page was made: what is done there becomes a use case."""
        self.showing.begin(page)
        self.pages.begin(page)
        match page:
            case TodayPage():
                page.opened.connect(self.wanted)
            case GesturesPage():
                page.saved.connect(self._save_gesture)
                page.switched.connect(self._switch_gesture)
            case LinesPage():
                if self._errands.till.settings.language in LANGUAGES:
                    page.choose_language(self._errands.till.settings.language)
                page.saved.connect(partial(self._save, page, lines.save))
                page.switched.connect(partial(self._switch, page, lines.switch))
            case StaffPage():
                page.saved.connect(partial(self._save, page, staff.save))
                page.switched.connect(partial(self._switch, page, staff.switch))
            case ShopPage():
                page.changed.connect(partial(self._save, page, shop.save))
                LogoReading(page.logo, self._errands).cleaned.connect(self._keep_logo)
            case PrintersPage():
                page.saved.connect(partial(self._save, page, printers.save))
                page.made_usual.connect(partial(self._save, page, printers.make_usual))
                page.tried.connect(self._try)

    def _save(self, page: Page, use_case: Callable[..., Saved], *what: object) -> None:
        self._errands.change(use_case, (partial(self._done, page), partial(self._failed, page)), *what)

    def _switch(self, page: Page, use_case: Callable[..., Saved], record: object, on: bool) -> None:  # noqa: FBT001
        self._save(page, partial(use_case, on=on), record)

    def _save_gesture(self, gesture: Gesture) -> None:
        till = self._errands.till
        use_case = partial(catalogue.save, own=till.catalogue.get(gesture.key) is None)
        self._save(self._window.gestures, use_case, gesture, till.settings.coffee)

    def _switch_gesture(self, key: str, on: bool) -> None:  # noqa: FBT001
        gesture = self._errands.till.catalogue.get(key)
        if gesture is not None:
            self._switch(self._window.gestures, catalogue.switch, gesture, on)

    def _try(self, printer_id: int) -> None:
        answers = (self._tried, partial(self._failed, self._window.printers))
        self._errands.change(printers.try_out, answers, printer_id, self._errands.till.wordings)

    def _tried(self, saved: Saved) -> None:
        self.showing.say(saved)
        self.printing.emit()

    def _keep_logo(self, image: bytes | None) -> None:
        self._errands.change(logo.keep, (self._everywhere, self.showing.failed), image)

    def _undo(self) -> None:
        self._errands.change(undo.last, (self._undone, self.showing.failed))

    def _undone(self, saved: Saved) -> None:
        self._everywhere(saved)
        self.showing.show(self._window.page().name)

    def _done(self, page: Page, saved: Saved) -> None:
        """It is on disk: the page shows it, and its form may close."""
        self._everywhere(saved)
        self.showing.again(page.name)

    def _everywhere(self, saved: Saved) -> None:
        self.showing.say(saved)
        self.showing.dress()
        self.changed.emit()

    def _failed(self, page: Page, fault: Exception) -> None:
        """Nothing was changed, and what was typed stays: a sentence beside it, or at the foot of the window."""
        if page.form_is_open():
            page.refuse(*told(fault))
        else:
            self.showing.failed(fault)
