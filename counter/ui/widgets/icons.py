"""The few icons, drawn in code on a square of 20 units."""

from __future__ import annotations

from enum import StrEnum
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter.ui.theme import Theme, Tone, current
from counter.ui.widgets.themed import Themed

UNITS = 20.0


class Icon(StrEnum):
    """What an icon says."""

    STOP = "stop"
    PLUS = "plus"
    WARN = "warn"
    TICK = "tick"
    PENCIL = "pencil"
    PRINTER = "printer"
    DOT = "dot"
    RING = "ring"
    DOOR = "door"


def _stop() -> QPainterPath:
    path = QPainterPath()
    corners = [QPointF(10 + 9 * cos(pi / 8 + i * pi / 4), 10 + 9 * sin(pi / 8 + i * pi / 4)) for i in range(8)]
    path.addPolygon(QPolygonF([*corners, corners[0]]))
    path.moveTo(6, 10)
    path.lineTo(14, 10)
    return path


def _plus() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(10, 10), 8.5, 8.5)
    path.moveTo(6, 10)
    path.lineTo(14, 10)
    path.moveTo(10, 6)
    path.lineTo(10, 14)
    return path


def _warn() -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(10, 2.5), QPointF(18.5, 17.5), QPointF(1.5, 17.5), QPointF(10, 2.5)]))
    path.moveTo(10, 7.5)
    path.lineTo(10, 12)
    path.moveTo(10, 14.6)
    path.lineTo(10, 15)
    return path


def _tick() -> QPainterPath:
    path = QPainterPath(QPointF(3, 10.5))
    path.lineTo(8, 15.5)
    path.lineTo(17, 5)
    return path


def _pencil() -> QPainterPath:
    path = QPainterPath()
    corners = [(3, 17), (4.2, 12.6), (13.2, 3.6), (16.4, 6.8), (7.4, 15.8), (3, 17)]
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    return path


def _printer() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(2, 8, 16, 7), 1.5, 1.5)
    path.addRect(QRectF(6, 3, 8, 5))
    path.moveTo(6, 12)
    path.lineTo(14, 12)
    return path


def _circle(radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(10, 10), radius, radius)
    return path


def _door() -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    path.addRoundedRect(QRectF(2.5, 0.5, 15, 19), 3, 3)
    path.addRect(QRectF(12, 9, 2.4, 2.4))
    return path


_PATHS = {
    Icon.STOP: _stop, Icon.PLUS: _plus, Icon.WARN: _warn, Icon.TICK: _tick, Icon.PENCIL: _pencil,
    Icon.PRINTER: _printer, Icon.DOT: lambda: _circle(5), Icon.RING: lambda: _circle(4.5), Icon.DOOR: _door,
}  # fmt: skip
_FILLED = (Icon.DOT, Icon.DOOR)


def paint_icon(painter: QPainter, icon: Icon, square: QRectF, tone: Tone) -> None:
    """Draws an icon into a square."""
    colour = current().colour(tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(square.topLeft())
    painter.scale(square.width() / UNITS, square.height() / UNITS)
    pen = QPen(colour, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    filled = icon in _FILLED
    painter.setPen(Qt.PenStyle.NoPen if filled else pen)
    painter.setBrush(QBrush(colour) if filled else Qt.BrushStyle.NoBrush)
    painter.drawPath(_PATHS[icon]())
    painter.restore()


class IconMark(Themed, QWidget):
    """An icon beside words that say the same; not read aloud. `size` in px at 100 %."""

    def __init__(self, icon: Icon, tone: Tone = Tone.INK, size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._size = icon, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle(current())

    def set_icon(self, icon: Icon, tone: Tone) -> None:
        """Shows another icon."""
        self._icon, self._tone = icon, tone
        self.update()

    def restyle(self, theme: Theme) -> None:
        """Grows with the text."""
        self.setFixedSize(QSize(theme.px(self._size), theme.px(self._size)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the icon."""
        paint_icon(QPainter(self), self._icon, QRectF(self.rect()), self._tone)
