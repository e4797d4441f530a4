"""The pages of the owner's window that have a control of their own."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter.ui.owner.backups_control import BackupsControl
from counter.ui.owner.boundaries_control import BoundariesControl
from counter.ui.owner.bring_control import BringControl
from counter.ui.owner.errands import OwnerErrands
from counter.ui.owner.gestures_giving_control import GivingControl
from counter.ui.owner.inbox_control import InboxControl
from counter.ui.owner.keeping_control import KeepingControl
from counter.ui.owner.one_person_control import OnePersonControl
from counter.ui.owner.printers_control import PrintersControl
from counter.ui.owner.same_person_control import SamePersonControl
from counter.ui.owner.showing import Showing
from counter.ui.owner.slip_design_control import SlipDesignControl
from counter.ui.owner.take_out_control import TakeOutControl
from counter.ui.owner.voices_control import VoicesControl
from counter.ui.owner.ways_back_control import WaysBackControl
from counter.ui.owner.window import OwnerWindow
from counter.ui.owner.wrongs_control import WrongsControl


class PageControls(QObject):
    """`changed` when the counter goes by something else from now on; `printing` when a slip was put into the queue;
    `wanted(OpenItem)` when something is to be opened at the counter.
    """

    changed = Signal()
    printing = Signal()
    wanted = Signal(object)

    def __init__(self, window: OwnerWindow, errands: OwnerErrands, showing: Showing) -> None:
        super().__init__(window)
        bar = window.message
        self.bringing = BringControl(window.bring, bar, errands)
        self.taking_out = TakeOutControl(window.take_out, bar, errands)
        self.one_person = OnePersonControl(window.one_person, bar, errands)
        self.keeping = KeepingControl(window.keeping, bar, errands)
        self.voices = VoicesControl(window.voices, bar, errands)
        self.inbox = InboxControl(window.inbox, bar, errands)
        self.wrongs = WrongsControl(window.wrongs, bar, errands)
        self.ways_back = WaysBackControl(window.ways_back, bar, errands)
        self.slips = SlipDesignControl(window.slips, errands)
        self.trial = PrintersControl(window.printers, errands)
        self.backups = BackupsControl(window.backups, bar, errands)
        self.same_person = SamePersonControl(window.same_person, bar, errands)
        self.giving = GivingControl(window.giving, bar, errands)
        self.boundaries = BoundariesControl(window.boundaries, bar, errands)
        self._from_inbox = False
        self._load(window, errands, showing)
        self._connect(showing)
        window.bring.folder_picked.connect(partial(self._weigh_folder, window))
        window.inbox.files_picked.connect(partial(self._look_at_files, window))
        self.ways_back.looking.left.connect(partial(self._back_to_inbox, window))

    def close(self) -> None:
        """Nothing of a file that was read stays behind."""
        self.bringing.close()
        self.ways_back.looking.files.close()

    def _look_at_files(self, window: OwnerWindow, paths: list[str]) -> None:
        """From the inbox: seen through where all that customers wrote is brought in, and then back."""
        self._from_inbox = True
        window.show_page("ways_back")
        if window.ways_back.preview.isEnabled():
            window.ways_back.files_picked.emit(paths)

    def _back_to_inbox(self, window: OwnerWindow) -> None:
        if self._from_inbox and window.page().name == "ways_back":
            window.show_page("inbox")
            window.inbox.start()
        self._from_inbox = False

    def _weigh_folder(self, window: OwnerWindow, folder: str) -> None:
        """A folder of everything takes the place of what is here as a backup does: it is weighed, then confirmed."""
        window.show_page("backups")
        window.backups.wanted.emit(Path(folder))

    def _load(self, window: OwnerWindow, errands: OwnerErrands, showing: Showing) -> None:
        """What each page asks for when it comes to the front, and what it does with the answer."""
        for name, control in (
            ("take_out", self.taking_out), ("one_person", self.one_person), ("voices", self.voices),
            ("inbox", self.inbox), ("ways_back", self.ways_back), ("slips", self.slips), ("backups", self.backups),
            ("same_person", self.same_person), ("keeping", self.keeping), ("giving", self.giving),
            ("boundaries", self.boundaries),
        ):  # fmt: skip
            showing.add(name, control.load, control.take)
        showing.add("wrongs", self.wrongs.load, window.wrongs.show_overview)
        showing.add("about", errands.about, window.about.show_about)

    def _connect(self, showing: Showing) -> None:
        for changing in (self.bringing, self.keeping, self.one_person, self.same_person, self.inbox, self.wrongs):
            changing.changed.connect(self.changed)
        self.ways_back.brought.connect(self.changed)
        self.giving.changed.connect(self.changed)
        self.boundaries.changed.connect(self.changed)
        for opening in (self.voices, self.wrongs):
            opening.wanted.connect(self.wanted)
        self.voices.printing.connect(self.printing)
        self.slips.failed.connect(showing.failed)
        self.trial.failed.connect(showing.failed)
