"""The pages of the owner's window that have a control of their own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, Protocol, TypeVar, cast, runtime_checkable

from PySide6.QtCore import QObject, Signal

from counter.ui.owner.backups import BackupsPage
from counter.ui.owner.backups_control import BackupsControl
from counter.ui.owner.boundaries import BoundariesPage
from counter.ui.owner.boundaries_control import BoundariesControl
from counter.ui.owner.bring import BringPage
from counter.ui.owner.bring_control import BringControl
from counter.ui.owner.errands import OwnerErrands
from counter.ui.owner.gestures_giving import GivingPage
from counter.ui.owner.gestures_giving_control import GivingControl
from counter.ui.owner.inbox import InboxPage
from counter.ui.owner.inbox_control import InboxControl
from counter.ui.owner.keeping import KeepingPage
from counter.ui.owner.keeping_control import KeepingControl
from counter.ui.owner.one_person import OnePersonPage
from counter.ui.owner.one_person_control import OnePersonControl
from counter.ui.owner.page import Page
from counter.ui.owner.printers import PrintersPage
from counter.ui.owner.printers_control import PrintersControl
from counter.ui.owner.same_person import SamePersonPage
from counter.ui.owner.same_person_control import SamePersonControl
from counter.ui.owner.showing import Showing
from counter.ui.owner.slip_design import SlipDesignPage
from counter.ui.owner.slip_design_control import SlipDesignControl
from counter.ui.owner.take_out import TakeOutPage
from counter.ui.owner.take_out_control import TakeOutControl
from counter.ui.owner.voices import VoicesPage
from counter.ui.owner.voices_control import VoicesControl
from counter.ui.owner.ways_back import WaysBackPage
from counter.ui.owner.ways_back_control import WaysBackControl
from counter.ui.owner.window import OwnerWindow
from counter.ui.owner.wrongs import WrongsPage
from counter.ui.owner.wrongs_control import WrongsControl

C = TypeVar("C", bound=QObject)
# which control each page has, and which of its signals are told on
_CONTROLS: Final[dict[type[Page], tuple[Callable[..., QObject], tuple[str, ...]]]] = {
    BackupsPage: (BackupsControl, ()),
    BoundariesPage: (BoundariesControl, ("changed",)),
    BringPage: (BringControl, ("changed",)),
    GivingPage: (GivingControl, ("changed",)),
    InboxPage: (InboxControl, ("changed",)),
    KeepingPage: (KeepingControl, ("changed",)),
    OnePersonPage: (OnePersonControl, ("changed",)),
    PrintersPage: (PrintersControl, ()),
    SamePersonPage: (SamePersonControl, ("changed",)),
    SlipDesignPage: (SlipDesignControl, ()),
    TakeOutPage: (TakeOutControl, ()),
    VoicesPage: (VoicesControl, ("wanted", "printing")),
    WaysBackPage: (WaysBackControl, ("changed",)),
    WrongsPage: (WrongsControl, ("changed", "wanted")),
}


@runtime_checkable
class _Loads(Protocol):
    """Asks for something on the database lane when its page comes to the front, and shows the answer."""

    def load(self) -> object: ...

    def take(self, _answer: object) -> None: ...


class PageControls(QObject):
    """`changed` when the counter goes by something else from now on; `printing` when a slip was put into the queue;
    `wanted(OpenItem)` when something is to be opened at the counter; `kept(Page, Saved)` when a page is to show anew
    what was saved there.
    """

    changed = Signal()
    kept = Signal(object, object)
    printing = Signal()
    wanted = Signal(object)

    def __init__(self, window: OwnerWindow, errands: OwnerErrands, showing: Showing) -> None:
        super().__init__(window)
        self._window, self._errands, self._showing = window, errands, showing
        self._begun: dict[str, QObject] = {}
        self._from_inbox = False

    @property
    def backups(self) -> BackupsControl:
        """Of the page on backups, which is made for it."""
        return self._of(self._window.backups, BackupsControl)

    @property
    def ways_back(self) -> WaysBackControl:
        """Of the page on how customers' words come back, which is made for it."""
        return self._of(self._window.ways_back, WaysBackControl)

    @property
    def one_person(self) -> OnePersonControl:
        """Of the page on what is kept of one person, which is made for it."""
        return self._of(self._window.one_person, OnePersonControl)

    def begin(self, page: Page) -> None:
        """A page was made: its control with it, where it has one of its own."""
        if type(page) not in _CONTROLS:
            return
        make, told_on = _CONTROLS[type(page)]
        control = self._begun[page.name] = make(page, self._window.message, self._errands)
        for name in told_on:
            getattr(control, name).connect(getattr(self, name))
        if isinstance(control, _Loads):
            self._showing.add(page, control.load, control.take)
        match page:
            case BringPage():
                page.folder_picked.connect(self._weigh_folder)
            case InboxPage():
                page.files_picked.connect(self._look_at_files)
            case SlipDesignPage():
                self._of(page, SlipDesignControl).kept.connect(partial(self.kept.emit, page))
            case WaysBackPage():
                self.ways_back.kept.connect(partial(self.kept.emit, page))
                self.ways_back.looking.left.connect(self._back_to_inbox)

    def close(self) -> None:
        """Nothing of a file that was read stays behind."""
        if "bring" in self._begun:
            self._of(self._window.bring, BringControl).close()
        if "ways_back" in self._begun:
            self.ways_back.looking.files.close()

    def _of(self, page: Page, _kind: type[C]) -> C:
        return cast(C, self._begun[page.name])

    def _look_at_files(self, paths: list[str]) -> None:
        """From the inbox: seen through where all that customers wrote is brought in, and then back."""
        window = self._window
        self._from_inbox = True
        window.show_page("ways_back")
        if window.ways_back.preview.isEnabled():
            window.ways_back.files_picked.emit(paths)

    def _back_to_inbox(self) -> None:
        if self._from_inbox and self._window.page().name == "ways_back":
            self._window.show_page("inbox")
            self._window.inbox.start()
        self._from_inbox = False

    def _weigh_folder(self, folder: str) -> None:
        """A folder of everything takes the place of what is here as a backup does: it is weighed, then confirmed."""
        self._window.show_page("backups")
        self._window.backups.wanted.emit(Path(folder))
