"""Where people type: one line or several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QWidget

from counter.ui.theme import Role, Theme, current
from counter.ui.widgets.buttons import ENTER
from counter.ui.widgets.scroller import SlimBar
from counter.ui.widgets.themed import Themed

_NOT_LEFT = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def _is_undo(event: QEvent) -> bool:
    override = event.type() == QEvent.Type.ShortcutOverride
    return override and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)


def mark_problem(editor: QWidget, *, wrong: bool) -> None:
    """Gives an editor the red border, or takes it away."""
    if bool(editor.property("problem")) != wrong:
        editor.setProperty("problem", wrong)
        editor.style().unpolish(editor)
        editor.style().polish(editor)


class LineEditor(Themed, QLineEdit):
    """One line. Ctrl+Z undoes typing while there is some to undo, then it belongs to the window. `left` on leaving."""

    left = Signal()

    def __init__(
        self, name: str, role: Role = Role.BODY, *, keeps_undo: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._role, self._keeps_undo = role, keeps_undo
        self.restyle(current())

    def set_completions(self, words: Sequence[str]) -> None:
        """Earlier words that complete in place what is typed; nothing covers anything."""
        completer = QCompleter(list(words), self)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def restyle(self, theme: Theme) -> None:
        """Takes its font from the theme."""
        self.setFont(theme.font(self._role))

    def event(self, event: QEvent) -> bool:
        """Leaves Ctrl+Z to the window when there is no typing to undo."""
        if _is_undo(event):
            event.setAccepted(self._keeps_undo and self.isUndoAvailable())
            return event.isAccepted()
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Says that the field was left, unless only the window was."""
        super().focusOutEvent(event)
        if event.reason() not in _NOT_LEFT:
            self.left.emit()


class LinesEditor(Themed, QPlainTextEdit):
    """Several lines, plain text. Enter makes a line, Ctrl+Enter belongs to the form, Tab goes on."""

    left = Signal()

    def __init__(self, name: str, role: Role = Role.BODY, rows: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._role, self._rows = role, rows
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(SlimBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.restyle(current())

    def restyle(self, theme: Theme) -> None:
        """Takes its font from the theme, and its height from the rows."""
        self.setFont(theme.font(self._role))
        self.document().setDocumentMargin(theme.space(3))
        self.document().clearUndoRedoStacks()  # Qt takes the margin for something typed
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(self._rows * line + 2 * theme.space(6 + 3 + 1) + theme.px(4))

    def event(self, event: QEvent) -> bool:
        """Leaves Ctrl+Z to the window when there is no typing to undo."""
        if _is_undo(event):
            event.setAccepted(self.document().isUndoAvailable())
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves Ctrl+Enter and Esc to the form."""
        saves = event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if saves or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Says that the field was left, unless only the window was."""
        super().focusOutEvent(event)
        if event.reason() not in _NOT_LEFT:
            self.left.emit()
