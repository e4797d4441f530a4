"""A roll printer in the network, with all its moods."""

import socket
import time
from dataclasses import replace
from itertools import pairwise

import pytest
import slip_makers as make
import zxingcpp
from fake_printer import Mood, fake_printer, read_slip
from PIL import Image

from counter.paper.bitmap import Bitmap
from counter.paper.paint import raster
from counter.printing import escpos
from counter.printing.escpos import slip_bytes
from counter.printing.network import NetworkPrinter
from counter.printing.roll import Limits
from counter.records.roll import RollOptions

SHORT = Limits(connect=0.5, status=0.15, stall=0.4, confirm=0.1, speed=1000)


def printing(job, mood, **options):
    with fake_printer(mood) as fake:
        limits = replace(SHORT, confirm=3) if mood is Mood.SLOW else SHORT
        printer = NetworkPrinter(host="127.0.0.1", port=fake.port, limits=limits)
        outcome = printer.send(replace(job, roll=RollOptions(**options)))
        fake.done.wait(1)
        return outcome, fake.received


@pytest.mark.parametrize("mood", [Mood.FINE, Mood.CHATTY, Mood.SLOW])
def test_a_slip_comes_out_and_is_confirmed(job, mood):
    outcome, received = printing(job, mood)
    rows, _ = read_slip(received)
    assert (outcome.state, outcome.reason, outcome.note) == ("printed", "", "")
    assert b"".join(rows)[: len(raster(job.sheet).data)] == raster(job.sheet).data
    picture = Image.frombytes("1", (384, len(rows)), bytes(255 - value for value in b"".join(rows)))
    assert [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))] == [make.QR]


@pytest.mark.parametrize(
    ("mood", "state", "word"),
    [
        (Mood.OUT, "failed", "out of paper"), (Mood.COVER, "failed", "cover"), (Mood.OFFLINE, "failed", "lights"),
        (Mood.MUTE, "failed", "does not answer"), (Mood.HANGS_UP, "failed", "does not answer"),
        (Mood.RESETS, "unknown", "Did it come out?"), (Mood.NEVER_CONFIRMS, "unknown", "Did it come out?"),
        (Mood.RUNS_OUT, "unknown", "come out whole"),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_told_in_a_sentence_and_soon(job, mood, state, word):
    began = time.monotonic()
    outcome, _ = printing(job, mood)
    assert (outcome.state, word in outcome.reason) == (state, True)
    assert time.monotonic() - began < 5


@pytest.mark.slow
@pytest.mark.parametrize("mood", [Mood.OUT, Mood.MUTE, Mood.RESETS, Mood.HANGS, Mood.NEVER_CONFIRMS])
def test_with_the_usual_patience_too_every_failure_is_told_within_five_seconds(job, mood):
    with fake_printer(mood) as fake:
        began = time.monotonic()
        outcome = NetworkPrinter(host="127.0.0.1", port=fake.port).send(job)
        assert outcome.reason
        assert time.monotonic() - began < 5


def test_a_printer_that_hangs_in_the_middle_leaves_it_unknown(job):
    outcome, _ = printing(job, Mood.HANGS)
    assert outcome.state == "unknown"


@pytest.mark.parametrize("mood", [Mood.OUT, Mood.COVER, Mood.OFFLINE, Mood.MUTE, Mood.HANGS_UP])
def test_a_printer_that_can_not_print_gets_not_one_row(job, mood):
    _, received = printing(job, mood)
    assert b"\x1dv0" not in received
    assert read_slip(received)[0] == []


def test_low_paper_is_said_though_the_slip_came_out(job):
    outcome, _ = printing(job, Mood.LOW)
    assert (outcome.state, outcome.note) == ("printed", "The paper is nearly used up.")


def test_a_printer_that_is_off_is_told(job):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    outcome = NetworkPrinter(host="127.0.0.1", port=port, limits=SHORT).send(job)
    assert outcome.state == "failed"
    assert "can't be reached" in outcome.reason


def test_a_printer_that_never_tells_its_status_still_prints_and_says_that_it_can_not_confirm(job):
    outcome, received = printing(job, Mood.MUTE, answers=False)
    assert outcome.state == "printed"
    assert "can't say" in outcome.note
    assert len(read_slip(received)[0]) >= job.sheet.height



@pytest.mark.parametrize("height", [1, 48, 99, 100, 148, 196, 300])
@pytest.mark.parametrize("chunk", [24, 48, 100, 128])
def test_no_picture_is_sent_in_a_height_that_some_printers_can_not_take(height, chunk):
    bits = Bitmap(16, height, bytes(range(200)) * 3 if height == 300 else b"ab" * height)
    rows, commands = read_slip(slip_bytes(bits, RollOptions(chunk=chunk)))
    heights = [int(command.split()[1]) for command in commands if isinstance(command, str)]
    assert all(each % 48 for each in heights)
    assert max(heights) <= chunk + 1
    assert [row for row in rows if any(row)] == [row for row in bits.rows() if any(row)]


def test_a_slip_begins_anew_feeds_and_cuts_and_leaves_the_drawer_shut():
    bits = Bitmap(8, 3, b"\xff\0\xff")
    assert slip_bytes(bits, RollOptions()) == escpos.INIT + b"\x1dv0\0\x01\0\x03\0\xff\0\xff\x1bJ\x40\x1dVB\0"
    assert slip_bytes(bits, RollOptions(cut=False, feed=0)).endswith(b"\xff\0\xff")
    assert slip_bytes(bits, RollOptions(drawer=True)).startswith(escpos.DRAWER)


def test_no_row_is_lost_between_pieces(job):
    bits = raster(job.sheet)
    pieces = [read_slip(slip_bytes(bits, RollOptions(chunk=chunk)))[0] for chunk in (50, 100, 128, 2000)]
    for one, other in pairwise(pieces):
        assert one[: bits.height] == other[: bits.height]
