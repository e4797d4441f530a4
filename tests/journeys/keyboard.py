"""A cashier's hands: only keys, into whatever has the focus."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

Key = Qt.Key
PLAIN, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
FARTHEST = 80


class Keyboard:
    """Types and presses; `tab_to` and `choose` find their way by what a screen reader would say."""

    def __init__(self, qtbot, window):
        self._qtbot, self.window = qtbot, window

    @property
    def focus(self):
        return self.window.focusWidget()

    def type(self, text):
        self._qtbot.keyClicks(self.focus, text)

    def press(self, key, modifier=PLAIN):
        self._qtbot.keyClick(self.focus, key, modifier)
        # Between two keys of a hand the window always comes to itself, and what it let go of goes.
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def save(self):
        self.press(Key.Key_Return, CTRL)

    def tab_to(self, said):
        """Tab until the focus is on something whose spoken name holds these words."""
        for _ in range(FARTHEST):
            if said in self.focus.accessibleName():
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab leads to nothing that is called “{said}”")

    def choose(self, group, said):
        """Tab into a group of choices, arrows to one of them, Space where the arrows did not tick it."""
        for _ in range(FARTHEST):
            if any(group in parent.accessibleName() for parent in _parents(self.focus)):
                break
            self.press(Key.Key_Tab)
        while said not in self.focus.accessibleName() and self._moved(Key.Key_Left):
            pass
        for _ in range(FARTHEST):
            if said in self.focus.accessibleName():
                break
            self.press(Key.Key_Right)
        else:
            raise AssertionError(f"no arrow leads to “{said}” in “{group}”")
        if not self.focus.isChecked():
            self.press(Key.Key_Space)

    def _moved(self, key):
        before = self.focus
        self.press(key)
        return self.focus is not before


def _parents(widget):
    while widget is not None:
        yield widget
        widget = widget.parentWidget()

