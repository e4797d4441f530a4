"""Pages of A4 filled from the top down: what belongs together stands on one page, and no text is ever cut."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from counter.paper.charts import PAPER as A4
from counter.paper.sheet import Bar, Glyph, Item, Sheet, TextLine
from counter.paper.text import SetLine, Style, Typesetter

HEAD, BODY, NOTE = Style(27, bold=True), Style(23), Style(19)
GAP, THIN = 24, 2
WHOLE = 450  # dots: what is no taller never goes over two pages
_PAGE = A4.page or 1
_UNDER_BAR, _BETWEEN = 8, 5


@dataclass(frozen=True, slots=True)
class Row:
    """What stands at one height, from the paper's left and the row's top, in dots."""

    lines: tuple[TextLine, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of one text; those from `seam` on are ours about it, and never stand on a page alone."""

    rows: Sequence[Row]
    seam: int = 0

    @property
    def parts(self) -> list[list[Row]]:
        """What stays on one page: all of it, or of a tall one no row alone before or after, nor ours without theirs."""
        if _height(self.rows) <= WHOLE:
            return [list(self.rows)]
        parts: list[list[Row]] = []
        for number, row in enumerate(self.rows):
            if number and number in (1, self.seam - 1, self.seam, len(self.rows) - 1):
                parts[-1].append(row)
            else:
                parts.append([row])
        return parts


@dataclass(slots=True)
class Flow:
    """What stands so far; `y` in dots, the pages one below the other."""

    setter: Typesetter
    y: float = A4.margin
    items: list[Item] = field(default_factory=list)
    missing: dict[str, None] = field(default_factory=dict)

    def sheet(self, about: str) -> Sheet:
        """All of it; at each foot stands what it is, and which page of how many."""
        pages = int(max(0, self.y - 1) // _PAGE) + 1
        for number in range(pages):
            told = f"{about} · page {number + 1} of {pages}"
            self.place(told, NOTE, A4.left, A4.column, (number + 1) * _PAGE - A4.margin + GAP)
        return Sheet(
            paper=A4, width=A4.dots, height=pages * _PAGE, pages=pages, items=_alike_together(self.items),
            missing=tuple(self.missing),
        )  # fmt: skip

    def section(self, title: str, blocks: Sequence[Block]) -> None:
        """Blocks under a heading, which is said again where they go on over the page."""
        for number, block in enumerate(blocks):
            first = block.parts[0]
            if number == 0:
                self.heading(title, first)
            elif self._crosses(_height(first)):
                self.heading(f"{title}, continued", first)
            self.add(block)
            self.y += _BETWEEN

    def heading(self, title: str, first: Sequence[Row]) -> None:
        """A bar and a title, never at a foot without what comes `first` under them."""
        rows = self.rows(title, HEAD)
        self.y += GAP
        self.room(THIN + _UNDER_BAR + _height(rows) + _height(first))
        self.bar(A4.left, self.y, A4.column, THIN)
        self.y += _UNDER_BAR
        self.add(Block(rows))

    def add(self, block: Block) -> None:
        """Under what stands so far, on the next page where it must."""
        for part in block.parts:
            self.room(_height(part))
            for row in part:
                self.items += [line.moved(0, self.y) for line in row.lines]
                self.y += row.height

    def rows(self, text: str, style: Style, indent: int = 0) -> list[Row]:
        """A text over the column."""
        return placed(self.lines(text, style, A4.column - indent), indent)

    def lines(self, text: str, style: Style, width: float) -> Iterator[tuple[SetLine, float]]:
        """Its lines, and how far each is moved: to one right edge where the text is read from there."""
        if text:
            set_text = self.setter.set(text, style, width)
            self.missing.update(dict.fromkeys(set_text.missing))
            yield from ((line, set_text.width - line.width if set_text.rtl else 0.0) for line in set_text.lines)

    def place(self, text: str, style: Style, x: float, width: float, y: float) -> float:
        """A text in a box of this width; answers where it ends."""
        for line, spare in self.lines(text, style, width):
            self.items.append(line.line.moved(x + spare, y))
            y += line.height
        return y

    def bar(self, x: float, y: float, width: float, height: float) -> None:
        """A black rectangle, a dot at least."""
        self.items.append(Bar(round(x), round(y), max(1, round(width)), max(1, round(height))))

    def room(self, height: float) -> None:
        """Begin a new page where this would cross the foot of one."""
        if self._crosses(height):
            self.y = (int(self.y // _PAGE) + 1) * _PAGE + A4.margin

    def _crosses(self, height: float) -> bool:
        return self.y + height > (int(self.y // _PAGE) + 1) * _PAGE - A4.margin


def placed(lines: Iterable[tuple[SetLine, float]], indent: int) -> list[Row]:
    """Lines of the column as rows, so far from its left."""
    return [Row((line.line.moved(A4.left + indent + spare, 0),), line.height) for line, spare in lines]


def _height(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows)


def _alike_together(items: list[Item]) -> tuple[Item, ...]:
    """Each page's letters sorted by shape, the lines keeping their words: the file is packed far smaller so."""
    shapes: dict[int, list[Glyph]] = {}
    told: list[Item] = []
    for item in items:
        if isinstance(item, TextLine):
            shapes.setdefault(int(item.baseline // _PAGE), []).extend(item.glyphs)
            told.append(replace(item, glyphs=()))
        else:
            told.append(item)
    for number, glyphs in sorted(shapes.items()):
        glyphs.sort(key=lambda glyph: (glyph.outline.operators, glyph.y, glyph.x))
        told.append(TextLine(glyphs=tuple(glyphs), runs=(), baseline=number * _PAGE + 1, size=BODY.size))
    return tuple(told)
