"""From what a slip says to where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from counter.errors import Refused
from counter.paper.fonts import Fonts
from counter.paper.gauges import HEIGHTS, bars
from counter.paper.logo import black_and_white
from counter.paper.qr import QUIET, place_qr
from counter.paper.rows import place_rows
from counter.paper.sheet import Bar, Cells, Item, Sheet
from counter.paper.text import SetText, Style, Typesetter
from counter.records.gauges import Gauge
from counter.records.slips import (
    Align,
    Block,
    Flow,
    Logo,
    Paper,
    Qr,
    Rows,
    Rule,
    Sign,
    Size,
    Slip,
    Words,
)

_NAMES = tuple(Style(size, bold=True) for size in (66, 58, 50, 42, 35, 30))
STYLES = {
    Size.LARGER_NAME: _NAMES,
    Size.NAME: _NAMES[2:],
    Size.SMALLER_NAME: _NAMES[4:],
    Size.TITLE: (Style(30, bold=True),),
    Size.SHOP: (Style(28, bold=True),),
    Size.LINE: (Style(26),),
    Size.GESTURE: (Style(27, bold=True),),
    Size.CODE: (Style(25, bold=True),),
    Size.SMALL: (Style(20),),
}
_BEFORE = {
    Size.LARGER_NAME: 18, Size.NAME: 18, Size.SMALLER_NAME: 14, Size.TITLE: 16, Size.LINE: 8, Size.GESTURE: 14,
    Size.SMALL: 4,
}
_SMALLER = (0.88, 0.76, 0.66)  # tried before a slip takes a second page


def lay_out(slip: Slip, paper: Paper, fonts: Fonts) -> Sheet:
    """The slip on this paper. Needs a QGuiApplication; takes a few milliseconds, not for the window's thread."""
    sheet = _laid_out(slip, paper, fonts)
    for smaller in _SMALLER:
        if sheet.pages == 1:
            break
        sheet = _laid_out(slip, replace(paper, scale=paper.scale * smaller), fonts)
    return replace(sheet, paper=paper)


def _laid_out(slip: Slip, paper: Paper, fonts: Fonts) -> Sheet:
    flow = _Flow(paper, Typesetter(fonts, rtl=slip.flow is Flow.RTL), slip.flow is Flow.RTL)
    for block in slip.blocks:
        flow.add(block)
    return flow.sheet()


@dataclass(slots=True)
class _Flow:
    """What has been placed so far, from the top down."""

    paper: Paper
    setter: Typesetter
    rtl: bool
    y: float = 0
    items: list[Item] = field(default_factory=list)
    missing: dict[str, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.y = self.paper.margin

    def add(self, block: Block) -> None:
        match block:
            case Words():
                self._words(block)
            case Rows():
                self._rows(block)
            case Rule():
                self._rule()
            case Qr():
                self._qr(block)
            case Logo():
                self._logo(block)
            case Sign():
                self._sign(block)
            case Gauge():
                self._gap(10)
                self._room(HEIGHTS[block.what])
                self.items += bars(block.what, self.paper, round(self.y))
                self.y = round(self.y) + HEIGHTS[block.what]

    def sheet(self) -> Sheet:
        """All of it; a roll ends below the last line, a page is whole."""
        page = self.paper.page
        pages = 1 if page is None else int(max(0, self.y - 1) // page) + 1
        height = round(self.y + self.paper.margin) if page is None else pages * page
        return Sheet(
            paper=self.paper,
            width=self.paper.dots,
            height=height,
            pages=pages,
            items=tuple(self.items),
            missing=tuple(self.missing),
        )

    def _words(self, block: Words) -> None:
        self._gap(_BEFORE.get(block.size, 6))
        centred = block.align is Align.CENTRE
        text = self._fitted(block.text, [self._scaled(style) for style in STYLES[block.size]], centred=centred)
        self._lines(text, centred=centred)

    def _fitted(self, text: str, styles: list[Style], *, centred: bool) -> SetText:
        """In the largest style that breaks no word and needs no third line, else in the smallest."""
        setting = self.setter.balanced if centred else self.setter.set
        for style in styles[:-1]:
            tried = setting(text, style, self.paper.column)
            if not tried.broken and len(tried.lines) <= 2:
                return tried
        return setting(text, styles[-1], self.paper.column)

    def _lines(self, text: SetText, *, centred: bool) -> None:
        self.missing.update(dict.fromkeys(text.missing))
        for line in text.lines:
            self._room(line.height)
            spare = self.paper.column - line.width
            indent = spare / 2 if centred else spare if text.rtl else 0
            self.items.append(line.line.moved(self.paper.left + indent, self.y))
            self.y += line.height

    def _rows(self, block: Rows) -> None:
        self._gap(6)
        small = self._scaled(Style(23))
        for placed in place_rows(block.rows, self.setter, small, self.paper.column, rtl=self.rtl):
            self._room(placed.height)
            self.missing.update(dict.fromkeys(placed.missing))
            self.items += [line.moved(self.paper.left, self.y) for line in placed.lines]
            self.y += placed.height

    def _rule(self) -> None:
        self._gap(14)
        thick = round(2 * self.paper.scale)
        self._room(thick)
        self.items.append(Bar(self.paper.left, round(self.y), self.paper.column, thick))
        self.y = round(self.y) + thick
        self._gap(6)

    def _qr(self, block: Qr) -> None:
        cells = place_qr(block.content, self.paper)
        side, quiet = len(cells.rows) * cells.side, QUIET * cells.side
        self._room(side + 2 * quiet)
        self._cells(cells.rows, cells.x, cells.side, round(self.y) + quiet)
        self.y = round(self.y) + side + 2 * quiet
        self.y -= min(quiet, 8)  # the next line's own white above its letters

    def _logo(self, block: Logo) -> None:
        scale = self.paper.scale
        try:
            picture = black_and_white(block.image, round(min(300 * scale, self.paper.column)), round(110 * scale))
        except Refused:  # the name stands under it: a slip never waits for a picture
            return
        self._room(picture.height)
        left = self.paper.left + (self.paper.column - picture.width) // 2
        self._cells(picture.cells(), left, 1, round(self.y))
        self.y = round(self.y) + picture.height + 4

    def _cells(self, rows: Iterable[tuple[bool, ...]], x: int, side: int, y: int) -> None:
        self.items.append(Cells(x=x, y=y, side=side, rows=tuple(rows)))

    def _sign(self, block: Sign) -> None:
        self._gap(80)
        self._rule()
        self._words(Words(block.label, Size.SMALL, Align.START))

    def _scaled(self, style: Style) -> Style:
        return Style(style.size * self.paper.scale, style.bold)

    def _gap(self, dots: float) -> None:
        self.y += dots * self.paper.scale

    def _room(self, height: float) -> None:
        """Begin a new page where this would cross the foot of one."""
        page, margin = self.paper.page, self.paper.margin
        if page is None or height > page - 2 * margin:
            return
        foot = (int(self.y // page) + 1) * page - margin
        if self.y + height > foot:
            self.y = foot + 2 * margin

