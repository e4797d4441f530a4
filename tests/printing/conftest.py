"""A slip ready to print."""

import os

import pytest
import slip_makers as make

from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.printing.job import Job
from counter.records.slips import PAPERS

# Windows reaches such printers by their queues.
collect_ignore = ["test_print_to_serial_and_device.py", "test_print_to_cups.py"] if os.name == "nt" else []


@pytest.fixture(scope="session")
def job(families):
    """Ania's slip on a roll of 58 mm."""
    sheet = lay_out(make.thank_you(), PAPERS["roll58"], Fonts(families[0]))
    return Job(sheet=sheet, name="2026-11-26 7K3M-9QX2", title="Thank you 7K3M-9QX2", language="en")
