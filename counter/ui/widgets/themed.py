"""What every widget of ours shares: it follows the theme, and paints its own box."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from counter.ui.theme import Theme, Tone, current

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class Themed(_Base):
    """Mixed into a widget: `restyle` runs whenever the theme or the direction changes. Call it once when built."""

    def restyle(self, theme: Theme) -> None:
        """Takes sizes and fonts from the theme."""

    def changeEvent(self, event: QEvent) -> None:
        """Follows a new theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self.restyle(current())
            self.updateGeometry()
            self.update()


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A ground with a border; a bar stands at the start, where the corners are then square. Sizes at 100 %."""

    fill: Tone | None = None
    border: Tone | None = None
    width: int = 1
    radius: int = 8
    bar: Tone | None = None
    dashed: bool = False


def paint_box(widget: QWidget, painter: QPainter, box: Box, rect: QRectF | None = None) -> None:
    """Paints the box over the widget's whole rectangle, or the one given, mirrored when the widget is."""
    theme = current()
    whole = rect if rect is not None else QRectF(widget.rect())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(box.width, theme.space(box.width)) if box.border else 0
    inner = whole.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    radius = min(theme.space(box.radius), whole.height() / 2 - 1)
    path = _shape(inner, radius, square_start=box.bar is not None, rtl=widget.isRightToLeft())
    if box.fill:
        painter.fillPath(path, theme.colour(box.fill))
    if box.bar:
        thick = theme.space(4)
        left = whole.right() - thick if widget.isRightToLeft() else whole.left()
        painter.fillRect(QRectF(left, whole.top(), thick, whole.height()), theme.colour(box.bar))
    if box.border:
        style = Qt.PenStyle.DotLine if box.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.colour(box.border), width, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


def _shape(rect: QRectF, radius: float, *, square_start: bool, rtl: bool) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    if square_start:
        half = QRectF(rect)
        if rtl:
            half.setLeft(rect.center().x())
        else:
            half.setRight(rect.center().x())
        square = QPainterPath()
        square.addRect(half)
        path = path.united(square)
    return path


def margins(layout: QLayout, theme: Theme, sizes: tuple[int, int, int, int]) -> None:
    """Sets start, top, end and bottom margins (px at 100 %), mirrored when the theme is."""
    start, top, end, bottom = (theme.space(size) for size in sizes)
    if theme.rtl:
        start, end = end, start
    layout.setContentsMargins(start, top, end, bottom)


def tall_as_needed(widget: QWidget) -> None:
    """Makes layouts ask a widget how high it must be at its width."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def present(widget: QWidget, *, shown: bool) -> None:
    """Shows or hides a part; one that has no parent yet waits for it instead of opening a window of its own."""
    if widget.parentWidget() is not None:
        widget.setVisible(shown)
    elif shown:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)
    else:
        widget.hide()


def clear(layout: QLayout) -> None:
    """Takes all widgets out of a layout and lets go of them."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


def plain_tooltip(text: str) -> str:
    """Text from people as a tooltip that shows it exactly, whatever it looks like."""
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if text else ""


def spoken(*parts: str) -> str:
    """The accessible name of a control: label, key and the like, as one phrase."""
    return ", ".join(part for part in parts if part)
