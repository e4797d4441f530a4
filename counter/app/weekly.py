"""The weekly report makes itself: as soon as a week is over, or at the next start."""
from __future__ import annotations

import logging
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter.desk.till import Till
from counter.lanes import Lanes
from counter.paper.fonts import Fonts

if TYPE_CHECKING:  # a start without a report that is due loads none of it
    from counter.office.report_file import Made
    from counter.records.report import Report

log = logging.getLogger(__name__)
AGAIN = timedelta(hours=1)


def reports_beside(slips: Path) -> Path:
    """The folder of the reports, beside that of the slips."""
    return slips.with_name("reports")


class Weekly(QObject):
    """`look` each minute; `made(Made)` for each report that was written. What fails is tried again after an hour."""

    made = Signal(object)

    def __init__(self, lanes: Lanes, till: Till, place: tuple[Path, Fonts], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes, self._till = lanes, till
        self._folder, self._families = reports_beside(place[0]), place[1].families
        self._busy = False
        self._rests_until: datetime | None = None

    def look(self) -> None:
        """Make what is due, one after the other; cheap when nothing is."""
        if self._busy or (self._rests_until is not None and self._till.now < self._rests_until):
            return
        self._busy = True
        self._lanes.database(self._next_due, self._write, self._failed)

    def _next_due(self) -> Report | None:
        """On the database lane."""
        from counter.office import report_file

        return report_file.next_due(self._till.settings, self._till.now, self._till.today, self._folder)

    def _write(self, report: Report | None) -> None:
        if report is None:
            self._rest()
            return
        from counter.office import report_file

        work = partial(report_file.write, report, self._folder, self._families)
        self._lanes.work(work, partial(self._keep, report), self._failed)

    def _keep(self, report: Report, made: Made) -> None:
        from counter.office import report_file

        work = partial(report_file.made, report, self._till.now)
        self._lanes.database(work, partial(self._done, made), self._failed)

    def _done(self, made: Made, _answer: object) -> None:
        self._busy = False
        self.made.emit(made)
        self.look()

    def _rest(self) -> None:
        self._busy = False
        self._rests_until = self._till.now + AGAIN

    def _failed(self, fault: Exception) -> None:
        log.error("the weekly report: %s", type(fault).__name__)
        self._rest()
