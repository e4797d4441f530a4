"""The counter's window on a shop that is open: control, print queue, the owner, help and the minute."""
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtWidgets import QApplication

from counter.app.backups import Backups
from counter.app.dress import dress
from counter.app.names import NameReading, NamesInSight
from counter.app.owners import Owners
from counter.app.pump import Printing
from counter.app.shop import Opened
from counter.app.tablet import Tablet
from counter.app.weekly import Weekly
from counter.desk.find import Finder
from counter.desk.till import Till
from counter.lanes import Lanes
from counter.lookup import Gathered
from counter.models import shop
from counter.office import logo, printers
from counter.paper.fonts import Fonts
from counter.paths import this_program
from counter.records.card import OpenItem
from counter.records.printers import Doing, Standing
from counter.records.slips import PAPERS, Paper
from counter.ui.counter.control import Control
from counter.ui.counter.errands import Errands
from counter.ui.counter.queue import QueuePanel
from counter.ui.counter.window import CounterWindow
from counter.ui.help import HelpPanel
from counter.ui.owner.logo_reading import pixmap
from counter.ui.texts import common

MINUTE_MS = 15_000


class Counter(QObject):
    """Everything behind one counter window, once its shop is open."""

    def __init__(self, window: CounterWindow, lanes: Lanes, opened: Opened, place: tuple[Path, Fonts]) -> None:
        super().__init__(window)
        self._window, self._lanes, self._till = window, lanes, opened.till
        self._day = opened.till.today
        self.finder = Finder(opened.index, whole=not opened.unread)
        self._equivalents = opened.equivalents
        self._errands = Errands(
            window=window, lanes=lanes, till=opened.till, finder=self.finder, fonts=place[1], paper=PAPERS["roll58"],
        )
        self.reading = self._read_names()
        self.control = Control(self._errands)
        self.printing = Printing(lanes, opened.till, place, self)
        self.owners = Owners(window, lanes, opened.till, place, self._errands.finder)
        self.weekly = Weekly(lanes, opened.till, place, self)
        self.tablet = Tablet(lanes, opened.till, self)
        self.backups = Backups(self.control.filling, lanes, opened, self.owners)
        self._help = HelpPanel(window)
        self._connect()
        self._minute = QTimer(self)
        self._minute.timeout.connect(self._tick)
        self._minute.start(MINUTE_MS)
        self._follow()
        if not opened.till.settings.set_up:
            self.owners.set_up(place[1], self._changed)
        if opened.rescued is not None:
            self.backups.tell_of(opened.rescued)

    def _read_names(self) -> NameReading | None:
        """Where nobody can be found yet, or the index is old, that is put right while the counter is used."""
        if self.finder.whole and not self.finder.index.old(self._till.today):
            return None
        names = self._equivalents, Gathered(self._till.today)
        reading = NameReading(self._lanes, self.finder, names, self._errands.failed)
        if not self.finder.whole:
            NamesInSight(self._window, reading)
        reading.start()
        return reading

    def _connect(self) -> None:
        self.control.printing.connect(self.printing.pump)
        self.control.handed_on.connect(self._answer)
        self.printing.standings.connect(self._show_printers)
        self.owners.changed.connect(self._changed)
        self.owners.changed.connect(self.tablet.follow)
        self.tablet.stands.connect(self.owners.tablet_stands)
        self.owners.tablet_stands(self.tablet.now)
        self.owners.printing.connect(self.printing.pump)
        self.owners.wanted.connect(self._open_item)
        self.owners.demo_wanted.connect(self._start_demo)

    def _answer(self, name: str) -> None:
        if name == "owner":
            self.owners.open()
        elif name == "what_we_keep" and self._window.card is not None:
            self.owners.open_person(self._window.card.customer.id)
        elif name == "help":
            self._help.toggle(self._screen())

    def _screen(self) -> str:
        form = self._window.form()
        if form is not None:
            return "queue" if isinstance(form, QueuePanel) else "form"
        return "counter" if self._window.card is None else "card"

    def _changed(self) -> None:
        """The owner changed something: the counter goes by it from now on."""
        self._follow()
        self.control.team.show()
        self.control.showing.again()

    def _follow(self) -> None:
        """The look, the paper and the name that the owner chose."""
        dress(QApplication.instance(), self._till.settings)
        self._lanes.database(partial(_paper, self._till), self._take_paper, self._errands.failed)
        self._lanes.database(logo.current, self._show_shop, self._errands.failed)

    def _take_paper(self, paper: Paper) -> None:
        self._errands.paper = paper

    def _show_shop(self, image: bytes | None) -> None:
        self._window.top.set_shop(self._till.settings.shop_name)
        self._window.top.mark.set_logo(pixmap(image))

    def _open_item(self, item: OpenItem) -> None:
        self.control.showing.open(item.customer_id)

    def _tick(self) -> None:
        """Another minute at the top; on a new business day the day anew."""
        self._window.set_moment(self.control.showing.moment())
        self.weekly.look()
        if self._till.today != self._day:
            self._day = self._till.today
            self.control.showing.again()
            if self.finder.whole:
                self.reading = self._read_names()

    def _show_printers(self, standings: tuple[Standing, ...]) -> None:
        troubled = [one for one in standings if one.trouble]
        text = ", ".join(f"{one.name}: {one.trouble}" for one in troubled)
        asks = any(one.doing is Doing.ASKS for one in standings)
        waiting = sum(one.waiting + one.asking for one in standings)
        wrong = asks or any(one.doing is not Doing.PRINTING for one in troubled)
        self._window.edges.show_printer(text or _all_well(standings), waiting, red=wrong, late=bool(troubled))

    def _start_demo(self) -> None:
        program, *arguments = this_program("--demo")
        QProcess.startDetached(program, arguments)


def _all_well(standings: tuple[Standing, ...]) -> str:
    """Of printers that have no trouble."""
    if any(one.doing is Doing.PRINTING for one in standings):
        return common.PRINTING
    if not any(one.on_paper for one in standings):
        return common.SLIPS_AS_PDF if standings else ""
    return common.PRINTER_READY


def _paper(till: Till) -> Paper:
    """On the database lane: what slips are printed on."""
    found = shop.printers()
    usual = printers.usual(till.settings, found)
    return next((PAPERS[printer.paper] for printer in found if printer.id == usual), PAPERS["roll58"])
