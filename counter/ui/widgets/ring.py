"""The one ring that shows where the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from counter.ui.theme import Tone, current

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


class FocusRing(QWidget):
    """An overlay of a window: a 3 px blue ring around the focused control, cut off where its column scrolls away.

    A control gives the radius of its corners as the property `ring_radius`, px at 100 %; else it is 8. One whose words
    stand on its very edge gives as `ring_aside` how much further away the ring stands at either side.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def target(self) -> QWidget | None:
        """The control it stands around."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Moves with the control and with everything that holds it."""
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ring just inside its own rectangle."""
        theme, painter = current(), QPainter(self)
        thick = max(3, theme.space(3))
        radius = theme.space(int((self._target.property("ring_radius") if self._target else 0) or 8)) + 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(Tone.FOCUS), thick))
        half = thick / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        inside = new is not None and self._window.isAncestorOf(new)
        self._target = new if inside else None
        self._watched = []
        step = self._target
        while step is not None and step is not self._window:
            self._watched.append(step)
            step = step.parentWidget()
        for widget in self._watched:
            widget.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        out = max(3, current().space(3))
        aside = out + current().space(int(target.property("ring_aside") or 0))
        box = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size()).adjusted(-aside, -out, aside, out)
        visible = box.intersected(self._view(target, aside + 2))
        self.setGeometry(box)
        if visible.isEmpty():
            self.hide()
            return
        middle = box.adjusted(out + 3, out + 3, -out - 3, -out - 3).translated(-box.topLeft())
        self.setMask(QRegion(visible.translated(-box.topLeft())) - QRegion(middle))
        self.show()
        self.raise_()

    def _view(self, target: QWidget, out: int) -> QRect:
        """What can be seen of the window through all scroll areas that hold the control."""
        view = self._window.rect()
        step = target.parentWidget()
        while step is not None and step is not self._window:
            above = step.parentWidget()
            if isinstance(above, QAbstractScrollArea) and above.viewport() is step:
                port = QRect(step.mapTo(self._window, QPoint(0, 0)), step.size())
                still = 0 if above.verticalScrollBar().maximum() > 0 else out
                view = view.intersected(port.adjusted(-out, -still, out, still))
            step = above
        return view
