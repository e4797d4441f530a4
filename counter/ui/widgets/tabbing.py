"""The Tab key goes the way one reads: by layouts, not by the order in which widgets happened to be made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class ReadInOrder(_Base):
    """Mixed into a window. Qt's own order is that of making, which is wrong wherever rows are made anew."""

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 (Qt calls it so)
        """The focus to the next widget, round and round; False where there is none."""
        stops = [widget for widget in as_read(self) if _takes_tab(widget)]
        now = self.focusWidget()
        others = [widget for widget in stops if widget is not now]
        if not others:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        at = stops.index(now) if now in stops else -1
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True


def as_read(root: QWidget) -> Iterator[QWidget]:
    """Every widget that is shown under this one, in the order of reading."""
    for child in _children(root):
        if child.isVisible():
            yield child
            yield from as_read(child)


def _children(widget: QWidget) -> list[QWidget]:
    """In the order of the layout; what stands in none, by its place from the top."""
    content = widget.widget() if isinstance(widget, QScrollArea) else None
    if content is not None:
        return [content]
    layout = widget.layout()
    placed = list(_placed(layout)) if layout is not None else []
    known = set(placed)
    others = [child for child in widget.children() if isinstance(child, QWidget) and child not in known]
    rest = [child for child in others if not child.isWindow()]
    return [*placed, *sorted(rest, key=lambda child: (child.y(), child.x()))]


def _placed(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _placed(inner)


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return widget.isEnabled() and bool(policy & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
