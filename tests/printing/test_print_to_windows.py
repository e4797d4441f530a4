"""Printers of Windows by its spooler, for which real C functions with its signatures stand in."""

import os
import time
from dataclasses import replace

import pytest
from fake_spooler import (
    JOB_DELETING,
    JOB_OUT,
    JOB_PRINTED,
    JOB_PRINTING,
    PRINTER_DOOR,
    PRINTER_OFFLINE,
    PRINTER_OUT,
    PRINTER_PAUSED,
    FakeLibrary,
    Shelf,
)

from counter.paper.paint import raster
from counter.printing import ways
from counter.printing.escpos import slip_bytes
from counter.printing.patience import Patience
from counter.printing.spooler import Spooler, spooler_here
from counter.printing.windows import WindowsPrinter
from counter.records.roll import RollOptions
from counter.records.slips import Printer, PrinterWay

SHORT = Patience(trouble=0.05, whole=0.4, look=0.01)
RAW = RollOptions(raw=True)


@pytest.fixture
def send(job):
    """Sends the slip, raw or by a driver; answers what came of it and what the spooler has."""

    def sent(name="Till", *, raw=True, paints=True, at_once=False, **moods):
        shelf = Shelf(**moods)
        library = FakeLibrary(shelf)

        def by_driver(what, where):
            shelf.painted = where
            if paints and not at_once:
                shelf.jobs[3] = [what.name, b"", shelf.looks, shelf.job_status]
            return paints

        spooler = Spooler(library, library.last_error)
        printer = WindowsPrinter(name=name, spooler=spooler, by_driver=by_driver, patience=SHORT)
        began = time.monotonic()
        outcome = printer.send(replace(job, roll=RAW if raw else RollOptions()))
        assert time.monotonic() - began < 5
        assert shelf.closed == (name in shelf.printers and shelf.may)
        return outcome, shelf

    return sent


def test_a_roll_printer_gets_its_own_commands_whole_and_in_order(send, job):
    outcome, shelf = send()
    assert (outcome.state, shelf.ended, shelf.deleted) == ("printed", 1, [])
    assert shelf.took == slip_bytes(raster(job.sheet), RAW)
    assert [title for title, *_ in shelf.jobs.values()] == [job.name]


def test_a_page_goes_by_the_driver_and_is_watched_until_it_is_out(send):
    outcome, shelf = send(raw=False)
    assert (outcome.state, outcome.note, shelf.painted) == ("printed", "", "Till")
    assert shelf.jobs[3][2] == 0


@pytest.mark.parametrize("raw", [True, False])
def test_a_job_that_the_spooler_calls_printed_is_out(send, raw):
    outcome, shelf = send(raw=raw, looks=99, job_status=JOB_PRINTED)
    assert (outcome.state, shelf.deleted) == ("printed", [])


def test_a_page_that_is_out_before_anybody_could_look_was_handed_over(send):
    outcome, shelf = send(raw=False, at_once=True)
    assert (outcome.state, outcome.note, shelf.painted) == ("printed", "Handed to Till.", "Till")


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (PRINTER_OUT, "out of paper"), (PRINTER_DOOR, "cover"), (PRINTER_OFFLINE, "offline"),
        (PRINTER_PAUSED, "paused"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("raw", [True, False])
def test_a_printer_that_can_not_print_is_told_and_gets_nothing(send, raw, status, word):
    outcome, shelf = send(raw=raw, status=status)
    assert (outcome.state, word in outcome.reason) == ("failed", True)
    assert (shelf.took, shelf.jobs) == (b"", {})


def test_a_name_that_the_system_does_not_know_is_told_and_never_goes_to_another_printer(send):
    outcome, shelf = send("No such printer")
    assert (outcome.state, "no printer called No such printer" in outcome.reason) == ("failed", True)
    assert shelf.jobs == {}


def test_a_printer_that_is_not_ours_to_use_is_told(send):
    outcome, _ = send(may=False)
    assert (outcome.state, "may not be used" in outcome.reason) == ("failed", True)


def test_a_spooler_that_stops_in_the_middle_leaves_it_unknown_and_nothing_half_behind(send):
    outcome, shelf = send(breaks_after=8000)
    assert (outcome.state, "Did it come out?" in outcome.reason) == ("unknown", True)
    assert (shelf.aborted, shelf.ended) == (1, 0)


@pytest.mark.parametrize("raw", [True, False])
def test_a_slip_that_never_began_is_taken_back_and_waits_in_our_own_queue(send, raw):
    outcome, shelf = send(raw=raw, looks=999, job_status=JOB_OUT)
    assert (outcome.state, outcome.reason) == ("failed", "The printer is out of paper. Put in a new roll.")
    assert len(shelf.deleted) == 1


@pytest.mark.parametrize(
    "moods",
    [
        {"job_status": JOB_PRINTING | JOB_OUT}, {"job_status": JOB_OUT, "pages_printed": 1},
        {"job_status": JOB_OUT, "deletes": False}, {"job_status": JOB_DELETING}, {"job_status": JOB_PRINTING},
    ],
)  # fmt: skip
def test_a_slip_that_may_have_come_out_asks(send, moods):
    outcome, _ = send(looks=999, **moods)
    assert (outcome.state, "Did it come out?" in outcome.reason) == ("unknown", True)


def test_a_driver_that_can_not_begin_is_told(send):
    outcome, shelf = send(raw=False, paints=False)
    assert (outcome.state, shelf.jobs) == ("failed", {})


def test_on_windows_a_printer_of_the_pc_is_reached_by_its_spooler(monkeypatch):
    library = FakeLibrary(Shelf())
    spooler = Spooler(library, library.last_error)
    monkeypatch.setattr(ways, "WINDOWS", True)
    monkeypatch.setattr("counter.printing.cups.here", lambda: False)
    monkeypatch.setattr("counter.printing.spooler.spooler_here", lambda: spooler)
    way = ways.way_to(Printer(id=1, name="Till", way=PrinterWay.SYSTEM, target=" Till ", paper="roll80"))
    assert (way.way.name, way.way.spooler) == ("Till", spooler)


@pytest.mark.skipif(os.name == "nt", reason="this is that system")
def test_no_other_system_has_that_spooler():
    with pytest.raises(OSError, match="only Windows"):
        spooler_here()
