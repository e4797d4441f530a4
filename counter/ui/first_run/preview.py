"""The slip that the customer will hold, as a picture that others draw."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from counter.ui.texts import first_run as words
from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Box, Themed, paint_box

PAPER_WIDTH = 250
EDGE = 8


class SlipPicture(Themed, QWidget):
    """White paper, in the dark too, as high as the picture in its proportions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slip_picture")
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle(current())

    def set_image(self, image: QImage) -> None:
        """The slip as drawn; a null image shows empty paper."""
        self._image = image
        self.restyle(current())
        self.update()

    def sizeHint(self) -> QSize:
        """The paper's size on the screen."""
        return self.minimumSize()

    def restyle(self, theme: Theme) -> None:
        """Grows with space, not with type: it is a picture."""
        width = theme.space(PAPER_WIDTH)
        inner = width - 2 * EDGE
        height = inner if self._image.isNull() else round(inner * self._image.height() / self._image.width())
        self.setFixedSize(width, height + 2 * EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The paper and the picture on it."""
        painter = QPainter(self)
        paint_box(self, painter, Box(border=Tone.EDGE, radius=2))
        paper = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.fillRect(paper, Qt.GlobalColor.white)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._image.isNull():
            painter.drawImage(paper.adjusted(EDGE - 1, EDGE - 1, 1 - EDGE, 1 - EDGE), self._image)


class SlipPreview(Themed, QWidget):
    """A label over the paper; until there is a picture, a sentence under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slip_preview")
        self.setAccessibleName(words.PREVIEW)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._picture = SlipPicture(self)
        self._soon = Text(words.PREVIEW_SOON, Role.SMALL, Tone.QUIET, parent=self)
        self._column.addWidget(Text(words.PREVIEW, Role.LABEL, Tone.QUIET, parent=self))
        self._column.addWidget(self._picture)
        self._column.addWidget(self._soon)
        self._column.addStretch(1)
        self.restyle(current())

    def set_image(self, image: QImage, spoken: str = "") -> None:
        """The slip as drawn, and its words for those who listen."""
        self._picture.set_image(image)
        self._picture.setAccessibleName(spoken)
        self._soon.setVisible(image.isNull())

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps and width from the theme."""
        self._column.setSpacing(theme.space(8))
        self.setFixedWidth(theme.space(PAPER_WIDTH))
