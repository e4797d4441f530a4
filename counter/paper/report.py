"""The weekly report on A4: words of any script and bars in one sheet, which the screen paints and the PDF takes.

Charts are bars of the sheet, so paper and screen show the same, and their labels are set like all other text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from counter.paper.charts import PAPER as A4
from counter.paper.charts import Drawing, index_chart, themes_chart
from counter.paper.fonts import Fonts
from counter.paper.sheet import Bar, Glyph, Item, Sheet, TextLine, moved
from counter.paper.text import SetLine, Style, Typesetter
from counter.records.report import Band, Report, ReportLine, Section, ThemeBar, Tile

TITLE, HEAD, FIGURE = Style(44, bold=True), Style(27, bold=True), Style(52, bold=True)
CHAIR, BODY, NOTE = Style(32), Style(23), Style(19)
_GAP, _INDENT = 24, 20
_THIN = 2
INDEX_TITLE = "The index, 13 weeks together"
THEMES_TITLE = "What it was about: this week, and usual (line)"


def set_report(report: Report, fonts: Fonts) -> Sheet:
    """The report in pages, two where it fits; no words are ever cut. Not for the window's thread."""
    flow = _Flow(Typesetter(fonts))
    flow.text(f"{report.shop}: what our customers are saying", TITLE)
    flow.text(" · ".join((f"Week of {report.week:%d %B %Y}", *report.reach)), BODY)
    flow.tiles(report.tiles)
    if report.chair:
        flow.chair(report.chair)
    flow.charts(report.bands, report.themes)
    for section in report.sections:
        flow.section(section)
    flow.feet(f"{report.shop} · {report.week:%d %B %Y}")
    return flow.sheet()


def set_pages(title: str, about: str, sections: tuple[Section, ...], fonts: Fonts) -> Sheet:
    """Any words in sections under a title, over as many pages as they need. Not for the window's thread."""
    flow = _Flow(Typesetter(fonts))
    flow.text(title, TITLE)
    flow.text(about, BODY)
    for section in sections:
        flow.section(section)
    flow.feet(title)
    return flow.sheet()


@dataclass(slots=True)
class _Flow:
    """What stands so far, from the top down; `y` in dots, the pages one below the other."""

    setter: Typesetter
    y: float = A4.margin
    items: list[Item] = field(default_factory=list)
    missing: dict[str, None] = field(default_factory=dict)

    def sheet(self) -> Sheet:
        page = A4.page or 1
        pages = int(max(0, self.y - 1) // page) + 1
        return Sheet(
            paper=A4, width=A4.dots, height=pages * page, pages=pages, items=_alike_together(self.items, page),
            missing=tuple(self.missing),
        )  # fmt: skip

    def feet(self, about: str) -> None:
        """What it is, and which page of how many, at each foot."""
        page = A4.page or 1
        pages = int(max(0, self.y - 1) // page) + 1
        for number in range(pages):
            told = f"{about} · page {number + 1} of {pages}"
            self.place(told, NOTE, A4.left, A4.column, (number + 1) * page - A4.margin + _GAP)

    def text(self, text: str, style: Style, indent: int = 0) -> None:
        """A text over the column; it goes on over the page where it must."""
        for line, spare in self._set(text, style, A4.column - indent):
            self.room(line.height)
            self.y = self._put(line, A4.left + indent + spare, self.y)

    def tiles(self, tiles: tuple[Tile, ...]) -> None:
        """Side by side, all from one height."""
        self.y += _GAP
        width = (A4.column - _GAP * (len(tiles) - 1)) // max(1, len(tiles))
        ends = [self.y]
        for number, tile in enumerate(tiles):
            x, y = A4.left + number * (width + _GAP), self.y
            self.bar(x, y, width, _THIN)
            y += 8
            for text, style in ((tile.figure, FIGURE), (tile.label, NOTE), (tile.detail, NOTE)):
                y = self.place(text, style, x, width, y)
            ends.append(y)
        self.y = max(ends)

    def chair(self, line: ReportLine) -> None:
        """One customer speaks, large."""
        self.heading("The empty chair")
        self.text(line.words, CHAIR, _INDENT)
        self.text(line.note, NOTE, _INDENT)

    def charts(self, bands: tuple[Band, ...], themes: tuple[ThemeBar, ...]) -> None:
        """The index on the left, the themes on the right."""
        half = (A4.column - 2 * _GAP) // 2
        left, right = index_chart(bands, half, self.setter), themes_chart(themes, half, self.setter)
        self.room(max(left.height, right.height) + _GAP + 2 * HEAD.size)
        self.y += _GAP
        ends = [
            self.chart(left, INDEX_TITLE, A4.left, half),
            self.chart(right, THEMES_TITLE, A4.left + half + 2 * _GAP, half),
        ]  # fmt: skip
        self.y = max(ends)

    def chart(self, drawing: Drawing, title: str, x: float, width: float) -> float:
        """A chart under its title; answers where it ends."""
        y = self.place(title, HEAD, x, width, self.y)
        self.items += [moved(item, x, y) for item in drawing.items]
        self.missing.update(drawing.missing)
        return y + drawing.height

    def section(self, section: Section) -> None:
        """Its heading never stands alone at a foot."""
        self.heading(section.title)
        for line in section.lines:
            self.room(BODY.size + NOTE.size + 30)
            if line.words:
                self.voice(line)
            else:
                self.text(line.note, BODY, _INDENT)
            self.y += 5
        if not section.lines and section.nothing:
            self.text(section.nothing, BODY, _INDENT)

    def voice(self, line: ReportLine) -> None:
        """Their words, and ours about them: after them where there is room, else under them."""
        words, note = list(self._set(line.words, BODY, A4.column)), list(self._set(line.note, NOTE, A4.column))
        beside = words[0][0].width + 1.5 * _GAP if words else 0.0
        fits = len(words) == 1 and len(note) == 1 and _INDENT + beside + note[0][0].width <= A4.column
        if not fits:
            self.text(line.words, BODY, _INDENT)
            self.text(line.note, NOTE, 2 * _INDENT)
            return
        said, ours = words[0][0], note[0][0]
        level = said.line.baseline - ours.line.baseline
        self.items += [
            said.line.moved(A4.left + _INDENT, self.y), ours.line.moved(A4.left + _INDENT + beside, self.y + level)
        ]  # fmt: skip
        self.y += said.height

    def heading(self, text: str) -> None:
        self.y += _GAP
        self.room(130)
        self.bar(A4.left, self.y, A4.column, _THIN)
        self.y += 8
        self.text(text, HEAD)

    def place(self, text: str, style: Style, x: float, width: float, y: float) -> float:
        """A text in a box of this width; answers where it ends."""
        for line, spare in self._set(text, style, width):
            y = self._put(line, x + spare, y)
        return y

    def bar(self, x: float, y: float, width: float, height: float) -> None:
        self.items.append(Bar(round(x), round(y), max(1, round(width)), max(1, round(height))))

    def room(self, height: float) -> None:
        """Begin a new page where this would cross the foot of one."""
        page = A4.page or 1
        foot = (int(self.y // page) + 1) * page - A4.margin
        if self.y + height > foot:
            self.y = foot + 2 * A4.margin

    def _set(self, text: str, style: Style, width: float) -> Iterator[tuple[SetLine, float]]:
        """Its lines, and how far each is moved: to one right edge where the text is read from there."""
        if text:
            set_text = self.setter.set(text, style, width)
            self.missing.update(dict.fromkeys(set_text.missing))
            yield from ((line, set_text.width - line.width if set_text.rtl else 0.0) for line in set_text.lines)

    def _put(self, line: SetLine, x: float, y: float) -> float:
        self.items.append(line.line.moved(x, y))
        return y + line.height


def _alike_together(items: list[Item], page: int) -> tuple[Item, ...]:
    """Each page's letters sorted by shape, the lines keeping their words: the file is packed far smaller so."""
    shapes: dict[int, list[Glyph]] = {}
    told: list[Item] = []
    for item in items:
        if isinstance(item, TextLine):
            shapes.setdefault(int(item.baseline // page), []).extend(item.glyphs)
            told.append(replace(item, glyphs=()))
        else:
            told.append(item)
    for number, glyphs in sorted(shapes.items()):
        glyphs.sort(key=lambda glyph: (glyph.outline.operators, glyph.y, glyph.x))
        told.append(TextLine(glyphs=tuple(glyphs), runs=(), baseline=number * page + 1, size=BODY.size))
    return tuple(told)
