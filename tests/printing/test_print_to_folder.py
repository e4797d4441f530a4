"""A folder as printer, and the printer of tests."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from counter.printing.job import failed, unknown
from counter.printing.memory import Memory
from counter.printing.pdf_folder import PdfFolder


def test_a_slip_is_saved_under_its_day_and_code(tmp_path, job):
    outcome = PdfFolder(tmp_path / "slips").send(job)
    saved = tmp_path / "slips" / "2026-11-26 7K3M-9QX2.pdf"
    assert (outcome.state, outcome.place) == ("printed", str(saved))
    assert saved.read_bytes().startswith(b"%PDF")


def test_printing_again_keeps_the_first(tmp_path, job):
    folder = PdfFolder(tmp_path)
    places = [Path(folder.send(job).place).name for _ in range(3)]
    assert places == ["2026-11-26 7K3M-9QX2.pdf", "2026-11-26 7K3M-9QX2 (2).pdf", "2026-11-26 7K3M-9QX2 (3).pdf"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(places)


@pytest.mark.parametrize("name", ["../../etc/passwd", 'a<b>:"c|d?*', "\x00\n", "...", "x/y\\z"])
def test_no_name_leads_out_of_the_folder(tmp_path, job, name):
    outcome = PdfFolder(tmp_path / "slips").send(replace(job, name=name))
    assert outcome.state == "printed"
    assert Path(outcome.place).parent == tmp_path / "slips"
    assert [path.name for path in tmp_path.iterdir()] == ["slips"]


def test_a_folder_that_is_a_file_is_told_and_the_slip_may_be_tried_again(tmp_path, job):
    (tmp_path / "slips").write_text("no folder")
    outcome = PdfFolder(tmp_path / "slips").send(job)
    assert outcome.state == "failed"
    assert "see whether the folder is there" in outcome.reason


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_without_leave_to_write_is_told(tmp_path, job):
    tmp_path.chmod(0o500)
    outcome = PdfFolder(tmp_path).send(job)
    tmp_path.chmod(0o700)
    assert "choose another folder" in outcome.reason


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_and_leaves_no_half_slip(tmp_path, job):
    (tmp_path / "2026-11-26 7K3M-9QX2.part").symlink_to("/dev/full")
    outcome = PdfFolder(tmp_path).send(job)
    assert outcome.state == "failed"
    assert outcome.reason.startswith("The disk is full.")
    assert list(tmp_path.iterdir()) == []
    assert os.strerror(errno.ENOSPC) not in outcome.reason


def test_the_printer_of_tests_keeps_what_came_out(job):
    printer = Memory([failed("The printer is out of paper."), unknown("The line broke.")])
    assert [printer.send(job).state for _ in range(3)] == ["failed", "unknown", "printed"]
    assert printer.jobs == [job]
