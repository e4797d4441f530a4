"""The weekly report on A4: words of any script and bars in one sheet, which the screen paints and the PDF takes.

Charts are bars of the sheet, so paper and screen show the same, and their labels are set like all other text.
"""

from collections.abc import Iterable

from counter.paper.charts import PAPER as A4
from counter.paper.charts import Drawing, index_chart, themes_chart
from counter.paper.flow import BODY, GAP, HEAD, NOTE, THIN, Block, Flow, Row, placed
from counter.paper.fonts import Fonts
from counter.paper.sheet import Sheet, moved
from counter.paper.text import Style, Typesetter
from counter.records.report import Report, ReportLine, Section, Tile
from counter.records.when import say_long_date

TITLE, FIGURE, CHAIR = Style(44, bold=True), Style(52, bold=True), Style(32)
_INDENT = 20
INDEX_TITLE = "The index, 13 weeks together"
THEMES_TITLE = "What it was about: this week, and usual (line)"


def set_report(report: Report, fonts: Fonts) -> Sheet:
    """The report in pages, two where it fits; no words are ever cut. Not for the window's thread."""
    flow, week = Flow(Typesetter(fonts)), say_long_date(report.week)
    flow.add(Block(flow.rows(f"{report.shop}: what our customers are saying", TITLE)))
    flow.add(Block(flow.rows(" · ".join((f"Week of {week}", *report.reach)), BODY)))
    _tiles(flow, report.tiles)
    if report.chair:
        flow.section("The empty chair", (_chair(flow, report.chair),))
    _charts(flow, report)
    _sections(flow, report.sections)
    return flow.sheet(f"{report.shop} · {week}")


def set_pages(title: str, about: str, sections: tuple[Section, ...], fonts: Fonts) -> Sheet:
    """Any words in sections under a title, over as many pages as they need. Not for the window's thread."""
    flow = Flow(Typesetter(fonts))
    flow.add(Block(flow.rows(title, TITLE)))
    flow.add(Block(flow.rows(about, BODY)))
    _sections(flow, sections)
    return flow.sheet(title)


def _tiles(flow: Flow, tiles: tuple[Tile, ...]) -> None:
    """Side by side, all from one height."""
    flow.y += GAP
    width = (A4.column - GAP * (len(tiles) - 1)) // max(1, len(tiles))
    ends = [flow.y]
    for number, tile in enumerate(tiles):
        x, y = A4.left + number * (width + GAP), flow.y
        flow.bar(x, y, width, THIN)
        y += 8
        for text, style in ((tile.figure, FIGURE), (tile.label, NOTE), (tile.detail, NOTE)):
            y = flow.place(text, style, x, width, y)
        ends.append(y)
    flow.y = max(ends)


def _charts(flow: Flow, report: Report) -> None:
    """The index on the left, the themes on the right."""
    half = (A4.column - 2 * GAP) // 2
    left, right = index_chart(report.bands, half, flow.setter), themes_chart(report.themes, half, flow.setter)
    flow.room(max(left.height, right.height) + GAP + 2 * HEAD.size)
    flow.y += GAP
    ends = [
        _chart(flow, left, INDEX_TITLE, A4.left, half),
        _chart(flow, right, THEMES_TITLE, A4.left + half + 2 * GAP, half),
    ]  # fmt: skip
    flow.y = max(ends)


def _chart(flow: Flow, drawing: Drawing, title: str, x: float, width: float) -> float:
    """A chart under its title; answers where it ends."""
    y = flow.place(title, HEAD, x, width, flow.y)
    flow.items += [moved(item, x, y) for item in drawing.items]
    flow.missing.update(drawing.missing)
    return y + drawing.height


def _sections(flow: Flow, sections: Iterable[Section]) -> None:
    for section in sections:
        lines = section.lines or (ReportLine("", section.nothing),)
        flow.section(section.title, [_beside(flow, line) for line in lines])


def _beside(flow: Flow, line: ReportLine) -> Block:
    """Their words, and ours about them: after them where there is room, else under them."""
    if not line.words:
        return Block(flow.rows(line.note, BODY, _INDENT))
    words = list(flow.lines(line.words, BODY, A4.column - _INDENT))
    note = list(flow.lines(line.note, NOTE, A4.column - 2 * _INDENT))
    if len(words) == len(note) == 1:
        said, ours = words[0][0], note[0][0]
        after = _INDENT + said.width + 1.5 * GAP
        if after + ours.width <= A4.column:
            level = said.line.baseline - ours.line.baseline
            both = said.line.moved(A4.left + _INDENT, 0), ours.line.moved(A4.left + after, level)
            return Block((Row(both, said.height),))
    return Block((*placed(words, _INDENT), *placed(note, 2 * _INDENT)), seam=len(words))


def _chair(flow: Flow, line: ReportLine) -> Block:
    """One customer speaks, large."""
    words = flow.rows(line.words, CHAIR, _INDENT)
    return Block((*words, *flow.rows(line.note, NOTE, _INDENT)), seam=len(words))
