"""The owner's window and the first start, over a shop that is open."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter.app.about import about
from counter.app.shop import came_boundaries, starter, text_of
from counter.app.weekly import reports_beside
from counter.desk.find import Finder
from counter.desk.till import Till
from counter.lanes import Lanes
from counter.paper.fonts import Fonts
from counter.paths import this_program
from counter.printing.ways import found_printers
from counter.records.answers import TabletStands
from counter.records.backups import Backup, Care
from counter.records.slips import PrinterWay
from counter.ui.counter.window import CounterWindow
from counter.ui.help import HelpPanel
from counter.ui.owner.errands import OwnerErrands
from counter.ui.texts import common

if TYPE_CHECKING:  # windows of their own are loaded when they are opened
    from counter.ui.first_run.page import FirstRun
    from counter.ui.owner.backups_control import BackupsControl
    from counter.ui.owner.control import OwnerControl
    from counter.ui.owner.page import Page
    from counter.ui.owner.window import OwnerWindow


def system_printers() -> tuple[str, ...]:
    """The queues of this PC's system; may take seconds."""
    return tuple(found.target for found in found_printers() if found.way is PrinterWay.SYSTEM)


def page_parts() -> dict[str, str]:
    """The texts that the page for the shop's own web space is made of."""
    from counter.office.ways_back import PARTS  # the counter needs none of it

    return {name: text_of("page", name) for name in PARTS}


class Owners(QObject):
    """Opens the owner's window on F10 and the first start where nothing is set up.

    `changed` when the counter goes by something else from now on; `printing` when a slip waits to be printed;
    `wanted(OpenItem)` when something is to be opened at the counter; `demo_wanted`; `backup_wanted`;
    `much_coming(then, failed)` before an import;
    `going_back(Path)` to a backup, `beginning_with(Path)` one at the first start, each looked through and ready.
    """

    changed = Signal()
    printing = Signal()
    wanted = Signal(object)
    demo_wanted = Signal()
    backup_wanted = Signal()
    going_back = Signal(object)
    beginning_with = Signal(object)
    much_coming = Signal(object, object)

    def __init__(
        self, counter: CounterWindow, lanes: Lanes, till: Till, place: tuple[Path, Fonts], finder: Finder
    ) -> None:
        super().__init__(counter)
        self._counter = counter
        self._errands = OwnerErrands(
            lanes=lanes, till=till, starter=starter(), system_printers=system_printers,
            reports=reports_beside(place[0]), families=place[1].families, themes=text_of("voice", "themes.json"),
            came_boundaries=came_boundaries(),
            program=this_program(), finder=finder, page_parts=page_parts,
            about=partial(about, Path(till.database.database).parent), backed_up=self.much_coming.emit,
        )
        self.window: OwnerWindow | None = None
        self.first_run: FirstRun | None = None
        self._control: OwnerControl | None = None
        self._care = Care()
        self._stands = TabletStands()

    def open(self) -> None:
        """F10 at the counter: the owner's window comes to the front."""
        if self.window is None:
            self.window = self._build()
        if self._control is not None:
            self.window.resize(self._counter.size())
            _to_the_front(self.window)
            self._control.start()

    def open_person(self, customer_id: int) -> None:
        """What is kept of one customer, who asks for it at the counter."""
        self.open()
        if self.window is not None and self._control is not None:
            self.window.show_page("one_person")
            self._control.pages.one_person.open(customer_id)

    def set_up(self, fonts: Fonts, done: Callable[[], None]) -> None:
        """The first start: one page in the place of the counter, until it is done or left for later."""
        from counter.ui.first_run.control import FirstRunControl
        from counter.ui.first_run.page import FirstRun
        from counter.ui.first_run.place import settings_here

        page = FirstRun(settings_here(self._errands.till.settings))
        page.setWindowTitle(common.PROGRAM)
        control = FirstRunControl(page, self._errands, fonts)
        control.done.connect(partial(self._set_up_done, done))
        control.demo_wanted.connect(self.demo_wanted)
        control.beginning_with.connect(self.beginning_with)
        self.first_run = page
        page.resize(self._counter.size())
        self._counter.window().hide()
        _to_the_front(page)
        page.start()

    def close(self) -> None:
        """Both go with the counter."""
        if self._control is not None:
            self._control.pages.close()
        for window in (self.window, self.first_run):
            if window is not None:
                window.close()
                window.deleteLater()
        self.window = self.first_run = None

    def backup_made(self, backup: Backup) -> None:
        """One more backup: the list shows it."""
        if backups := self._backups():
            backups.made(backup)

    def backup_going(self, done: float) -> None:
        """So much of a backup is made."""
        if backups := self._backups():
            backups.going(done)

    def backup_care(self, care: Care) -> None:
        """How the backups stand."""
        self._care = care
        if backups := self._backups():
            backups.care(care)

    def tablet_stands(self, stands: TabletStands) -> None:
        """How the page on the counter's tablet stands."""
        self._stands = stands
        if self.window is not None and self._control is not None and "ways_back" in self.window.made:
            self._control.pages.ways_back.tablet_stands(stands)

    def say_of_backup(self, sentence: str, *, done: bool) -> None:
        """What became of a backup that was asked for."""
        if backups := self._backups():
            (backups.say if done else backups.refuse)(sentence)

    def _backups(self) -> BackupsControl | None:
        """Once somebody looked at that page."""
        made = self.window.made if self.window is not None else {}
        return self._control.pages.backups if self._control is not None and "backups" in made else None

    def _set_up_done(self, done: Callable[[], None]) -> None:
        page, self.first_run = self.first_run, None
        _to_the_front(self._counter.window())
        if page is not None:
            page.close()
            page.deleteLater()
        self.changed.emit()
        done()

    def _build(self) -> OwnerWindow:
        from counter.app.helping import Helping
        from counter.ui.owner.control import OwnerControl
        from counter.ui.owner.window import OwnerWindow

        window = OwnerWindow()
        window.setWindowTitle(common.OWNERS_WINDOW)
        self._control = OwnerControl(window, self._errands)
        self._control.changed.connect(self.changed)
        self._control.printing.connect(self.printing)
        self._control.wanted.connect(self._back)
        self._control.wanted.connect(self.wanted)
        window.built.connect(self._begin)
        Helping(window, self._errands)
        window.back.connect(self._back)
        window.help.connect(HelpPanel(window).toggle)
        return window

    def _begin(self, page: Page) -> None:
        """A page was made: what was told before that is told to it."""
        if page.name == "ways_back":
            self.tablet_stands(self._stands)
        if page.name == "backups" and (backups := self._backups()):
            backups.wanted.connect(self.backup_wanted)
            backups.going_back.connect(self.going_back)
            backups.brought.connect(self.changed)
            backups.care(self._care)

    def _back(self) -> None:
        if self.window is not None:
            self.window.hide()
        _to_the_front(self._counter.window())


def _to_the_front(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
