"""Roll printers at a serial port (a pseudo-terminal stands in for it) and at a device file."""

import os
import time
from dataclasses import replace

import pytest
from fake_printer import FakeSerialPrinter, Mood, fake_printer, read_slip

from counter.errors import Refused
from counter.paper.paint import raster
from counter.printing import device
from counter.printing.device import DevicePrinter
from counter.printing.roll import Limits
from counter.printing.serial_port import SerialPrinter, found_ports, serial_printer
from counter.printing.ways import found_printers, warning_of, way_to
from counter.records.roll import RollOptions
from counter.records.slips import Printer, PrinterWay

SHORT = Limits(status=0.15, stall=0.4, whole=4, confirm=0.1, speed=1000)
KINDS = {"serial": SerialPrinter, "device": DevicePrinter}


@pytest.fixture(params=KINDS, ids=list(KINDS))
def way(request):
    return KINDS[request.param]


def printing(job, mood, way, **options):
    with fake_printer(mood, FakeSerialPrinter) as fake:
        limits = replace(SHORT, confirm=3) if mood is Mood.SLOW else SHORT
        outcome = way(path=fake.path, limits=limits).send(replace(job, roll=RollOptions(**options)))
        return outcome, fake.received


@pytest.mark.parametrize("mood", [Mood.FINE, Mood.CHATTY, Mood.SLOW])
def test_a_slip_comes_out_and_is_confirmed(job, way, mood):
    outcome, received = printing(job, mood, way)
    rows, _ = read_slip(received)
    assert (outcome.state, outcome.reason, outcome.note) == ("printed", "", "")
    assert b"".join(rows)[: len(raster(job.sheet).data)] == raster(job.sheet).data


@pytest.mark.parametrize(
    ("mood", "state", "word"),
    [
        (Mood.OUT, "failed", "out of paper"), (Mood.COVER, "failed", "cover"), (Mood.OFFLINE, "failed", "lights"),
        (Mood.MUTE, "failed", "does not answer"), (Mood.RESETS, "unknown", "Did it come out?"),
        (Mood.HANGS, "unknown", "Did it come out?"), (Mood.NEVER_CONFIRMS, "unknown", "Did it come out?"),
        (Mood.RUNS_OUT, "unknown", "come out whole"),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_told_in_a_sentence_and_soon(job, way, mood, state, word):
    began = time.monotonic()
    outcome, _ = printing(job, mood, way)
    assert (outcome.state, word in outcome.reason) == (state, True)
    assert time.monotonic() - began < 8  # a line of 115200 baud may hold four kilobytes back


@pytest.mark.parametrize("mood", [Mood.OUT, Mood.COVER, Mood.OFFLINE, Mood.MUTE])
def test_a_printer_that_can_not_print_gets_not_one_row(job, way, mood):
    _, received = printing(job, mood, way)
    assert read_slip(received)[0] == []


@pytest.mark.parametrize(
    ("status", "state", "word", "rows"),
    [(0x18, "printed", "", True), (0x38, "failed", "out of paper", False), (0x08, "failed", "offline", False)],
    ids=["selected", "no paper", "not selected"],
)
def test_the_status_of_the_usb_printer_class_is_asked_before_anything_is_sent(
    job, monkeypatch, status, state, word, rows
):
    """The byte is that of the class's GET_PORT_STATUS, as the kernel's `usblp` hands it out; no such device is here."""
    asked = []

    def kernel(handle, request, into):
        asked.append((os.ttyname(handle), request))
        into[0] = status

    monkeypatch.setattr(device.fcntl, "ioctl", kernel)
    with fake_printer(Mood.FINE, FakeSerialPrinter) as fake:
        outcome = DevicePrinter(path=fake.path, limits=SHORT).send(job)
        assert asked == [(fake.path, 0x060B)]
        assert (outcome.state, word in outcome.reason) == (state, True)
        assert bool(read_slip(fake.received)[0]) == rows


def test_a_printer_that_holds_the_line_is_given_up_on_in_time(job, way):
    near, far = os.openpty()  # nobody ever reads at the other end
    began = time.monotonic()
    outcome = way(path=os.ttyname(far), limits=SHORT).send(replace(job, roll=RollOptions(answers=False)))
    assert outcome.state == "unknown"
    assert time.monotonic() - began < 2
    os.close(near)
    os.close(far)


def test_a_printer_that_is_not_plugged_in_is_told(job, way, tmp_path):
    outcome = way(path=str(tmp_path / "ttyUSB0")).send(job)
    assert outcome.state == "failed"
    assert "can't be reached" in outcome.reason


def test_a_port_that_is_no_serial_port_is_told(job, tmp_path):
    (tmp_path / "file").touch()
    outcome = SerialPrinter(path=str(tmp_path / "file")).send(job)
    assert (outcome.state, "can't be reached" in outcome.reason) == ("failed", True)
    assert (tmp_path / "file").read_bytes() == b""


def test_a_slip_can_go_into_a_plain_file_and_none_is_lost(job, tmp_path):
    place = tmp_path / "printer"
    place.touch()
    outcomes = [DevicePrinter(path=str(place)).send(job) for _ in range(2)]
    assert [outcome.state for outcome in outcomes] == ["printed", "printed"]
    assert "can't say" in outcomes[0].note
    rows, commands = read_slip(place.read_bytes())
    assert commands.count(b"\x1dVB\0") == 2
    assert len(rows) >= 2 * job.sheet.height


def test_a_pipe_that_nobody_reads_is_told_and_does_not_hang(job, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    outcome = DevicePrinter(path=str(tmp_path / "pipe")).send(job)
    assert outcome.state == "failed"


@pytest.mark.parametrize(
    ("target", "path", "baud", "wires"),
    [
        ("/dev/ttyUSB0", "/dev/ttyUSB0", 115200, False), ("/dev/ttyS1 9600", "/dev/ttyS1", 9600, False),
        (" /dev/ttyS1  38400 RTSCTS ", "/dev/ttyS1", 38400, True),
    ],
)  # fmt: skip
def test_a_serial_printer_has_a_port_a_speed_and_perhaps_wires(target, path, baud, wires):
    assert serial_printer(target) == SerialPrinter(path=path, baud=baud, wires=wires)


@pytest.mark.parametrize("target", ["", "  ", "/dev/ttyS0 fast", "/dev/ttyS0 1234", "/dev/ttyS0 9600 9600"])
def test_a_line_that_can_not_be_set_up_is_told(target):
    with pytest.raises(Refused, match="/dev/ttyUSB0 115200"):
        serial_printer(target)


def at(target, paper="roll58", way=PrinterWay.SERIAL):
    return Printer(id=1, name="Counter", way=way, target=target, paper=paper)


def test_a_slow_line_is_warned_of_with_how_long_a_slip_takes():
    assert "42 seconds" in warning_of(at("/dev/ttyS0 9600"))
    assert warning_of(at("/dev/ttyS0 115200")) == ""
    assert warning_of(at("10.0.0.7", way=PrinterWay.NETWORK)) == ""


def test_a_device_needs_a_name():
    assert way_to(at("/dev/usb/lp0", way=PrinterWay.DEVICE)) == DevicePrinter(path="/dev/usb/lp0")
    with pytest.raises(Refused, match="/dev/usb/lp0"):
        way_to(at(" ", way=PrinterWay.DEVICE))


def test_what_is_plugged_in_is_found_with_the_way_to_set_it_up():
    found = found_printers()
    assert {each.target for each in found if each.way is PrinterWay.SERIAL} == set(found_ports())
    assert all(each.name and each.target for each in found)
