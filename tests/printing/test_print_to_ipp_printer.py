"""A printer that CUPS itself ships (`ippeveprinter`), behind a real print system: each of its failures is told."""

import pypdfium2
import pytest
import slip_makers as make
import zxingcpp
from cups_maker import HERE as CUPS_HERE
from cups_maker import print_system
from ipp_printer import COVER, HANGS, HERE, JAMS, NO_PAPER, ipp_printer

from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.printing.cups import CupsPrinter
from counter.printing.ipp import PrintSystem
from counter.printing.job import Job
from counter.printing.patience import Patience
from counter.records.slips import PAPERS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (HERE and CUPS_HERE), reason="CUPS with ippeveprinter and dbus-daemon is not installed here"
    ),
]
USUAL, SHORT = Patience(trouble=1.0), Patience(whole=6.0)


@pytest.fixture
def cups():
    """One for each test: what is left of a job that hangs would hold up the next."""
    with print_system() as system:
        yield system


@pytest.fixture
def on_paper(families):
    def laid_out(key):
        sheet = lay_out(make.thank_you(), PAPERS[key], Fonts(families[0]))
        return Job(sheet=sheet, name="2026-11-26 7K3M-9QX2", title="Thank you 7K3M-9QX2", language="en")

    return laid_out


@pytest.fixture
def page(on_paper):
    return on_paper("a4")


def sent(cups, name, job, patience=USUAL):
    return CupsPrinter(name=name, system=PrintSystem(server=cups.server), patience=patience).send(job)


def codes(document):
    with pypdfium2.PdfDocument(document) as opened:
        pictures = [page.render(scale=203.2 / 72, grayscale=True).to_pil() for page in opened]
    return [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]


def test_a_slip_comes_out_once_and_its_code_is_read_from_the_paper(cups, page, tmp_path):
    with ipp_printer(tmp_path) as printer:
        outcome = sent(cups, cups.queue("Fine", printer.uri), page)
        assert (outcome.state, outcome.reason) == ("printed", "")
    assert printer.paper.count(b"%PDF-") == 1
    assert codes(printer.paper) == [make.QR]


@pytest.mark.parametrize(
    ("mood", "word"), [(NO_PAPER, "out of paper"), (JAMS, "jam"), (COVER, "cover"), (HANGS, "busy")],
    ids=["no paper", "jam", "cover", "hangs"],
)  # fmt: skip
def test_what_stops_it_is_told_and_the_slip_taken_back_and_asked_about(cups, page, tmp_path, mood, word):
    with ipp_printer(tmp_path, mood) as printer:
        name = cups.queue("Weak", printer.uri)
        outcome = sent(cups, name, page, SHORT if mood == HANGS else USUAL)
    assert (outcome.state, word in outcome.reason, "Did it come out?" in outcome.reason) == ("unknown", True, True)
    assert cups.waiting() == []


def test_a_paper_that_the_printer_turns_down_is_asked_about_and_nothing_comes_out(cups, on_paper, tmp_path):
    with ipp_printer(tmp_path) as printer:
        outcome = sent(cups, cups.queue("Large", printer.uri), on_paper("a6"))
    assert (outcome.state, "gave this slip up" in outcome.reason) == ("unknown", True)
    assert (printer.paper, cups.waiting()) == (b"", [])


def test_a_printer_that_is_switched_off_and_on_again_prints_only_what_is_sent_then(cups, page, tmp_path):
    with ipp_printer(tmp_path) as printer:
        name = cups.queue("Off", printer.uri)
        printer.switch_off()
        outcome = sent(cups, name, page)
        assert (outcome.state, "can't be reached" in outcome.reason) == ("failed", True)
        assert cups.waiting() == []
        printer.start()
        assert sent(cups, name, page).state == "printed"
    assert printer.paper.count(b"%PDF-") == 1
