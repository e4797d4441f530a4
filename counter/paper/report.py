"""The weekly report on A4: words of any script and bars in one sheet, which the screen paints and the PDF takes.

Charts are bars of the sheet, so paper and screen show the same, and their labels are set like all other text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from counter.paper.fonts import Fonts
from counter.paper.sheet import Bar, Glyph, Item, Sheet, TextLine
from counter.paper.text import SetLine, Style, Typesetter
from counter.records.report import Band, Report, ReportLine, Section, ThemeBar, Tile
from counter.records.slips import PAPERS

A4 = replace(PAPERS["a4"], margin=96, column=1488, scale=1.0)
TITLE, HEAD, FIGURE = Style(44, bold=True), Style(27, bold=True), Style(52, bold=True)
CHAIR, BODY, NOTE = Style(32), Style(23), Style(19)
_GAP, _INDENT = 24, 20
_THIN = 2
_CHART = 150  # dots from the index's 0 to its 100
_BAR = 14


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
        self.room(_CHART + 120)
        top, half = self.y, (A4.column - 2 * _GAP) // 2
        right = A4.left + half + 2 * _GAP
        left_end = self._bands(bands, half, self.place("The index, 13 weeks together", HEAD, A4.left, half, top + _GAP))
        title = "What it was about: this week, and usual (line)"
        right_end = self._themes(themes, right, half, self.place(title, HEAD, right, half, top + _GAP))
        self.y = max(left_end, right_end)

    def section(self, section: Section) -> None:
        """Its heading never stands alone at a foot."""
        self.heading(section.title)
        for line in section.lines:
            self.room(BODY.size + NOTE.size + 30)
            if line.words:
                self.text(line.words, BODY, _INDENT)
            self.text(line.note, NOTE if line.words else BODY, 2 * _INDENT if line.words else _INDENT)
            self.y += 5
        if not section.lines and section.nothing:
            self.text(section.nothing, BODY, _INDENT)

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
        """Its lines, and how far each is moved: to the right side where the text is read from there."""
        if text:
            set_text = self.setter.set(text, style, width)
            self.missing.update(dict.fromkeys(set_text.missing))
            yield from ((line, width - line.width if set_text.rtl else 0.0) for line in set_text.lines)

    def _put(self, line: SetLine, x: float, y: float) -> float:
        self.items.append(line.line.moved(x, y))
        return y + line.height

    def _bands(self, bands: tuple[Band, ...], width: float, top: float) -> float:
        """For each week the interval as a thin bar and the value as a tick; the dots are never joined as if news."""
        if not bands:
            return self.place("Too few answers to say.", BODY, A4.left, width, top)
        left, step = A4.left + 60, (width - 60) / len(bands)
        for level in (0, 50, 100):
            y = top + 12 + _CHART * (1 - level / 100)
            self.bar(left, y, width - 60, 1)
            self.place(str(level), NOTE, A4.left, 50, y - 12)
        for number, band in enumerate(bands):
            x = left + (number + 0.5) * step
            high, low, value = (top + 12 + _CHART * (1 - v / 100) for v in (band.high, band.low, band.value))
            self.bar(x - 2, high, 4, low - high)
            self.bar(x - 9, value - 3, 18, 6)
        foot = top + 12 + _CHART + 16
        self.place(f"{bands[0].week:%d %b}", NOTE, left, 120, foot)
        return self.place(f"{bands[-1].week:%d %b}", NOTE, left + width - 60 - 90, 120, foot)

    def _themes(self, themes: tuple[ThemeBar, ...], left: float, width: float, top: float) -> float:
        """A bar for this week, a line where it usually ends, and words only where something can be said."""
        if not themes:
            return self.place("Nothing was told about any theme.", BODY, left, width, top)
        most = max(max(bar.now, bar.usual) for bar in themes)
        for bar in themes:
            says = f"{bar.now}, usual {bar.usual:.1f}" + (f" · {bar.says}" if bar.says else "")
            end = max(self.place(bar.theme, NOTE, left, 240, top), self.place(says, NOTE, left + 450, width - 450, top))
            self.bar(left + 250, top + 6, 180 * bar.now / most, _BAR)
            self.bar(left + 250 + 180 * bar.usual / most, top + 1, 3, _BAR + 10)
            top = end + 2
        return top


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
