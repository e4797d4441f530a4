"""The key that does what stands beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.themed import Themed, present


class KeyCap(Themed, QWidget):
    """A small key cap. Its words belong into the accessible name of what it stands beside."""

    def __init__(self, key: str, tone: Tone = Tone.QUIET, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._tone, self._least = key, tone, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle(current())
        present(self, shown=bool(key))

    def key(self) -> str:
        """What is written on it."""
        return self._key

    def set_key(self, key: str) -> None:
        """Writes another key on it; none hides it."""
        self._key = key
        present(self, shown=bool(key))
        self.restyle(current())
        self.update()

    def set_tone(self, tone: Tone) -> None:
        """Takes the colour of the button it stands in."""
        self._tone = tone
        self.update()

    def set_least_width(self, pixels: int) -> None:
        """Makes caps in a column equally wide."""
        self._least = pixels
        self.restyle(current())

    def restyle(self, theme: Theme) -> None:
        """Grows with the text."""
        metrics = QFontMetrics(theme.font(Role.SMALL))
        width = metrics.horizontalAdvance(self._key) + 2 * theme.px(7)
        self.setFixedSize(QSize(max(width, theme.px(34), self._least), theme.px(20)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws a border of 1 px with a foot of 2 px; quiet on a button that is switched off."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = self._tone if self.isEnabled() else Tone.QUIET
        edge = theme.colour(Tone.EDGE if tone is Tone.QUIET else tone)
        thin = max(1, theme.space(1))
        rect = QRectF(self.rect()).adjusted(thin / 2, thin / 2, -thin / 2, -thin)
        painter.setPen(QPen(edge, thin))
        painter.drawRoundedRect(rect, theme.space(4), theme.space(4))
        painter.setPen(QPen(edge, thin * 2))
        aside = QPointF(theme.space(3), 0)
        painter.drawLine(rect.bottomLeft() + aside, rect.bottomRight() - aside)
        painter.setPen(theme.colour(tone))
        painter.setFont(theme.font(Role.SMALL))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)
