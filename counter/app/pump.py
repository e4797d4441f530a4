"""Drives the print queue; what became of a slip is kept once the disk takes it, and only then is the next one sent."""
import logging
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from counter import outbox
from counter.desk import print_queue
from counter.desk.till import Till
from counter.errors import DiskFault
from counter.lanes import Lanes
from counter.models import shop
from counter.outbox import Errand
from counter.paper.fonts import Fonts
from counter.printing.job import Transport
from counter.records.slips import Printer, PrintOutcome

log = logging.getLogger(__name__)
PUMP_MS = 1000


class Printing(QObject):
    """One errand a printer at a time, each row step on the database lane.

    `standings(tuple of Standing)` tells each second how the printers are.
    """

    standings = Signal(object)

    def __init__(self, lanes: Lanes, till: Till, place: tuple[Path, Fonts], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes, self._till = lanes, till
        self._slips, self._fonts = place
        self._busy: set[int] = set()
        self._unkept: list[tuple[Errand, PrintOutcome]] = []
        self._ways: dict[Printer, Transport] = {}
        self._said: type[Exception] | None = None
        self._ends = Event()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.pump)
        self._timer.start(PUMP_MS)

    def pump(self) -> None:
        """Look whether a printer has something to do; what the disk refused before is tried again."""
        unkept, self._unkept = self._unkept, []
        for errand, outcome in unkept:
            self._record(errand, outcome)
        self._lanes.database(shop.printers, self._each, self._failed)
        self._lanes.database(partial(print_queue.standings, self._till), self.standings.emit, self._failed)

    def end(self) -> None:
        """Before the lanes close: nothing is begun, and a slip that is only watched any more asks at the next start."""
        self._timer.stop()
        self._ends.set()

    def _each(self, printers: tuple[Printer, ...]) -> None:
        for printer in printers:
            if printer.id not in self._busy:
                self._busy.add(printer.id)
                work = partial(outbox.take_next, printer, self._till.now)
                self._lanes.database(work, partial(self._send, printer), partial(self._let_go, printer))

    def _send(self, printer: Printer, errand: Errand | None) -> None:
        if errand is None:
            self._busy.discard(printer.id)
            return
        if printer not in self._ways:
            self._ways[printer] = outbox.transport_of(printer, self._slips)
        work = partial(outbox.send, replace(errand, ends=self._ends), self._ways[printer], self._fonts)
        self._lanes.printer(printer.id, work, partial(self._record, errand), partial(self._let_go, printer))

    def _record(self, errand: Errand, outcome: PrintOutcome) -> None:
        work = partial(outbox.record, errand, outcome, self._till.now)
        self._lanes.database(work, partial(self._next, errand.printer), partial(self._not_kept, errand, outcome))

    def _not_kept(self, errand: Errand, outcome: PrintOutcome, fault: Exception) -> None:
        """Tried again until the disk takes it, and the printer sends nothing meanwhile; a bug is not tried again."""
        if isinstance(fault, DiskFault):
            self._unkept.append((errand, outcome))
            self._failed(fault)
        else:
            self._let_go(errand.printer, fault)

    def _next(self, printer: Printer, _job: object) -> None:
        self._busy.discard(printer.id)
        self.pump()

    def _failed(self, fault: Exception) -> None:
        if type(fault) is not self._said:  # a full disk is not written down each second
            self._said = type(fault)
            log.error("printing: %s", self._said.__name__)

    def _let_go(self, printer: Printer, fault: Exception) -> None:
        """This printer is asked again at the next look."""
        self._busy.discard(printer.id)
        self._failed(fault)
