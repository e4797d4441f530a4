"""A sheet: everything placed, in dots from the top left. It may be made in one thread and painted in another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from PySide6.QtGui import QPainterPath

from counter.records.slips import Paper


@dataclass(frozen=True, slots=True)
class Outline:
    """The shape of a glyph around its origin, y downward; `operators` is the same shape in PDF's words."""

    path: QPainterPath
    operators: str


@dataclass(frozen=True, slots=True)
class Glyph:
    """An outline and where its origin stands."""

    outline: Outline
    x: float
    y: float

    def moved(self, dx: float, dy: float) -> "Glyph":
        """The glyph elsewhere."""
        return Glyph(self.outline, self.x + dx, self.y + dy)


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one direction in the order of reading, and how far they reach, for the text layer."""

    text: str
    low: float
    high: float
    rtl: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line of text. `baseline` is the y that its letters stand on; `size` the type's height in dots."""

    glyphs: tuple[Glyph, ...]
    runs: tuple[Run, ...]
    baseline: float
    size: float

    def moved(self, dx: float, dy: float) -> "TextLine":
        """The line elsewhere."""
        return TextLine(
            glyphs=tuple(glyph.moved(dx, dy) for glyph in self.glyphs),
            runs=tuple(Run(run.text, run.low + dx, run.high + dx, run.rtl) for run in self.runs),
            baseline=self.baseline + dy,
            size=self.size,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Black and white squares of `side` dots, on whole dots: a QR code or a logo. Rows are tuples of True for black."""

    x: int
    y: int
    side: int
    rows: tuple[tuple[bool, ...], ...]

    def bars(self) -> Iterator[tuple[int, int, int, int]]:
        """The black of each row as few rectangles: x, y, width, height in dots."""
        for number, row in enumerate(self.rows):
            start = None
            for at, black in enumerate((*row, False)):
                if black and start is None:
                    start = at
                elif not black and start is not None:
                    x, y = self.x + start * self.side, self.y + number * self.side
                    yield (x, y, (at - start) * self.side, self.side)
                    start = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A black rectangle on whole dots."""

    x: int
    y: int
    width: int
    height: int

    def bars(self) -> Iterator[tuple[int, int, int, int]]:
        """Itself."""
        yield (self.x, self.y, self.width, self.height)


Item = TextLine | Cells | Bar


def moved(item: Item, dx: float, dy: float) -> Item:
    """An item elsewhere; black stays on whole dots."""
    if isinstance(item, TextLine):
        return item.moved(dx, dy)
    return replace(item, x=round(item.x + dx), y=round(item.y + dy))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A slip, laid out. `height` is in dots, the pages of a paper that has pages one below the other.

    `missing` are the characters that no font could show: to be told to the cashier before printing.
    """

    paper: Paper
    width: int
    height: int
    pages: int
    items: tuple[Item, ...]
    missing: tuple[str, ...] = field(default=())

    @property
    def lines(self) -> Iterable[TextLine]:
        """The lines of text in the order of reading."""
        return (item for item in self.items if isinstance(item, TextLine))
