"""The public naughty strings as the line of a slip: every one is set, and nothing is made of it but ink."""

import json
import unicodedata
from pathlib import Path

import pytest
import slip_makers as make
from reading import words
from report_pages import text_at_a_glance

from counter.errors import Known
from counter.paper.layout import lay_out
from counter.paper.paint import whole_raster
from counter.paper.pdf import About, pdf
from counter.records.cleaning import clean_text
from counter.records.slips import PAPERS

NAUGHTY = json.loads((Path(__file__).parents[1] / "data" / "naughty_strings" / "blns.json").read_text("utf-8"))
ROLL = PAPERS["roll58"]


def cleaned(text):
    try:
        return clean_text(text, "line")
    except Known:
        return ""


def letters(text):
    return [c for c in unicodedata.normalize("NFC", text) if c.isascii() and c.isalnum()]


@pytest.mark.slow
def test_every_public_naughty_string_comes_out_as_its_own_letters(fonts):
    texts = [text for text in map(cleaned, NAUGHTY) if text]
    assert len(texts) > 400
    for text in (" | ".join(texts[at : at + 8]) for at in range(0, len(texts), 8)):
        sheet = lay_out(make.thank_you(line=text), ROLL, fonts)
        assert whole_raster(sheet)
        paper, wanted = pdf(sheet, About("Slip", "en")), "".join(letters(text))
        said = (read(paper) for read in (text_at_a_glance, words))  # with care where the quick reader missed it
        assert any(wanted in "".join(letters(one)) for one in said), text
