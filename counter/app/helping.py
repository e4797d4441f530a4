"""The report for whoever helps, asked for on the page About."""
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from counter.app.help_file import make_report
from counter.errors import Known
from counter.ui.owner.about import AboutPage
from counter.ui.owner.errands import OwnerErrands
from counter.ui.owner.page import Page
from counter.ui.owner.window import OwnerWindow
from counter.ui.texts import about as words
from counter.ui.texts.counter import PROGRAM_FAULT

FOLDER = "for help"


class Helping(QObject):
    """Writes the report beside the shop's file and says where it lies."""

    def __init__(self, window: OwnerWindow, errands: OwnerErrands) -> None:
        super().__init__(window)
        self._window, self._errands = window, errands
        window.built.connect(self._begin)

    def _begin(self, page: Page) -> None:
        if isinstance(page, AboutPage):
            page.report_wanted.connect(self._make)

    def _make(self) -> None:
        till = self._errands.till
        folder = Path(till.database.database).parent / FOLDER
        work = partial(make_report, till.settings.to_text(), folder, till.now)
        self._errands.lanes.work(work, self._made, self._failed)

    def _made(self, report: Path) -> None:
        self._window.about.say_report(words.report(str(report)))

    def _failed(self, fault: Exception) -> None:
        self._window.about.say_report(fault.sentence if isinstance(fault, Known) else PROGRAM_FAULT)
