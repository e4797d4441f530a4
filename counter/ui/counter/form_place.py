"""The place under the name where a form stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.ui.theme import Mode


class FormPlace(QWidget):
    """Holds one form at a time. `put_away` when the form says so by Esc."""

    put_away = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("form_place")
        self.form: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def put(self, form: QWidget, mode: Mode) -> None:
        """Shows a form in the place of the one before."""
        self.clear()
        self.form = form
        self._column.addWidget(form)
        own = getattr(form, "put_away", None)
        if own is not None:
            own.connect(self.put_away)
        self.set_mode(mode)
        form.show()

    def clear(self) -> None:
        """Takes the form away."""
        form, self.form = self.form, None
        if form is not None:
            form.hide()
            self._column.removeWidget(form)
            form.deleteLater()

    def leave(self) -> None:
        """Esc from elsewhere: the form hears it as if it had been pressed in it."""
        own = getattr(self.form, "put_away", self.put_away)
        own.emit()

    def set_mode(self, mode: Mode) -> None:
        """Tells the form how much room there is."""
        tell = getattr(self.form, "set_mode", None)
        if tell is not None:
            tell(mode)

    def holds(self, widget: QWidget | None) -> bool:
        """Whether a widget is part of the form."""
        return self.form is not None and widget is not None and (widget is self.form or self.form.isAncestorOf(widget))

    def focus_first(self) -> None:
        """The keyboard to where the form wants it, else to its first field."""
        form = self.form
        if form is None:
            return
        if form.focusProxy() is not None:
            form.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for widget in form.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(form):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
