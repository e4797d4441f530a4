"""The charts of the weekly report are the same on the screen and in the PDF, and all their words stand inside."""

from datetime import date, timedelta
from functools import partial

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage

from counter.paper.charts import index_chart, themes_chart
from counter.paper.fonts import Fonts
from counter.paper.pdf import POINT, About, pdf
from counter.paper.text import Typesetter
from counter.records.report import Band, ThemeBar
from counter.ui.owner.voices_chart import ChartView

pytestmark = pytest.mark.usefixtures("no_network")
MONDAY = date(2026, 11, 16)
BANDS = tuple(Band(MONDAY - timedelta(days=7 * ago), 70 + ago, 61 + ago, 78 + ago) for ago in range(12, -1, -1))
BARS = (
    ThemeBar("Waiting", 9, 2.1, "more than usual"), ThemeBar("Name or writing", 1, 0.2), ThemeBar("اللطف", 0, 1.0),
)  # fmt: skip
CHARTS = {
    "index": partial(index_chart, BANDS), "few weeks": partial(index_chart, BANDS[-2:]),
    "no index": partial(index_chart, ()), "themes": partial(themes_chart, BARS), "no theme": partial(themes_chart, ()),
}  # fmt: skip
DARK = 128


def blackness(image):
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return [
        [grey.pixelColor(x, y).lightness() < DARK for x in range(grey.width())] for y in range(grey.height())
    ]


def on_screen(view):
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    view.render(image)
    return blackness(image)


def in_the_pdf(sheet, scale, width, height):
    with pypdfium2.PdfDocument(pdf(sheet, About("chart", "en"))) as document:
        picture = document[0].render(scale=scale / POINT, grayscale=True).to_pil().crop((0, 0, width, height))
    return [[picture.getpixel((x, y)) < DARK for x in range(width)] for y in range(height)]


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("width", [493, 900])
def test_a_chart_looks_the_same_on_the_screen_and_in_the_pdf(look, qtbot, families, name, width):
    look()
    view = ChartView("chart", "Chart")
    qtbot.addWidget(view)
    view.setStyleSheet("background: white")
    view.show_chart(CHARTS[name], "", families[0])
    height = view.heightForWidth(width)
    view.setFixedSize(width, height)
    screen = on_screen(view)
    paper = in_the_pdf(view.sheet(width), view._scale(), width, height)
    differ = sum(a != b for one, other in zip(screen, paper, strict=True) for a, b in zip(one, other, strict=True))
    assert any(any(row) for row in screen)
    assert differ <= 0.03 * width * height


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("width", [420, 720, 1400])
def test_all_words_and_bars_of_a_chart_stand_inside_it(qapp, families, name, width):
    sheet = CHARTS[name](width, Typesetter(Fonts(families[0]))).sheet()
    assert sheet.missing == ()
    for line in sheet.lines:
        assert all(run.low >= 0 and run.high <= width + 1 for run in line.runs)
    for item in sheet.items:
        for x, y, wide, high in item.bars() if hasattr(item, "bars") else ():
            assert 0 <= x <= x + wide <= width + 1
            assert 0 <= y <= y + high <= sheet.height + 1
