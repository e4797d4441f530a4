"""A real print system on loopback: what it takes, what it refuses, and what is taken back from it."""

import socket
import time
from dataclasses import replace

import pypdfium2
import pytest
import slip_makers as make
import zxingcpp
from cups_maker import HERE, print_system
from fake_printer import Mood, fake_printer

from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.paper.paint import raster
from counter.printing.cups import CupsPrinter, queues
from counter.printing.escpos import slip_bytes
from counter.printing.ipp import PrintSystem
from counter.printing.job import Job
from counter.printing.patience import Patience
from counter.printing.words import STOPPED
from counter.records.roll import RollOptions
from counter.records.slips import PAPERS

pytestmark = pytest.mark.skipif(not HERE, reason="CUPS (cupsd, lpadmin, lp) is not installed here")
SHORT = Patience(trouble=0.6, whole=3.0, look=0.05)


@pytest.fixture(scope="module")
def cups():
    with print_system() as system:
        yield system


@pytest.fixture
def page(families):
    sheet = lay_out(make.thank_you(), PAPERS["a6"], Fonts(families[0]))
    return Job(sheet=sheet, name="2026-11-26 7K3M-9QX2", title="Thank you 7K3M-9QX2", language="en")


def sent(cups, name, job, patience=SHORT):
    began = time.monotonic()
    outcome = CupsPrinter(name=name, system=PrintSystem(server=cups.server), patience=patience).send(job)
    assert time.monotonic() - began < 5
    return outcome


def test_a_slip_arrives_whole_in_its_true_size(cups, page):
    kept = cups.folder / "tmp" / "kept.pdf"
    assert sent(cups, cups.queue("Office", f"keeps:{kept}"), page).state == "printed"
    with pypdfium2.PdfDocument(kept.read_bytes()) as document:
        size = document.get_page_size(0)
        picture = document[0].render(scale=203.2 / 72, grayscale=True).to_pil()
    assert size == pytest.approx((105 * 72 / 25.4, 148 * 72 / 25.4), abs=0.01)
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [make.QR]


def test_a_roll_printer_behind_the_system_gets_its_own_commands(cups, job):
    kept = cups.folder / "tmp" / "kept.bin"
    name = cups.queue("Roll", f"keeps:{kept}", driver=False)
    assert sent(cups, name, replace(job, roll=RollOptions(raw=True))).state == "printed"
    assert kept.read_bytes() == slip_bytes(raster(job.sheet), RollOptions())


def test_a_paper_that_the_printer_does_not_take_is_told_before_anything_is_sent(cups, page, families):
    sheet = lay_out(make.thank_you(), PAPERS["a5"], Fonts(families[0]))
    outcome = sent(cups, cups.queue("Office", "stuck:"), replace(page, sheet=sheet))
    assert (outcome.state, "doesn't take A5" in outcome.reason) == ("failed", True)
    assert cups.waiting() == []


@pytest.mark.slow
def test_a_printer_without_power_is_told_and_its_slip_taken_back(cups, page):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    outcome = sent(cups, cups.queue("Off", f"ipp://127.0.0.1:{port}/ipp/print"), page, Patience())
    assert (outcome.state, "can't be reached" in outcome.reason) == ("failed", True)
    assert cups.waiting() == []


def test_a_printer_without_paper_is_told_and_asked_about(cups, page):
    outcome = sent(cups, cups.queue("Empty", "paperless:"), page)
    assert outcome.state == "unknown"
    assert "out of paper" in outcome.reason and "Did it come out?" in outcome.reason
    assert cups.waiting() == []


def test_a_slip_that_never_ends_is_taken_back_and_asked_about(cups, page):
    outcome = sent(cups, cups.queue("Stuck", "stuck:"), page)
    assert (outcome.state, "Did it come out?" in outcome.reason) == ("unknown", True)
    assert cups.waiting() == []


def test_a_slip_that_never_ends_holds_up_no_end_of_the_program(cups, page):
    page.ends.set()
    outcome = sent(cups, cups.queue("Slow", "stuck:"), page, Patience())
    assert (outcome.state, outcome.reason) == ("unknown", STOPPED)
    cups.admin("cancel", "-a", "Slow")


def test_a_slip_that_the_system_gives_up_is_asked_about(cups, page):
    outcome = sent(cups, cups.queue("Weak", "gives-up:"), page)
    assert (outcome.state, "gave this slip up" in outcome.reason) == ("unknown", True)


def test_a_paused_queue_gets_no_slip(cups, page):
    cups.admin("cupsdisable", cups.queue("Paused", "stuck:"))
    outcome = sent(cups, "Paused", page)
    assert (outcome.state, "paused" in outcome.reason) == ("failed", True)
    assert cups.waiting() == []


def test_a_queue_that_takes_nothing_is_told(cups, page):
    cups.admin("cupsreject", cups.queue("Closed", "stuck:"))
    outcome = sent(cups, "Closed", page)
    assert (outcome.state, "takes no slips" in outcome.reason) == ("failed", True)


def test_a_queue_that_is_gone_is_told_and_nothing_goes_to_another(cups, page):
    cups.queue("Office", "stuck:")
    outcome = sent(cups, "No such queue", page)
    assert (outcome.state, "no printer called No such queue" in outcome.reason) == ("failed", True)
    assert cups.waiting() == []


@pytest.mark.parametrize("name", ["-d Office", "a/../b", "ü %20", "x" * 300])
def test_no_name_is_taken_for_something_else(cups, page, name):
    assert sent(cups, name, page).state == "failed"


def test_a_system_without_printing_is_told(page):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    nowhere = PrintSystem(server=f"127.0.0.1:{port}")
    outcome = CupsPrinter(name="Office", system=nowhere).send(page)
    assert (outcome.state, "can't be reached" in outcome.reason) == ("failed", True)
    assert queues(nowhere) == ()


def test_what_answers_something_else_is_told(page):
    with fake_printer(Mood.HANGS_UP) as fake:
        outcome = CupsPrinter(name="Office", system=PrintSystem(server=f"127.0.0.1:{fake.port}", limit=1)).send(page)
    assert outcome.state == "failed"


def test_the_queues_are_listed_by_name(cups):
    cups.queue("Front_desk", "stuck:")
    assert "Front_desk" in queues(PrintSystem(server=cups.server))
