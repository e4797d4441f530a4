"""How dark a point of the logo must be to print black: a slider, and the mark as large as it prints."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from counter.office.logo import DARKEST, LIGHTEST, USUAL
from counter.records.slips import DOTS_PER_MM
from counter.ui.owner.slip_design_preview import pixels_per_mm
from counter.ui.texts import owner as words
from counter.ui.texts.keys import KEEP_LOGO_KEY
from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.buttons import Action, ActionButton
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, tall_as_needed

_AROUND: Final = 8  # white paper about the mark, pixels
_STEP: Final = 5


class MarkOnPaper(QWidget):
    """A picture of one bit a dot on white paper, in the size in which it prints."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._mark = QPixmap()

    def show_mark(self, mark: QPixmap) -> None:
        """Another one, in dots."""
        self._mark = mark
        side = 2 * _AROUND
        self.setFixedSize(self._size() + QSize(side, side))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White, whatever the theme is: paper is."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setPen(current().colour(Tone.EDGE))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._size()
        painter.drawPixmap(_AROUND, _AROUND, size.width(), size.height(), self._mark)

    def _size(self) -> QSize:
        return self._mark.size() * (pixels_per_mm(self) / DOTS_PER_MM)


class LogoDarkness(Themed, QWidget):
    """`moved(threshold)` while it slides, `taken` when the mark is to be kept as it is shown."""

    moved = Signal(int)
    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tall_as_needed(self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setObjectName("logo_darkness")
        self.slider.setRange(DARKEST, LIGHTEST)
        self.slider.setSingleStep(_STEP)
        self.slider.setPageStep(4 * _STEP)
        self.slider.setAccessibleName(words.LOGO_DARKNESS)
        self._paper, self._caption = MarkOnPaper(self), Text(words.LOGO_SIZE, Role.SMALL, Tone.QUIET, parent=self)
        keep = Action(name="keep_logo", label=words.KEEP_LOGO, key=KEEP_LOGO_KEY, own=True)
        self.keep = ActionButton(keep, parent=self)
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Text(words.LOGO_DARKNESS, Role.LABEL, Tone.QUIET, parent=self))
        less, more = (Text(end, Role.SMALL, Tone.QUIET, parent=self) for end in (words.LESS_BLACK, words.MORE_BLACK))
        self._row.addWidget(less, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.slider, 1)
        self._row.addWidget(more, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.keep)
        self._column.addLayout(self._row)
        self._column.addWidget(self._paper)
        self._column.addWidget(self._caption)
        self.slider.valueChanged.connect(self.moved)
        self.keep.clicked.connect(self.taken)
        self.restyle(current())

    def begin(self) -> None:
        """For a new picture, at the usual darkness."""
        self.slider.blockSignals(True)  # noqa: FBT003
        self.slider.setValue(USUAL)
        self.slider.blockSignals(False)  # noqa: FBT003

    def show_mark(self, mark: QPixmap | None) -> None:
        """The mark as it prints; None while it can't be kept like this."""
        self._paper.setVisible(mark is not None)
        self._caption.setVisible(mark is not None)
        self.keep.setEnabled(mark is not None)
        if mark is not None:
            self._paper.show_mark(mark)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._column.setSpacing(theme.space(6))
        self._row.setSpacing(theme.space(10))
