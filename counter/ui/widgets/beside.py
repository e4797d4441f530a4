"""Words, and something at their end that goes under them where room is short."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from counter.ui.widgets.flow import FlowLayout


class BesideLayout(FlowLayout):
    """Two widgets: the first takes the room that the second leaves, and all of it once that would be too little.

    `least` is the width in pixels that the first must get while both stand side by side; None: what it would like.
    """

    def __init__(self, parent: QWidget | None = None, least: int | None = None) -> None:
        super().__init__(parent)
        self._least = least

    def set_least(self, pixels: int) -> None:
        """Another width that the first must get."""
        self._least = pixels
        self.invalidate()

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        shown = self._shown()
        if len(shown) < 2:
            return self._put(shown, [QRect(rect.topLeft(), QSize(rect.width(), 0))], move=move) if shown else 0
        first, second = shown
        end = min(second.sizeHint().width(), rect.width())
        rest = rect.width() - end - self.spacing()
        wish = first.sizeHint().width()
        if rest >= (wish if self._least is None else min(wish, self._least)):
            tall = max(_height(first, rest), _height(second, end))
            places = [_middle(first, QRect(rect.x(), rect.y(), rest, tall))]
            places.append(_middle(second, QRect(rect.right() + 1 - end, rect.y(), end, tall)))
            self._put(shown, [self._mirrored(place, rect) for place in places], move=move)
            return tall
        below = rect.y() + _height(first, rect.width()) + self.spacing() // 2
        places = [QRect(rect.x(), rect.y(), rect.width(), 0), QRect(rect.x(), below, end, 0)]
        return self._put(shown, [self._mirrored(place, rect) for place in places], move=move) + below - rect.y()

    def _mirrored(self, place: QRect, rect: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is not None and parent.isRightToLeft():
            place.moveLeft(rect.left() + rect.right() - place.right())
        return place

    def _put(self, items: list[QLayoutItem], places: list[QRect], *, move: bool) -> int:
        """Puts each in its place; how high the last one is."""
        height = 0
        for item, place in zip(items, places, strict=True):
            height = _height(item, place.width())
            if move:
                item.setGeometry(QRect(place.topLeft(), QSize(place.width(), height)))
        return height


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _middle(item: QLayoutItem, place: QRect) -> QRect:
    """The place with the item in the middle of its height."""
    spare = place.height() - _height(item, place.width())
    return QRect(place.topLeft() + QPoint(0, spare // 2), QSize(place.width(), place.height() - spare))
