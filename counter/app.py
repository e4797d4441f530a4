"""Composition root: folders, log, the shop's file, the lanes, the window; closes in reverse."""
import gzip
import json
import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from counter import outbox, selftest
from counter.demo.make import Plan, Pools, make
from counter.desk import find
from counter.desk.till import Till
from counter.errors import Known
from counter.gestures import Engine, parse_boundaries, parse_catalogue
from counter.lanes import Lanes
from counter.lookup import Equivalents, Index
from counter.models import gestures as gesture_log
from counter.models import people, shop
from counter.models.database import connect, sweep
from counter.models.migrate import migrate
from counter.outbox import Errand
from counter.paper.fonts import Fonts
from counter.paths import Folders, demo_folders, resource, shop_folders
from counter.records.slips import Printer, PrintOutcome
from counter.settings import Settings
from counter.slips.wording import Wording, read_wording
from counter.ui.front.control import Control
from counter.ui.front.window import CounterWindow
from counter.ui.theme import Theme, apply, load_fonts

log = logging.getLogger(__name__)
DEMO_CUSTOMERS = 2000
PUMP_MS = 1000


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Start:
    """How a program starts: with how many made-up customers (0: none), by which clock (aware UTC)."""

    demo: int = 0
    clock: Callable[[], datetime] = _now


@dataclass(frozen=True, slots=True)
class Opened:
    """A shop that is open: its till and the index of its people."""

    till: Till
    index: Index


def open_shop(folders: Folders, start: Start) -> Opened:
    """On the database lane: open, bring up to date, check, fill the demo; raises Known with a sentence."""
    folders.make()
    database = connect(folders.database)
    migrate(database, lambda version: folders.data / f"before-update-from-{version}.counter")
    sweep(database)
    if start.demo and shop.setting("shop") is None:
        make(database, _pools(), Plan(start.demo, 7, start.clock().date()))
    text = shop.setting("shop")
    settings = Settings.from_text(text) if text else Settings()
    if not shop.printers():
        shop.add_printer("Slips as PDF", "pdf", "", "roll58")
    outbox.recover()
    catalogue = parse_catalogue(_text("gestures", "catalogue.json"), settings.coffee)
    till = Till(
        database=database, settings=settings, clock=start.clock, random_bytes=os.urandom, catalogue=catalogue,
        engine=Engine.replay(catalogue, settings.giving(), settings.seed, gesture_log.events_after(0)),
        wordings=_wordings(), boundaries=parse_boundaries(_text("gestures", "boundaries.json")),
        staff_id=next((member.id for member in people.staff() if member.active), None),
    )
    equivalents = Equivalents.parse(gzip.decompress(resource("lookup", "equivalents.txt.gz").read_bytes()).decode())
    return Opened(till, Index.build(find.everybody(), equivalents, till.today))


class Printing(QObject):
    """Drives the print queue: one errand a printer at a time, each row step on the database lane."""

    def __init__(self, lanes: Lanes, till: Till, place: tuple[Path, Fonts], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes, self._till = lanes, till
        self._slips, self._fonts = place
        self._busy: set[int] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.pump)
        self._timer.start(PUMP_MS)

    def pump(self) -> None:
        """Look whether a printer has something to do."""
        self._lanes.database(shop.printers, self._each, self._failed)

    def _each(self, printers: tuple[Printer, ...]) -> None:
        for printer in printers:
            if printer.id not in self._busy:
                self._busy.add(printer.id)
                work = partial(outbox.take_next, printer, self._till.now)
                self._lanes.database(work, partial(self._send, printer), self._failed)

    def _send(self, printer: Printer, errand: Errand | None) -> None:
        if errand is None:
            self._busy.discard(printer.id)
            return
        way = outbox.transport_of(printer, self._slips)
        work = partial(outbox.send, errand, way, self._fonts)
        self._lanes.printer(printer.id, work, partial(self._record, errand), self._failed)

    def _record(self, errand: Errand, outcome: PrintOutcome) -> None:
        work = partial(outbox.record, errand, outcome, self._till.now)
        self._lanes.database(work, partial(self._next, errand.printer), self._failed)

    def _next(self, printer: Printer, _job: object) -> None:
        self._busy.discard(printer.id)
        self.pump()

    def _failed(self, fault: Exception) -> None:
        log.error("printing: %s", type(fault).__name__)
        self._busy.clear()


class App(QObject):
    """One running program; `window` stands once the shop is open."""

    def __init__(self, folders: Folders, lanes: Lanes, start: Start) -> None:
        super().__init__()
        self.folders, self._lanes = folders, lanes
        self.window = CounterWindow()
        self._families = _dress(QApplication.instance())
        self._control: Control | None = None
        self._printing: Printing | None = None
        self._opened: Opened | None = None
        work = partial(open_shop, folders, start)
        lanes.database(work, self._stand, self._failed)

    def close(self) -> None:
        """End the lanes, then the shop's file."""
        if self._opened is not None:
            self._lanes.database(self._opened.till.database.close, _nothing, self._failed)
        self._lanes.close()

    def _stand(self, opened: Opened) -> None:
        self._opened = opened
        self._control = Control(self.window, self._lanes, (opened.till, find.Finder(opened.index)))
        self._printing = Printing(self._lanes, opened.till, (self.folders.slips, Fonts(self._families)), self)
        self._control.printing.connect(self._printing.pump)
        log.info("the counter is open")

    def _failed(self, fault: Exception) -> None:
        self.window.message.say_problem(fault.sentence if isinstance(fault, Known) else "Counter could not open.")


def main(arguments: list[str]) -> int:
    """Open the counter; `--demo` on a made-up shop in a folder of its own."""
    _tame_qt()
    demo = "--demo" in arguments
    folders = demo_folders() if demo else shop_folders()
    folders.make()
    _log_to(folders.logs)
    application = QApplication(sys.argv[:1])
    app = App(folders, Lanes(), Start(DEMO_CUSTOMERS if demo else 0))
    app.window.resize(1366, 768)
    app.window.show()
    code = application.exec()
    app.close()
    return code


def check_itself() -> int:
    """The self-test, off screen; 0 when everything held."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _tame_qt()
    application = QApplication(sys.argv[:1])
    fonts = Fonts(_dress(application))
    return selftest.run(_compose_demo, fonts)


def _compose_demo(folders: Folders) -> tuple[Till, Index]:
    opened = open_shop(folders, Start(demo=50))
    return opened.till, opened.index


def _tame_qt() -> None:
    """Emoji as plain outlines, and no word about scripts that some fonts don't have."""
    os.environ.setdefault("QT_DISABLE_EMOJI_SEGMENTER", "1")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db*=false")


def _dress(application: Any) -> tuple[str, ...]:
    table = json.loads(_text("fonts", "families.json"))
    files = [file for names in table["files"].values() for file in names]
    load_fonts(resource("fonts", file).read_bytes() for file in files)
    dark = QGuiApplication.styleHints().colorScheme().name == "Dark"
    apply(application, Theme(dark=dark, sans=tuple(table["sans"]), serif=tuple(table["serif"])))
    return tuple(table["sans"])


def _log_to(folder: Path) -> None:
    handler = RotatingFileHandler(folder / "counter.log", maxBytes=500_000, backupCount=3, encoding="utf-8")
    logging.basicConfig(level=logging.INFO, handlers=[handler], format="%(asctime)s %(levelname)s %(name)s %(message)s")


def _pools() -> Pools:
    return Pools(
        json.loads(_text("demo", "names.json")), json.loads(_text("demo", "people.json")),
        json.loads(_text("demo", "shop.json")),
    )


def _wordings() -> dict[str, Wording]:
    files = sorted(resource("lines").glob("*.json"))
    return {wording.language: wording for wording in (read_wording(f.read_text(encoding="utf-8")) for f in files)}


def _text(*parts: str) -> str:
    return resource(*parts).read_text(encoding="utf-8")


def _nothing(_answer: object) -> None:
    """An answer that nobody waits for."""
