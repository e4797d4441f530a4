"""Which printer slips go to."""

from counter.records.slips import Printer
from counter.settings import Settings


def usual(settings: Settings, printers: tuple[Printer, ...]) -> int | None:
    """Where slips go: the owner's choice while it is there, else the first."""
    ids = [printer.id for printer in printers]
    return settings.printer_id if settings.printer_id in ids else next(iter(ids), None)
