"""A sheet as large as the paper itself, where the window has the room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from counter.paper.paint import paint
from counter.paper.sheet import Sheet
from counter.records.slips import DOTS_PER_MM
from counter.ui.texts import slip_design as words
from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.scroller import GUTTER, Scroller
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed

ROLL_WIDTH: Final = 340  # pixels that a roll of 80 mm needs in its true size on a usual screen
_PLAUSIBLE = (50.0, 400.0)  # dots an inch; what lies outside is a screen that doesn't know its size
_USUAL = 96.0
_MM_PER_INCH = 25.4


def pixels_per_mm(widget: QWidget) -> float:
    """Of the screen that this stands on, by what it says of itself."""
    inch = widget.screen().physicalDotsPerInchX()
    return (inch if _PLAUSIBLE[0] <= inch <= _PLAUSIBLE[1] else _USUAL) / _MM_PER_INCH


class PaperSheet(QWidget):
    """White paper with a hairline round it; `scale` is pixels a dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._sheet: Sheet | None = None
        self._scale = 1.0

    def show_sheet(self, sheet: Sheet | None, scale: float) -> None:
        """The sheet in this size; None shows nothing."""
        self._sheet, self._scale = sheet, scale
        if sheet is not None:
            self.setFixedSize(round(sheet.width * scale), round(sheet.height * scale))
            self.setAccessibleDescription(" ".join(run.text.strip() for line in sheet.lines for run in line.runs))
        self.setVisible(sheet is not None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As it prints."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setPen(current().colour(Tone.EDGE))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._sheet is not None:
            painter.scale(self._scale, self._scale)
            paint(self._sheet, painter)


class TruePreview(Themed, QWidget):
    """A sheet that scrolls up and down, with a sentence that says how large it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("true_preview")
        self.setAccessibleName(words.PREVIEW)
        self.sheet: Sheet | None = None
        self.paper = PaperSheet()
        self._caption = Text(words.NO_SHEET, Role.SMALL, Tone.QUIET, parent=self)
        self._scroller = Scroller("true_preview_scroll", self)
        self._scroller.body.addWidget(self._caption)
        self._scroller.body.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroller.body.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._scroller, 1)
        self.paper.hide()
        self.restyle(current())

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Another sheet; None waits for one."""
        self.sheet = sheet
        self._fit()

    def caption(self) -> str:
        """What is said about its size."""
        return self._caption.text()

    def pixels_per_mm(self) -> float:
        """Of the screen that this stands on, by what it says of itself."""
        return pixels_per_mm(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What doesn't fit any more gets smaller."""
        super().resizeEvent(event)
        self._fit()

    def restyle(self, theme: Theme) -> None:
        """Takes its gap from the theme."""
        self._column.setSpacing(theme.space(6))

    def _fit(self) -> None:
        if self.sheet is None:
            self._caption.set_text(words.NO_SHEET)
            self.paper.show_sheet(None, 1.0)
            return
        width = self.sheet.paper.width
        true = self.pixels_per_mm() / DOTS_PER_MM
        share = min(1.0, max(0.05, (self.width() - GUTTER - 4) / (self.sheet.width * true)))
        self._caption.set_text(words.true_size(width, share))
        self.paper.show_sheet(self.sheet, true * share)
