"""From a printer as the shop set it up to the way that reaches it, and what there is to set up."""

import os
from pathlib import Path

from counter.errors import Refused
from counter.printing import words
from counter.printing.job import Job, Transport, failed
from counter.printing.limit import Limited
from counter.printing.memory import Memory
from counter.printing.network import PORT, NetworkPrinter
from counter.printing.pdf_folder import PdfFolder
from counter.records.printers import FoundPrinter
from counter.records.slips import PAPERS, Printer, PrinterWay, PrintOutcome

WINDOWS = os.name == "nt"
_FOLDER, _SPOOLER = 15.0, 60.0  # seconds for one slip; the spooler is watched for 45
_BY_NAME = "On this system, set the printer up in the system first, then choose it by its name."


class Unreachable:
    """A way that is set up wrongly: each slip waits and says why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason

    def send(self, _job: Job) -> PrintOutcome:
        """Nothing is sent."""
        return failed(self.reason)


def way_to(printer: Printer) -> Transport:
    """Raises Refused for a way that this system doesn't have, or a target that names no printer."""
    match printer.way:
        case PrinterWay.PDF:
            folder = PdfFolder(Path(printer.target))
            return Limited(way=folder, mute=words.FOLDER_MUTE, limit=_FOLDER)
        case PrinterWay.NETWORK:
            return _network(printer)
        case PrinterWay.SYSTEM:
            return _system(printer)
        case PrinterWay.SERIAL | PrinterWay.DEVICE:
            return _file(printer)
    return Memory()


def warning_of(printer: Printer) -> str:
    """What the set-up says of a way that works but slowly; raises Refused like `way_to`."""
    if printer.way is not PrinterWay.SERIAL or WINDOWS:
        return ""
    from counter.printing.serial_port import serial_printer, slowness

    return slowness(serial_printer(printer.target), PAPERS[printer.paper].column)


def found_printers() -> tuple[FoundPrinter, ...]:
    """Queues, USB printers and serial ports of this PC; may take seconds, so not for the window's thread."""
    return (*_queues(), *plugged_in())


def _queues() -> tuple[FoundPrinter, ...]:
    from counter.printing import cups

    if cups.here():
        names = cups.queues()
    else:
        from counter.printing.system import system_printers

        names = system_printers()
    return tuple(FoundPrinter(way=PrinterWay.SYSTEM, target=name, name=name) for name in names)


def plugged_in() -> tuple[FoundPrinter, ...]:
    """USB printers and serial ports of this PC, quickly found."""
    if WINDOWS:
        return ()
    from counter.printing.device import found_devices
    from counter.printing.serial_port import found_ports

    devices = (FoundPrinter(way=PrinterWay.DEVICE, target=path, name=f"USB printer {path}") for path in found_devices())
    ports = (FoundPrinter(way=PrinterWay.SERIAL, target=path, name=f"Serial port {path}") for path in found_ports())
    return (*devices, *ports)


def _network(printer: Printer) -> NetworkPrinter:
    """`target` is a host, or host:port."""
    host, _, port = printer.target.strip().partition(":")
    if not host or not (port.isdecimal() or not port) or int(port or PORT) > 65535:
        raise Refused("A printer in the network has an address like 192.168.1.40 or 192.168.1.40:9100.")
    return NetworkPrinter(host=host, port=int(port or PORT))


def _system(printer: Printer) -> Transport:
    from counter.printing import cups

    if not printer.target.strip():
        raise Refused("Type or choose the printer's name as this PC knows it.")
    if cups.here():
        return cups.CupsPrinter(name=printer.target.strip())
    return _without_a_limit_of_its_own(printer.target.strip())


def _without_a_limit_of_its_own(name: str) -> Limited:
    from counter.printing.system import SystemPrinter, by_driver  # QtPrintSupport only where it is used

    way: Transport = SystemPrinter(name)
    if WINDOWS:
        from counter.printing.spooler import spooler_here
        from counter.printing.windows import WindowsPrinter

        way = WindowsPrinter(name=name, spooler=spooler_here(), by_driver=by_driver)
    return Limited(way=way, mute=words.MUTE, limit=_SPOOLER)


def _file(printer: Printer) -> Transport:
    """Device files; Windows has none, but its queues reach such printers."""
    if WINDOWS:
        raise Refused(_BY_NAME)
    from counter.printing.device import DevicePrinter
    from counter.printing.serial_port import serial_printer

    if printer.way is PrinterWay.SERIAL:
        return serial_printer(printer.target)
    if not printer.target.strip():
        raise Refused("A printer on USB has a device like /dev/usb/lp0.")
    return DevicePrinter(path=printer.target.strip())
