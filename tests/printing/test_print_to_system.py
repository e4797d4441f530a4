"""The system's printers, without one: Qt's own PDF stands in for the queue."""

import pypdfium2
import pytest
import slip_makers as make
import zxingcpp
from PySide6.QtPrintSupport import QPrinter

from counter.errors import Refused
from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.printing.cups import CupsPrinter, here
from counter.printing.limit import Limited
from counter.printing.memory import Memory
from counter.printing.network import NetworkPrinter
from counter.printing.pdf_folder import PdfFolder
from counter.printing.system import SystemPrinter, print_sheet, system_printers
from counter.printing.ways import way_to
from counter.records.slips import PAPERS, Printer, PrinterWay


@pytest.fixture
def queue(tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "spooled.pdf"))
    return printer


def spooled(queue):
    return pypdfium2.PdfDocument(queue.outputFileName())


@pytest.mark.parametrize("key", PAPERS)
def test_a_slip_arrives_in_its_true_size_and_can_be_scanned(families, queue, key):
    paper = PAPERS[key]
    sheet = lay_out(make.thank_you(), paper, Fonts(families[0]))
    assert print_sheet(sheet, queue)
    with spooled(queue) as document:
        size = document.get_page_size(0)
        picture = document[0].render(scale=203.2 / 72, grayscale=True).to_pil()
    high = paper.height or sheet.height / 8
    assert size == pytest.approx((paper.width * 72 / 25.4, high * 72 / 25.4), abs=1)  # Qt rounds to whole points
    (code,) = zxingcpp.read_barcodes(picture)
    across = code.position.top_right.x - code.position.top_left.x
    side = max(len(item.rows) * item.side for item in sheet.items if hasattr(item, "rows"))
    assert code.text == make.QR
    assert across == pytest.approx(side, abs=4)


def test_a_long_slip_takes_several_pages(families, queue):
    spec = " ".join(f"word{number}" for number in range(400))
    sheet = lay_out(make.order_slip(spec=spec), PAPERS["a6"], Fonts(families[0]))
    assert print_sheet(sheet, queue)
    with spooled(queue) as document:
        assert len(document) == sheet.pages > 1


def test_a_name_that_the_system_does_not_know_is_told_and_never_goes_to_another_printer(job):
    outcome = SystemPrinter("No such printer").send(job)
    assert outcome.state == "failed"
    assert "No such printer" in outcome.reason
    assert "No such printer" not in system_printers()


def printer(way, target=""):
    return Printer(id=1, name="Counter", way=way, target=target, paper="roll58")


@pytest.mark.parametrize(
    ("way", "target", "kind"),
    [
        (PrinterWay.PDF, "slips", PdfFolder), (PrinterWay.SYSTEM, "Office", CupsPrinter if here() else SystemPrinter),
        (PrinterWay.MEMORY, "", Memory), (PrinterWay.NETWORK, "10.0.0.7", NetworkPrinter),
    ],
)  # fmt: skip
def test_each_printer_is_reached_in_its_way(way, target, kind):
    reached = way_to(printer(way, target))
    assert isinstance(reached.way if isinstance(reached, Limited) else reached, kind)


@pytest.mark.parametrize(("target", "port"), [("till.local", 9100), (" 10.0.0.7:9101 ", 9101)])
def test_a_network_printer_has_its_port_or_the_usual_one(target, port):
    reached = way_to(printer(PrinterWay.NETWORK, target))
    assert (reached.host, reached.port) == (target.strip().split(":")[0], port)


@pytest.mark.parametrize("target", ["", ":9100", "host:port", "host:99999", "host:-1"])
def test_an_address_that_names_no_printer_is_told(target):
    with pytest.raises(Refused, match="192.168.1.40"):
        way_to(printer(PrinterWay.NETWORK, target))
