"""A chart of the weekly report on the screen: the same drawing as on paper, in the colour of the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from counter.paper.charts import LABEL, Drawing
from counter.paper.fonts import Fonts
from counter.paper.paint import paint
from counter.paper.sheet import Sheet
from counter.paper.text import Typesetter
from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.themed import Themed, tall_as_needed

Draw = Callable[[float, Typesetter], Drawing]


class ChartView(Themed, QWidget):
    """Shows what `draw(width in dots, typesetter)` makes; labels are as large as small text on the screen."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        tall_as_needed(self)
        self._draw: Draw | None = None
        self._families: tuple[str, ...] = ()
        self._drawn: dict[int, Sheet] = {}

    def show_chart(self, draw: Draw, said: str, families: tuple[str, ...]) -> None:
        """Another chart; `said` is what it shows, in words, for a screen reader."""
        self._draw, self._families = draw, families
        self.setAccessibleDescription(said)
        self._drawn.clear()
        self.updateGeometry()
        self.update()

    def sheet(self, width: int) -> Sheet | None:
        """The drawing for a width in pixels."""
        if self._draw is None or width < 1:
            return None
        found = self._drawn.get(width)
        if found is None:
            if len(self._drawn) > 4:
                self._drawn.clear()
            setter = Typesetter(Fonts(self._families or current().sans))
            found = self._drawn[width] = self._draw(width / self._scale(), setter).sheet()
        return found

    def heightForWidth(self, width: int) -> int:
        """The height needed at this width."""
        sheet = self.sheet(width)
        return round(sheet.height * self._scale()) + 1 if sheet else 0

    def restyle(self, theme: Theme) -> None:
        """Forgets what was drawn."""
        self._drawn.clear()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the drawing, then colours it."""
        sheet = self.sheet(self.width())
        if sheet is None:
            return
        ratio = self.devicePixelRatioF()
        image = QImage(self.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.scale(self._scale() * ratio, self._scale() * ratio)
        paint(sheet, painter)
        painter.resetTransform()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(image.rect(), current().colour(Tone.INK))
        painter.end()
        QPainter(self).drawImage(QRect(0, 0, self.width(), self.height()), image)

    def _scale(self) -> float:
        """Pixels a dot."""
        return current().font(Role.SMALL).pixelSize() / LABEL.size
