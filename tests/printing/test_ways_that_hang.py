"""A folder on a share that is gone takes a slip and never comes back: it is given up on, and nothing prints twice."""

import os
import time
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from pypdfium2 import PdfDocument

from counter.printing import words
from counter.printing.limit import Limited
from counter.printing.ways import way_to
from counter.records.slips import Printer, PrinterWay

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no pipe that stands in a folder")


@pytest.fixture
def hung(tmp_path, job):
    """A folder in which the first slip's file can't be opened to be written, until somebody reads at its other end."""
    pipe = tmp_path / f"{job.name}.part"
    os.mkfifo(pipe)
    yield pipe
    if pipe.exists():
        _let_go(pipe)


def _let_go(pipe):
    with pipe.open("rb") as other_end:
        return other_end.read()


def limited(way, limit=0.3):
    return Limited(way=way.way, mute=way.mute, limit=limit)


def folder(path):
    return way_to(Printer(id=1, name="PDF", way=PrinterWay.PDF, target=str(path), paper="roll58"))


def at_the_end(job):
    ends = Event()
    ends.set()
    return replace(job, ends=ends)


def test_a_folder_that_hangs_is_given_up_on_and_asked_about(hung, job):
    began = time.monotonic()
    outcome = limited(folder(hung.parent)).send(job)
    assert (outcome.state, outcome.reason) == ("unknown", f"{words.FOLDER_MUTE} Did it come out?")
    assert time.monotonic() - began < 2


def test_while_it_hangs_the_next_slip_waits_and_nothing_more_is_sent(hung, job, qtbot):
    way = limited(folder(hung.parent))
    way.send(job)
    began = time.monotonic()
    outcome = way.send(job)
    assert (outcome.state, outcome.reason) == ("failed", words.FOLDER_MUTE)
    assert time.monotonic() - began < 0.2
    _let_go(hung)
    qtbot.waitUntil(lambda: way.send(job).state == "printed")
    (slip,) = hung.parent.glob("*.pdf")
    with PdfDocument(slip) as document:
        assert len(document) == 1


def test_the_programs_end_waits_for_it_no_longer_than_seconds(hung, job):
    began = time.monotonic()
    outcome = folder(hung.parent).send(at_the_end(job))
    assert (outcome.state, outcome.reason) == ("unknown", words.STOPPED)
    assert time.monotonic() - began < 4


def test_a_slip_that_is_quickly_saved_is_not_given_up_at_the_programs_end(tmp_path, job):
    outcome = folder(tmp_path).send(at_the_end(job))
    assert outcome.state == "printed"
    assert Path(outcome.place).exists()


def test_a_bug_on_the_way_is_raised_where_it_is_waited_for(job):
    class Buggy:
        def send(self, job):
            raise RuntimeError(job.name)

    with pytest.raises(RuntimeError, match=job.name):
        Limited(way=Buggy(), mute=words.MUTE, limit=1).send(job)
