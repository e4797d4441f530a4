"""Connects the owner's window with the office: what is saved, switched or picked there becomes a use case on a lane."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from counter.office import catalogue, lines, logo, printers, shop, staff, undo
from counter.records.entries import Saved
from counter.records.gestures import Gesture
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.owner.list_csv import ListOut
from counter.ui.owner.logo_reading import LogoReading
from counter.ui.owner.page import Page
from counter.ui.owner.page_controls import PageControls
from counter.ui.owner.showing import Showing
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
        self._logo = LogoReading(window.shop.logo, errands)
        self.pages = PageControls(window, errands, self.showing)
        if errands.till.settings.language in LANGUAGES:
            window.lines.choose_language(errands.till.settings.language)
        self._connect()

    def start(self) -> None:
        """The window comes to the front: its page as things stand now, the keyboard on the list of pages."""
        self.showing.show(self._window.page().name)
        self._window.start()

    def _connect(self) -> None:
        window = self._window
        window.page_shown.connect(self.showing.show)
        window.undo.connect(self._undo)
        window.today.opened.connect(self.wanted)
        window.gestures.saved.connect(self._save_gesture)
        window.gestures.switched.connect(self._switch_gesture)
        window.lines.saved.connect(partial(self._save, window.lines, lines.save))
        window.lines.switched.connect(partial(self._switch, window.lines, lines.switch))
        window.staff.saved.connect(partial(self._save, window.staff, staff.save))
        window.staff.switched.connect(partial(self._switch, window.staff, staff.switch))
        window.shop.changed.connect(partial(self._save, window.shop, shop.save))
        window.printers.saved.connect(partial(self._save, window.printers, printers.save))
        window.printers.made_usual.connect(partial(self._save, window.printers, printers.make_usual))
        window.printers.tried.connect(self._try)
        self.pages.changed.connect(self.changed)
        self.pages.printing.connect(self.printing)
        self.pages.wanted.connect(self.wanted)
        self.pages.slips.kept.connect(partial(self._done, window.slips))
        self.pages.ways_back.kept.connect(partial(self._done, window.ways_back))
        self._logo.cleaned.connect(self._keep_logo)

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
