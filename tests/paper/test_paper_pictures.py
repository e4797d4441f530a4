"""The logo, the dots, and sheets made off the window's thread."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import slip_makers as make
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from reading import picture_of_bitmap, words

from counter.errors import Refused
from counter.paper.bitmap import bitmap
from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.paper.logo import black_and_white
from counter.paper.paint import picture, raster, whole_raster
from counter.paper.pdf import About, pdf
from counter.paper.sheet import Cells
from counter.records.slips import PAPERS

ROLL = PAPERS["roll58"]
ABOUT = About("Slip", "en")


def png(width, height, colour):
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    into = QByteArray()
    buffer = QBuffer(into)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return into.data()


def with_logo(image):
    return make.thank_you(shop=replace(make.SHOP, logo=image))


def logo_of(sheet):
    return [item for item in sheet.items if isinstance(item, Cells) and item.side == 1]


@pytest.mark.parametrize(("size", "kept"), [((600, 200), (300, 100)), ((50, 500), (11, 110)), ((30, 20), (165, 110))])
def test_a_logo_keeps_its_proportions_and_stands_in_the_middle(fonts, size, kept):
    (logo,) = logo_of(lay_out(with_logo(png(*size, "black")), ROLL, fonts))
    assert (len(logo.rows[0]), len(logo.rows)) == kept
    assert abs(2 * logo.x + kept[0] - ROLL.dots) <= 1


@pytest.mark.parametrize(("colour", "black"), [("#0B5F4E", True), ("#FCEFC9", False), ("#00000000", False)])
def test_a_logo_is_black_where_it_is_dark_and_white_where_it_is_clear(colour, black):
    cells = black_and_white(png(40, 40, colour), 40, 40).cells()
    assert {cell for row in cells for cell in row} == {black}


def test_light_parts_come_back_with_a_higher_threshold():
    pale = png(40, 40, "#E0C060")
    assert not any(black_and_white(pale, 40, 40).data)
    assert any(black_and_white(pale, 40, 40, threshold=220).data)


def test_what_is_no_picture_is_refused_in_a_sentence():
    with pytest.raises(Refused, match="PNG or JPEG"):
        black_and_white(b"GIF89a but not really", 40, 40)


def test_a_slip_comes_out_though_its_logo_is_broken(fonts):
    sheet = lay_out(with_logo(b"no picture"), ROLL, fonts)
    assert logo_of(sheet) == []
    assert "Blue Door Bakery" in words(pdf(sheet, ABOUT))


@pytest.mark.parametrize("width", [1, 7, 8, 9, 31, 33, 384])
def test_dots_are_packed_eight_to_a_byte_and_nothing_stands_behind_the_edge(width):
    grey = QImage(width, 3, QImage.Format.Format_Grayscale8)
    grey.fill(255)
    grey.setPixelColor(width - 1, 1, QColor("black"))
    packed = bitmap(grey)
    assert packed.stride == (width + 7) // 8
    assert [sum(row) for row in packed.cells()] == [0, 1, 0]
    assert packed.cells()[1][-1]
    assert picture_of_bitmap(packed).getpixel((width - 1, 1)) == 0


def test_the_preview_is_the_same_sheet_larger(fonts):
    sheet = lay_out(make.thank_you(), ROLL, fonts)
    large = picture(sheet, 2.0)
    assert (large.width(), large.height()) == (2 * sheet.width, 2 * sheet.height)
    small = bitmap(large.scaled(sheet.width, sheet.height)).cells()
    dots = whole_raster(sheet).cells()
    differing = sum(one != other for rows in zip(small, dots, strict=True) for one, other in zip(*rows, strict=True))
    assert differing < 0.02 * sheet.width * sheet.height


def one_after_another(work, names):
    """On a lane of its own, as all sheets are made: on the window's thread Qt lends a glyph out a 64th of a dot wider
    where the same type was shown on the screen before.
    """
    with ThreadPoolExecutor(1) as lane:
        return list(lane.map(work, names))


def test_lanes_that_work_at_once_make_the_same_sheets_as_one_alone(families):
    names = ["Ania", "عبد الرحمن", "王小明", "श्रीमती", "🎉"] * 3

    def printed(name):
        sheet = lay_out(make.thank_you(name), ROLL, Fonts(families[0]))
        return raster(sheet).data, pdf(sheet, ABOUT)

    with ThreadPoolExecutor(2) as lanes:
        elsewhere = list(lanes.map(printed, names))
    assert elsewhere == one_after_another(printed, names)


def test_a_sheet_made_in_one_thread_can_be_painted_in_another(families):
    def laid_out(name):
        return lay_out(make.thank_you(name), ROLL, Fonts(families[0]))

    (here,) = one_after_another(laid_out, ["王小明"])
    (there,) = one_after_another(lambda name: raster(laid_out(name)), ["王小明"])
    assert raster(here) == there


HOSTILE = [
    "\u202eevil\u202c", "a\u0300" * 200, "\x00\x07\x1b[31m", "=1+1", "'; DROP TABLE slip;--", "\ud800", "\ufffe\uffff",
    "((((((((((" * 60, "9 " * 300, "👩‍👩‍👧‍👦" * 40, "\u200b" * 50, "ﷺ﷽" * 20, "Z\u0351\u036b\u0343" * 60,
    "\u2028\u2029\n\r\t",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text(fonts, text):
    sheet = lay_out(make.thank_you(text, line=text, gesture=text), ROLL, fonts)
    assert raster(sheet).height == sheet.height
    assert make.CODE in words(pdf(sheet, ABOUT))


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60))
def test_any_name_at_all_comes_out(fonts, name):
    sheet = lay_out(make.thank_you(name), ROLL, fonts)
    assert make.CODE in words(pdf(sheet, ABOUT))
