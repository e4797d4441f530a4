"""A sheet as PDF: outlines for the eye, an invisible text layer for searching and copying; always the same bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from counter.paper.sheet import Item, Run, Sheet, TextLine
from counter.paper.textlayer import TextLayer
from counter.records.slips import DOTS_PER_MM

POINT = 72 / 25.4 / DOTS_PER_MM  # of a dot


@dataclass(frozen=True, slots=True)
class About:
    """What a viewer shows in its title bar and tells a screen reader; `language` as in "de"."""

    title: str
    language: str


def pdf(sheet: Sheet, about: About) -> bytes:
    """The document; its page is as large as the paper, a roll's page as long as the slip."""
    from reportlab import rl_config  # loads for most of a second: not while the program starts
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # reportlab's ASCII85 in Python takes as long as all the rest
    width, height = _points(sheet)
    into = BytesIO()
    canvas = Canvas(into, pagesize=(width, height), invariant=1, pageCompression=1, lang=about.language)
    canvas.setTitle(about.title)
    canvas.setCreator("Counter")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    layer = TextLayer(canvas._doc)
    for page in range(sheet.pages):
        _page(canvas, sheet, page, layer)
        canvas.showPage()
    canvas.save()
    return into.getvalue()


def _points(sheet: Sheet) -> tuple[float, float]:
    paper = sheet.paper
    high = sheet.height * POINT if paper.height is None else paper.height * 72 / 25.4
    return paper.width * 72 / 25.4, high


def _page(canvas: Any, sheet: Sheet, page: int, layer: TextLayer) -> None:
    """The outlines in dots with y downward, then the words in points with y upward."""
    length = sheet.height // sheet.pages
    top, (_, height) = page * length, _points(sheet)
    items = [item for item in sheet.items if top <= _top(item) < top + length]
    canvas.addLiteral(f"q {POINT:.8f} 0 0 {-POINT:.8f} 0 {height + top * POINT:.6f} cm")
    for item in items:
        canvas.addLiteral(_drawn(item))
    canvas.addLiteral("Q")
    for item in items:
        if isinstance(item, TextLine):
            baseline = height - (item.baseline - top) * POINT
            for run in _in_points(item):
                canvas.addLiteral(layer.show(run, baseline, item.size * POINT))


def _top(item: Item) -> float:
    return item.baseline if isinstance(item, TextLine) else item.y


def _drawn(item: Item) -> str:
    if isinstance(item, TextLine):
        shapes = (f"q 1 0 0 1 {g.x:.2f} {g.y:.2f} cm\n{g.outline.operators}\nf Q" for g in item.glyphs)
        return "\n".join(shapes)
    return "\n".join(f"{x} {y} {width} {height} re" for x, y, width, height in item.bars()) + "\nf"


def _in_points(line: TextLine) -> Iterator[Run]:
    for run in line.runs:
        if run.text:
            yield Run(run.text, run.low * POINT, max(run.high, run.low + 1) * POINT, run.rtl)
