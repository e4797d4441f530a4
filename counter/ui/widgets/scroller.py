"""Columns that scroll: the bar lives in a gutter of its own, so widths never jump."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from counter.ui.theme import Tone, current

GUTTER: Final = 14
_AIR: Final = 8


class SlimBar(QScrollBar):
    """A thin handle, painted only when there is something to scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setAccessibleName("scroll bar")

    def sizeHint(self) -> QSize:
        """As wide as the gutter."""
        return QSize(GUTTER, GUTTER)

    def minimumSizeHint(self) -> QSize:
        """As wide as the gutter."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The handle only."""
        span = self.maximum() - self.minimum()
        if span <= 0:
            return
        height = max(24.0, self.height() * self.pageStep() / (span + self.pageStep()))
        top = (self.height() - height) * (self.value() - self.minimum()) / span
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().colour(Tone.EDGE))
        painter.drawRoundedRect(QRectF((self.width() - 6) / 2, top, 6, height), 3, 3)


class Scroller(QScrollArea):
    """A column of widgets that scrolls up and down; the focused one is brought into view with what belongs to it.

    Content goes into `body`. A widget with the property `whole` is shown whole when something in it has the focus.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setVerticalScrollBar(SlimBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._content = content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.setWidget(content)
        for part in (content, self.viewport()):
            part.setAutoFillBackground(False)
        content.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def reveal(self, widget: QWidget) -> None:
        """Scrolls no further than needed until a widget of the content is in view."""
        top = widget.mapTo(self._content, widget.rect().topLeft()).y()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bottom = top + widget.height() + _AIR
        if bottom > bar.value() + height:
            bar.setValue(bottom - height)
        if top - _AIR < bar.value():
            bar.setValue(top - _AIR)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the focused widget in view when a sentence appears above or below it."""
        if event.type() == QEvent.Type.Resize and watched is self._content:
            self._follow(None, QApplication.focusWidget())
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """As high as the content, if there is room."""
        content = self._content.sizeHint()
        return QSize(content.width() + GUTTER, content.height())

    def minimumSizeHint(self) -> QSize:
        """A few lines; all else scrolls."""
        least = self._content.minimumSizeHint()
        return QSize(least.width() + GUTTER, current().px(24))

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._content.isAncestorOf(new):
            return
        part: QWidget | None = new
        while part is not None and part is not self._content and not part.property("whole"):
            part = part.parentWidget()
        self.reveal(new if part is None or part is self._content else part)
