"""The slip that a printer is tried with shows width, darkness, a QR code and the cut."""

import pytest
import slip_makers as make
from reading import code_in, picture_of_bitmap, words

from counter.paper.layout import lay_out
from counter.paper.paint import raster
from counter.paper.pdf import About, pdf
from counter.records.slip_text import slip_from_text, slip_to_text
from counter.records.slips import PAPERS
from counter.slips.trial import compose_trial


def trial():
    return compose_trial(make.SHOP, "0000-0000", make.QR)


@pytest.mark.parametrize("paper", ["roll58", "roll80"])
def test_the_ruler_reaches_from_the_first_dot_of_the_head_to_its_last(fonts, paper):
    rows = raster(lay_out(trial(), PAPERS[paper], fonts)).cells()
    whole = [row for row in rows if all(row)]
    assert len(whole) == 2
    assert sum(row[0] and row[-1] for row in rows) >= 32


@pytest.mark.parametrize("paper", PAPERS)
def test_it_fits_every_paper_and_its_code_is_read(fonts, paper):
    sheet = lay_out(trial(), PAPERS[paper], fonts)
    assert sheet.pages == 1 and sheet.missing == ()
    assert code_in(picture_of_bitmap(raster(sheet))) == [make.QR]


def test_the_line_to_cut_at_is_the_last_thing_on_it(fonts):
    sheet = lay_out(trial(), PAPERS["roll58"], fonts)
    assert sheet.items[-1].y > max(line.baseline for line in sheet.lines)
    assert "The printer cuts below this line" in words(pdf(sheet, About("Test slip", "en")))


def test_it_is_stored_like_every_slip():
    assert slip_from_text(slip_to_text(trial()), None) == trial()
