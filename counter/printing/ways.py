"""From a printer as the shop set it up to the way that reaches it."""

from pathlib import Path

from counter.errors import Refused
from counter.printing.job import Transport
from counter.printing.memory import Memory
from counter.printing.network import PORT, NetworkPrinter
from counter.printing.pdf_folder import PdfFolder
from counter.records.slips import Printer, PrinterWay


def way_to(printer: Printer) -> Transport:
    """Raises Refused for a way that this version can't go, or a target that names no printer."""
    match printer.way:
        case PrinterWay.PDF:
            return PdfFolder(Path(printer.target))
        case PrinterWay.NETWORK:
            return _network(printer)
        case PrinterWay.SYSTEM:
            from counter.printing.system import SystemPrinter  # QtPrintSupport only where it is used

            return SystemPrinter(printer.target)
        case PrinterWay.MEMORY:
            return Memory()
    raise Refused(f"{printer.name} can't be reached this way yet. Set it up in the system, then choose it by its name.")


def _network(printer: Printer) -> NetworkPrinter:
    """`target` is a host, or host:port."""
    host, _, port = printer.target.strip().partition(":")
    if not host or not (port.isdecimal() or not port) or int(port or PORT) > 65535:
        raise Refused("A printer in the network has an address like 192.168.1.40 or 192.168.1.40:9100.")
    return NetworkPrinter(host=host, port=int(port or PORT))
