"""A QR code on the screen, in whole pixels a module, with its quiet zone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter.paper.qr import QUIET, qr_rows
from counter.ui.theme import Theme, current
from counter.ui.widgets.themed import Themed

_SIDE = 4  # pixels a module at 100 %


class QrPicture(Themed, QWidget):
    """Black on white in light and in dark; read aloud as what it says."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._rows: tuple[tuple[bool, ...], ...] = ()

    def show_content(self, content: str) -> None:
        """Another content; without any there is no code."""
        self._rows = qr_rows(content) if content else ()
        self.setAccessibleName(content)
        self.setVisible(bool(content))
        self.restyle(current())

    def modules(self) -> int:
        """How many modules a side has, without the quiet zone."""
        return len(self._rows)

    def restyle(self, theme: Theme) -> None:
        """As large as its modules."""
        whole = (len(self._rows) + 2 * QUIET) * theme.px(_SIDE)
        self.setFixedSize(whole, whole)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the modules."""
        painter, side = QPainter(self), current().px(_SIDE)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for y, row in enumerate(self._rows):
            for x, black in enumerate(row):
                if black:
                    painter.fillRect((x + QUIET) * side, (y + QUIET) * side, side, side, Qt.GlobalColor.black)
