"""Fields in a grid whose number of columns follows the room there is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from counter.ui.theme import Mode, Theme, current
from counter.ui.widgets.themed import Themed, tall_as_needed


class FieldGrid(Themed, QWidget):
    """Equal columns: `across` when wide, half as many when snug, one or two when narrow."""

    def __init__(self, fields: Sequence[QWidget], across: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tall_as_needed(self)
        self._fields, self._across = list(fields), across
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.set_mode(Mode.WIDE)
        self.restyle(current())

    def set_mode(self, mode: Mode) -> None:
        """How much room there is."""
        half = (self._across + 1) // 2
        across = {Mode.WIDE: self._across, Mode.SNUG: half, Mode.NARROW: max(1, half // 2)}[mode]
        while self._grid.takeAt(0):
            pass
        for number, field in enumerate(self._fields):
            self._grid.addWidget(field, number // across, number % across, Qt.AlignmentFlag.AlignTop)
        for column in range(self._across):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._grid.setHorizontalSpacing(theme.space(16))
        self._grid.setVerticalSpacing(theme.space(10))
