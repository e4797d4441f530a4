"""Text laid out in lines: broken, elided at its logical end, each line on the window's side."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from unicodedata import category

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

ELLIPSIS = "…"
OPENERS, CLOSER = "\u2066\u2067\u2068", "\u2069"
# no counter line is longer; spares the layout of what would be elided anyway
MOST_IN_A_LINE = 400
# a dot between two things ends a line rather than begin the next
_DOT = "\u00a0· "
# letters from here on may come from another font than the one whose bearings are asked
_BEYOND_LATIN = "\u0250"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How to lay text out: at most `lines` lines (0 = as many as it takes), on the right side when `rtl`."""

    font: QFont
    lines: int = 0
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """A finished layout, its size in whole pixels, and whether something was left out."""

    layout: QTextLayout
    width: int
    height: int
    elided: bool

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Draws it with its top left corner at a point."""
        painter.setPen(colour)
        self.layout.draw(painter, at)


def lay_out(text: str, style: Style, width: float, quiet: tuple[int, QColor] | None = None) -> Laid:
    """Lays text out in `width` pixels. `quiet` gives a position from which another colour holds."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\u2028").replace(" · ", _DOT)
    shown = whole[: MOST_IN_A_LINE * style.lines] if style.lines else whole
    layout = _layout(shown, style, quiet)
    lines, used = _break(layout, style, width)
    left, right = _overhang(lines, shown, style)
    room = width - left - right
    if room < width:
        lines, used = _break(layout, style, room)
    elided = len(shown) < len(whole) or used < _units(shown)
    if elided and lines:
        shown = _shorten(shown, style, room, lines[-1].textStart())
        layout = _layout(shown, style, quiet)
        lines, _ = _break(layout, style, room)
    taken, height = _place(lines, left, room if style.rtl else 0)
    return Laid(layout, taken + ceil(left + right), height, elided)


def _layout(text: str, style: Style, quiet: tuple[int, QColor] | None) -> QTextLayout:
    layout = QTextLayout(text, style.font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    if quiet is not None:
        start = _units(text[: quiet[0]])
        span, form = QTextLayout.FormatRange(), QTextCharFormat()
        form.setForeground(quiet[1])
        span.start, span.length, span.format = start, max(0, _units(text) - start), form
        layout.setFormats([span])
    return layout


def _break(layout: QTextLayout, style: Style, width: float) -> tuple[list[QTextLine], int]:
    lines: list[QTextLine] = []
    used = 0
    layout.beginLayout()
    while not style.lines or len(lines) < style.lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width))
        used = line.textStart() + line.textLength()
        lines.append(line)
    layout.endLayout()
    return lines, used


def _place(lines: list[QTextLine], left: float, room: float) -> tuple[int, int]:
    """Puts lines under each other, at the end of `room` if there is any; natural width and height of them all."""
    widest, y = 0.0, 0.0
    for line in lines:
        natural = line.naturalTextWidth()
        line.setPosition(QPointF(left + max(0.0, room - natural), y))
        widest, y = max(widest, natural), y + ceil(line.height())
    # one pixel more, else a line as wide as itself may break
    return ceil(widest) + 1, ceil(y)


def _overhang(lines: list[QTextLine], text: str, style: Style) -> tuple[float, float]:
    """How far letters at either edge reach out of their lines (J, j, f), so that they aren't cut."""
    metrics = QFontMetricsF(style.font)
    left = right = 0.0
    for line in lines:
        words = _between(text, line.textStart(), line.textLength()).strip()
        if words and max(words[0], words[-1]) < _BEYOND_LATIN:
            left = max(left, -metrics.leftBearing(words[0]))
            right = max(right, -metrics.rightBearing(words[-1]))
    return left, right


def _shorten(text: str, style: Style, width: float, start: int) -> str:
    """The longest beginning of the text whose last line, from UTF-16 unit `start` on, fits with an ellipsis."""
    head = text[: len(text) - len(_between(text, start))]
    rest = text[len(head) :]
    low, high = 0, len(rest)
    while low < high:
        middle = (low + high + 1) // 2
        if _fits(_ended(rest[:middle]), style, width):
            low = middle
        else:
            high = middle - 1
    return _ended(head + _whole(rest, low))


def _ended(text: str) -> str:
    kept = text.rstrip(" \u2028·,;:")
    still_open = sum(kept.count(mark) for mark in OPENERS) - kept.count(CLOSER)
    return kept + CLOSER * max(0, still_open) + ELLIPSIS


def _fits(text: str, style: Style, width: float) -> bool:
    layout = _layout(text, style, None)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    return line.textLength() == _units(text) and line.naturalTextWidth() + 1 <= width


def _whole(text: str, cut: int) -> str:
    """The first `cut` characters, less a letter that would lose its marks or joiners."""
    while 0 < cut < len(text) and _leans(text[cut]):
        cut -= 1
    return text[:cut]


def _leans(char: str) -> bool:
    return category(char) in ("Mn", "Mc", "Me", "Cf") and char not in OPENERS + CLOSER


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _between(text: str, start: int, length: int | None = None) -> str:
    """A part of the text, counted in UTF-16 units as Qt does."""
    units = text.encode("utf-16-le", "surrogatepass")[2 * start :]
    return units[: None if length is None else 2 * length].decode("utf-16-le", "surrogatepass")
