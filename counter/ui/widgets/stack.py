"""A column of many rows. Its heights are kept, because nested layouts of Qt ask for them hundreds of times."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from counter.ui.widgets.themed import Themed, tall_as_needed


class Stack(Themed, QWidget):
    """Rows under each other over the whole width, each as high as it needs."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        tall_as_needed(self)
        self._stacked: list[QWidget] = []
        self._heights: dict[int, list[int]] = {}

    def put(self, rows: Sequence[QWidget], spare: Collection[QWidget] = ()) -> None:
        """Shows exactly these rows; those that stand already stay as they are, the `spare` ones only hide."""
        wanted, standing = set(rows), set(self._stacked)
        for row in standing - wanted:
            row.hide()
            if row not in spare:
                row.deleteLater()
        self._stacked = list(rows)
        new = [row for row in rows if row not in standing]
        for row in new:
            row.setParent(self)
        self._renew()
        for row in new:  # in their places already, so that their words are laid out once, at the right width
            row.show()

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at this width."""
        return sum(self._at(width))

    def sizeHint(self) -> QSize:
        """The widest row's width."""
        width = max((row.sizeHint().width() for row in self._stacked), default=0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest row can be."""
        return QSize(max((row.minimumSizeHint().width() for row in self._stacked), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the rows in their places."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """A row that wants another height moves those below it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._renew()
        return super().event(event)

    def _renew(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        top = 0
        for row, height in zip(self._stacked, self._at(self.width()), strict=True):
            row.setGeometry(0, top, self.width(), height)
            top += height

    def _at(self, width: int) -> list[int]:
        heights = self._heights.get(width)
        if heights is None:
            if len(self._heights) > 4:
                self._heights.clear()
            heights = self._heights[width] = [row.heightForWidth(width) for row in self._stacked]
        return heights
