"""The two charts of the weekly report, drawn once in bars and set text: paper and screen show the same."""

from dataclasses import dataclass, field, replace

from counter.paper.sheet import Bar, Item, Sheet
from counter.paper.text import Style, Typesetter
from counter.records.report import Band, ThemeBar
from counter.records.slips import PAPERS

LABEL, SAID = Style(19), Style(23)
PAPER = replace(PAPERS["a4"], margin=96, column=1488, scale=1.0)
_HIGH = 150  # dots from the index's 0 to its 100
_THICK, _CLEAR = 14, 3  # a bar, and the white beside the line of what is usual
_WEEKS = 13
_AXIS, _DATE = 60, 120  # dots for the figures beside the axis, and for a day under it


@dataclass(slots=True)
class Drawing:
    """What a chart is made of, in dots from its own top left; `height` as far as it reaches."""

    setter: Typesetter
    width: float
    height: float = 0
    items: list[Item] = field(default_factory=list)
    missing: dict[str, None] = field(default_factory=dict)

    def text(self, text: str, style: Style, x: float, y: float, width: float) -> float:
        """A text in a box of this width; answers where it ends."""
        found = self.setter.set(text, style, width)
        self.missing.update(dict.fromkeys(found.missing))
        for line in found.lines:
            self.items.append(line.line.moved(x, y))
            y += line.height
        self.height = max(self.height, y)
        return y

    def bar(self, x: float, y: float, width: float, height: float) -> None:
        """A black rectangle, a dot at least."""
        self.items.append(Bar(round(x), round(y), max(1, round(width)), max(1, round(height))))
        self.height = max(self.height, y + height)

    def sheet(self) -> Sheet:
        """The chart alone, for the screen."""
        return Sheet(
            paper=PAPER, width=round(self.width), height=round(self.height), pages=1, items=tuple(self.items),
            missing=tuple(self.missing),
        )  # fmt: skip


def index_chart(bands: tuple[Band, ...], width: float, setter: Typesetter) -> Drawing:
    """For each of 13 weeks the interval as a thin bar and the value as a tick; never joined as if each were news."""
    made = Drawing(setter, width)
    if not bands:
        made.text("Too few answers to say.", SAID, 0, 0, width)
        return made
    left, step, top = _AXIS, (width - _AXIS) / _WEEKS, 12
    for level in (0, 50, 100):
        y = top + _HIGH * (1 - level / 100)
        made.bar(left, y, width - left, 1)
        made.text(str(level), LABEL, 0, y - 12, _AXIS - 10)
    places = [left + (_WEEKS - 0.5 - (bands[-1].week - band.week).days // 7) * step for band in bands]
    for x, band in zip(places, bands, strict=True):
        high, low, value = (top + _HIGH * (1 - v / 100) for v in (band.high, band.low, band.value))
        made.bar(x - 2, high, 4, low - high)
        made.bar(x - 9, value - 3, 18, 6)
    foot = top + _HIGH + 16
    first, last = places[0] - step / 2, width - _DATE * 0.75
    if last - first > _DATE:
        made.text(f"{bands[0].week:%d %b}", LABEL, first, foot, _DATE)
    made.text(f"{bands[-1].week:%d %b}", LABEL, last, foot, _DATE * 0.75)
    return made


def themes_chart(themes: tuple[ThemeBar, ...], width: float, setter: Typesetter) -> Drawing:
    """A bar for this week, a line where it usually ends, and words only where something can be said."""
    made = Drawing(setter, width)
    if not themes:
        made.text("Nothing was told about any theme.", SAID, 0, 0, width)
        return made
    most = max(max(bar.now, bar.usual) for bar in themes)
    start, long = 0.34 * width, 0.24 * width
    words = start + long + 20
    top = 4.0  # the first line of "usual" stays clear of the title
    for bar in themes:
        says = f"{bar.now}, usual {bar.usual:.1f}" + (f" · {bar.says}" if bar.says else "")
        ends = (
            made.text(bar.theme, LABEL, 0, top, start - 10),
            made.text(says, LABEL, words, top, width - words),
        )  # fmt: skip
        end, usual = long * bar.now / most, long * bar.usual / most
        for left, right in ((0.0, min(end, usual - _CLEAR)), (usual + 3 + _CLEAR, end)):
            if right > left:
                made.bar(start + left, top + 6, right - left, _THICK)
        made.bar(start + usual, top + 1, 3, _THICK + 10)
        top = max(ends) + 2
    return made
