"""A printer of the system by its driver, with the same painting as everywhere."""

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from counter.paper.paint import paint
from counter.paper.sheet import Sheet
from counter.printing.job import Job, failed, printed
from counter.records.slips import DOTS_PER_MM, PrintOutcome


def system_printers() -> tuple[str, ...]:
    """The names of the printers that the system knows; asking may take seconds."""
    return tuple(QPrinterInfo.availablePrinterNames())


class SystemPrinter:
    """A printer by its name in the system. Once handed over, the system's queue has the slip."""

    def __init__(self, name: str) -> None:
        self.name = name

    def send(self, job: Job) -> PrintOutcome:
        """Hand it to the system's queue; an unknown name would silently go to the default printer."""
        info = QPrinterInfo.printerInfo(self.name)
        if info.isNull():
            return failed(f"The system has no printer called {self.name} any more. Choose another one.")
        if info.state() is QPrinter.PrinterState.Error:
            return failed(f"{self.name} is paused or needs help. Look at the printer and its queue.")
        if not by_driver(job, self.name):
            return failed(f"{self.name} doesn't take the slip now. See that it is on.")
        return printed(note=f"Handed to {self.name}.")


def by_driver(job: Job, name: str) -> bool:
    """A page through the system's driver of a printer that is there; False when it can't begin."""
    printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    printer.setDocName(job.name)
    return print_sheet(job.sheet, printer)


def print_sheet(sheet: Sheet, printer: QPrinter) -> bool:
    """Paint every page at its true size; False when the printer can't begin."""
    printer.setPageLayout(_page_layout(sheet))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    scale = printer.resolution() / 25.4 / DOTS_PER_MM
    length = sheet.height // sheet.pages
    for page in range(sheet.pages):
        if page:
            printer.newPage()
        painter.resetTransform()
        painter.scale(scale, scale)
        painter.translate(0, -page * length)
        painter.setClipRect(QRectF(0, page * length, sheet.width, length))
        paint(sheet, painter)
    return painter.end()


def _page_layout(sheet: Sheet) -> QPageLayout:
    """The paper without margins: they are in the sheet. A roll's page is as long as the slip."""
    paper = sheet.paper
    size = QSizeF(paper.width, paper.height or sheet.height / DOTS_PER_MM)
    match = QPageSize.SizeMatchPolicy.FuzzyMatch if paper.height else QPageSize.SizeMatchPolicy.ExactMatch
    page = QPageSize(size, QPageSize.Unit.Millimeter, paper.name, match)
    return QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
