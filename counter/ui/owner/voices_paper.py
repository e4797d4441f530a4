"""The weekly report on its way out: a PDF in the shop's folder, opened by the system, a CSV, or pages on a printer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from counter.office import report_csv, report_file
from counter.office.report_file import Made
from counter.paper.sheet import Sheet
from counter.records.report import Report
from counter.ui.owner.actions import ask_place
from counter.ui.owner.errands import OwnerErrands, told
from counter.ui.texts import voices as words
from counter.ui.texts.take_out import written
from counter.ui.widgets.messages import MessageBar


class ReportPaper(QObject):
    """Saves, renews and prints a report; `open_file` hands a PDF to the program that shows such."""

    def __init__(self, page: QWidget, message: MessageBar, errands: OwnerErrands) -> None:
        super().__init__(page)
        self._page, self._message, self._errands = page, message, errands
        self.open_file: Callable[[Path], object] = _open_with_the_system

    def save(self, report: Report) -> None:
        """Into the shop's folder, then onto the screen."""
        self._write(report, self._saved)

    def save_csv(self, report: Report) -> None:
        """For a spreadsheet, where the owner says."""
        ask_place(self._page, words.SAVE_CSV, f"{words.VOICES} {report.week}.csv", partial(self._write_csv, report))

    def renew(self, report: Report) -> None:
        """The paper follows what was decided on the screen, without a word."""
        self._write(report, _nothing)

    def print(self, report: Report) -> None:
        """On a printer that is asked for."""
        work = partial(report_file.sheet_of, report, self._errands.families)
        self._errands.lanes.work(work, self._ask_printer, self._failed)

    def _write(self, report: Report, then: Callable[[Made], None]) -> None:
        work = partial(report_file.write, report, self._errands.reports, self._errands.families)
        self._errands.lanes.work(work, then, self._failed)

    def _write_csv(self, report: Report, path: str) -> None:
        work = partial(report_csv.save, report, Path(path))
        self._errands.lanes.work(work, lambda _answer: self._printed(written(Path(path).name)), self._failed)

    def _saved(self, made: Made) -> None:
        self._message.say(words.saved(str(made.path)), undoable=False)
        self.open_file(made.path)

    def _ask_printer(self, sheet: Sheet) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(report_file.TITLE)
        dialog = QPrintDialog(printer, self._page)
        dialog.setObjectName("print_report")
        dialog.finished.connect(partial(self._hand_over, sheet, printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _hand_over(self, sheet: Sheet, printer: QPrinter, answer: int) -> None:
        if answer == QPrintDialog.DialogCode.Accepted:
            work = partial(report_file.hand_over, sheet, printer)
            self._errands.lanes.work(work, self._printed, self._failed)

    def _printed(self, sentence: str) -> None:
        self._message.say(sentence, undoable=False)

    def _failed(self, fault: Exception) -> None:
        self._message.say_problem(told(fault)[0])


def _open_with_the_system(path: Path) -> object:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _nothing(_made: Made) -> None:
    """Nobody waits for it."""
