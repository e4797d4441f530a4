"""Whatever way back the owner chose: the QR code fits every paper and a phone reads from it what was meant."""

import random

import pytest
from PIL import Image
from reading import code_in

from counter.paper.qr import QUIET, place_qr
from counter.records.countries import COUNTRIES
from counter.records.slips import PAPERS
from counter.voice import codes
from counter.voice.links import Reach, Way, Wording, qr_text

pytestmark = pytest.mark.usefixtures("no_network")
SOURCE = random.Random(6)
REACHES = (
    Reach(Way.WHATSAPP, "07700 900123"), Reach(Way.SMS, "+44 7700 900123"), Reach(Way.MAIL, "hello@bluedoor.example"),
    Reach(Way.COUNTER), Reach(Way.FORM, "https://tally.example/r/w7X4pQ?code={code}"),
    Reach(Way.PAGE, "https://bluedoor.example/#{code}"),
    Reach(Way.FORM, "https://forms.example/d/e/1FAIpQLSf" + "x" * 60 + "/viewform?usp=pp_url&entry.1={code}"),
)


def drawn(cells):
    """The code as dots on white, with its quiet zone."""
    side = (len(cells.rows) + 2 * QUIET) * cells.side
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(cells.rows):
        for x, black in enumerate(row):
            if black:
                at = ((x + QUIET) * cells.side, (y + QUIET) * cells.side)
                picture.paste(0, (*at, at[0] + cells.side, at[1] + cells.side))
    return picture


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_every_way_fits_every_paper_with_five_dots_a_module_and_is_read(paper):
    for reach in REACHES:
        code = codes.new_code(SOURCE.randbytes)
        text = qr_text(reach, code, COUNTRIES["GB"], Wording())
        cells = place_qr(text, paper)
        assert cells.side >= 5
        assert len(cells.rows) * cells.side + 2 * QUIET * cells.side <= paper.column
        assert codes.show(code) in text
        assert code_in(drawn(cells)) == [text]


@pytest.mark.slow
def test_five_hundred_slips_are_read_back_to_the_letter():
    for number in range(500):
        text = qr_text(REACHES[number % len(REACHES)], codes.new_code(SOURCE.randbytes), COUNTRIES["GB"], Wording())
        assert code_in(drawn(place_qr(text, PAPERS["roll58"]))) == [text]
