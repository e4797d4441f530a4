"""Setting a text: direction, shaping, fallback and breaking by Qt, then every glyph and letter read back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGlyphRun, QRawFont, QTextLayout, QTextLine, QTextOption

from counter.paper.firm import firm, plain, reads_rtl, unseen
from counter.paper.fonts import Fonts, outline
from counter.paper.sheet import Glyph, Run, TextLine

_ALL = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll


@dataclass(frozen=True, slots=True)
class Style:
    """Type in dots."""

    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLine:
    """A line with its origin at the top left of what is black or advances; `width` and `height` in dots."""

    line: TextLine
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SetText:
    """A text in lines. `broken` is True when a word had to be broken inside."""

    lines: tuple[SetLine, ...]
    missing: tuple[str, ...]
    broken: bool
    rtl: bool

    @property
    def width(self) -> float:
        """The widest line."""
        return max((line.width for line in self.lines), default=0.0)


@dataclass(slots=True)
class _Cluster:
    """Letters that share glyphs, and how far they reach."""

    low: float
    high: float
    rtl: bool


class Typesetter:
    """Sets text with one set of fonts; `rtl` is the slip's side, for texts that have none of their own."""

    def __init__(self, fonts: Fonts, *, rtl: bool = False) -> None:
        self.fonts = fonts
        self.rtl = rtl

    def set(self, text: str, style: Style, width: float) -> SetText:
        """The text in lines no wider than `width` dots, each as full as it can be."""
        rtl = reads_rtl(text, otherwise=self.rtl)
        return self._read(self._layout(firm(text, rtl=rtl), style, rtl=rtl), style, width)

    def balanced(self, text: str, style: Style, width: float) -> SetText:
        """The text in as few lines as `set` needs, about equally long."""
        rtl = reads_rtl(text, otherwise=self.rtl)
        layout = self._layout(firm(text, rtl=rtl), style, rtl=rtl)
        return self._read(layout, style, _even_width(layout, width))

    def _layout(self, text: str, style: Style, *, rtl: bool) -> QTextLayout:
        layout = QTextLayout(text, self.fonts.font(style.size, bold=style.bold))
        option = QTextOption()
        option.setUseDesignMetrics(True)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        return layout

    def _read(self, layout: QTextLayout, style: Style, width: float) -> SetText:
        lines = _break(layout, width)
        units = layout.text().encode("utf-16-le")
        missing: dict[str, None] = {}
        read = tuple(self._read_line(line, units, style, missing) for line in lines)
        rtl = layout.textOption().textDirection() is Qt.LayoutDirection.RightToLeft
        return SetText(lines=read, missing=tuple(missing), broken=_broken_words(lines, units) > 0, rtl=rtl)

    def _read_line(self, line: QTextLine, units: bytes, style: Style, missing: dict[str, None]) -> SetLine:
        """Its glyphs and letters; the text's last line ends in a space, so that two texts don't read as one word."""
        start, end = line.textStart(), line.textStart() + line.textLength()
        glyphs: list[Glyph] = []
        clusters: dict[int, _Cluster] = {}
        for run in line.glyphRuns(start, end - start, _ALL):
            for at in self._read_run(run, glyphs, clusters):
                missing.update(dict.fromkeys(_shown(_letters(units, at, _next(units, at)))))
        runs = tuple(_runs(clusters, units, end))
        if runs and 2 * end >= len(units):
            runs = (*runs[:-1], replace(runs[-1], text=runs[-1].text + " "))
        low, high = _reach(clusters, units)
        set_line = TextLine(glyphs=tuple(glyphs), runs=runs, baseline=line.ascent(), size=style.size)
        return SetLine(line=set_line.moved(-low, 0), width=high - low, height=line.height())

    def _read_run(self, run: QGlyphRun, glyphs: list[Glyph], clusters: dict[int, _Cluster]) -> Iterator[int]:
        """Add the run's glyphs and letters; yields where in the text a letter has no shape."""
        raw, numbers, places, indexes = run.rawFont(), run.glyphIndexes(), run.positions(), run.stringIndexes()
        if raw.pixelSize() < 0:
            yield from indexes
            return
        known = self.fonts.outlines(raw)
        for number, place, index, step in zip(numbers, places, indexes, _advances(raw, numbers), strict=True):
            shape = known.get(number) or known.setdefault(number, outline(raw, number))
            if shape.operators:
                glyphs.append(Glyph(shape, place.x(), place.y()))
            if number == 0 or not shape.operators:
                yield index
            _widen(clusters, index, place.x(), place.x() + step, rtl=run.isRightToLeft())


def _advances(raw: QRawFont, numbers: list[int]) -> list[float]:
    return [step.x() for step in raw.advancesForGlyphIndexes(numbers)]


def _widen(clusters: dict[int, _Cluster], index: int, low: float, high: float, *, rtl: bool) -> None:
    cluster = clusters.setdefault(index, _Cluster(low, high, rtl))
    cluster.low, cluster.high = min(cluster.low, low), max(cluster.high, high)


def _break(layout: QTextLayout, width: float) -> list[QTextLine]:
    """Lines at the layout's origin, one upon the other: the sheet places them."""
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        lines.append(line)
    layout.endLayout()
    return lines


def _even_width(layout: QTextLayout, width: float) -> float:
    """The narrowest width, to a sixteenth, that needs no more lines; long texts are left as they are."""
    units, full = layout.text().encode("utf-16-le"), _break(layout, width)
    if not 1 < len(full) <= 4:
        return width
    most = _broken_words(full, units)
    for sixteenths in range(8, 16):
        narrower = width * sixteenths / 16
        lines = _break(layout, narrower)
        if len(lines) == len(full) and _broken_words(lines, units) <= most:
            return narrower
    return width


def _broken_words(lines: list[QTextLine], units: bytes) -> int:
    """How many lines end between two letters or figures of a script that has spaces."""
    ends = (line.textStart() + line.textLength() for line in lines[:-1])
    return sum(_inside_a_word(_letters(units, max(0, end - 2), end), _letters(units, end, end + 2)) for end in ends)


def _inside_a_word(before: str, after: str) -> bool:
    last, first = before[-1:], after[:1]
    return all(letter.isalnum() and ord(letter) < 0x0E00 for letter in (last, first) if letter) and bool(first)


def _letters(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", "ignore")


def _next(units: bytes, at: int) -> int:
    """The index behind the character at `at`."""
    return at + (2 if 0xD8 <= units[2 * at + 1] < 0xDC else 1)


def _shown(letters: str) -> Iterator[str]:
    return (letter for letter in letters if not unseen(letter))


def _runs(clusters: dict[int, _Cluster], units: bytes, end: int) -> Iterator[Run]:
    """Neighbours of one direction together, in the order of reading."""
    starts = sorted(clusters)
    if not starts:
        return
    current: Run | None = None
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        cluster, text = clusters[start], _letters(units, start, stop)
        if current and current.rtl == cluster.rtl:
            low, high = min(current.low, cluster.low), max(current.high, cluster.high)
            current = Run(current.text + plain(text), low, high, current.rtl)
        else:
            if current:
                yield current
            current = Run(plain(text), cluster.low, cluster.high, cluster.rtl)
    if current:
        yield current


def _reach(clusters: dict[int, _Cluster], units: bytes) -> tuple[float, float]:
    """How far the line's letters reach, in dots; spaces at an end don't count."""
    seen = [cluster for at, cluster in clusters.items() if not _letters(units, at, at + 1).isspace()]
    if not seen:
        return 0.0, 0.0
    return min(cluster.low for cluster in seen), max(cluster.high for cluster in seen)
