"""Buttons that show their key."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.keycap import KeyCap
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Box, Themed, margins, paint_box, plain_tooltip, spoken, tall_as_needed

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something that can be done: object name, words, key.

    With `own`, its button answers the key by itself, wherever the keyboard is in the window, while it is in sight.
    """

    name: str
    label: str
    key: str = ""
    own: bool = False


class Pressable(Themed, QAbstractButton):
    """A button that paints a box and holds other widgets; Enter presses it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        tall_as_needed(self)

    def box(self) -> Box:
        """What is painted behind the content."""
        return Box(fill=Tone.SUNKEN if self.underMouse() else None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the box, if there is anything of it to be seen; children paint themselves."""
        box = self.box()
        if box.fill or box.border or box.bar:
            paint_box(self, QPainter(self), box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does; arrows are left to what holds the button."""
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def hold(self, *children: QWidget) -> None:
        """Lets presses on these children through to the button."""
        for child in children:
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class ButtonStyle(StrEnum):
    """Filled is the one next step of its part; quiet has no border; bare is quiet in bold green, as Undo."""

    FILLED = "filled"
    OUTLINED = "outlined"
    QUIET = "quiet"
    BARE = "bare"


_WORDS = {ButtonStyle.FILLED: Tone.ON_GREEN, ButtonStyle.BARE: Tone.GREEN}
_STRONG = (ButtonStyle.FILLED, ButtonStyle.BARE)


class ActionButton(Pressable):
    """Words at the start, key cap at the end. Emits `clicked`."""

    def __init__(
        self, action: Action, style: ButtonStyle = ButtonStyle.OUTLINED, *, large: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(action.name, parent)
        self._style, self._large = style, large
        self._own: QShortcut | None = None
        filled = style is ButtonStyle.FILLED
        role = Role.ROW if large else Role.STRONG if style in _STRONG else Role.BODY
        self._text = Text(action.label, role, _WORDS.get(style, Tone.INK), parent=self)
        self._cap = KeyCap(action.key, Tone.ON_GREEN if filled else Tone.QUIET, parent=self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hold(self._text, self._cap)
        self.set_action(action)
        self.restyle(current())

    def set_action(self, action: Action) -> None:
        """Other words and key; the object name stays."""
        self._text.set_text(action.label)
        self._cap.set_key(action.key)
        self.setAccessibleName(spoken(action.label, action.key))
        if action.own and self._own is None:
            self._own = QShortcut(QKeySequence(action.key), self)
            self._own.activated.connect(self.click)

    def set_why_not(self, sentence: str) -> None:
        """Switches it off and says why; an empty sentence switches it on again."""
        self.setEnabled(not sentence)
        self.setToolTip(plain_tooltip(sentence))
        self.setAccessibleDescription(sentence)
        self.update()

    def keep_whole(self, most: int = 0) -> None:
        """One line, as wide as its words; wider than `most` px they are elided, and whole in the tooltip."""
        self._text.set_look(lines=1)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        if most:
            self.setMaximumWidth(most)
            self.setToolTip(plain_tooltip(self._text.text()))

    def label(self) -> str:
        """The words on it."""
        return self._text.text()

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        side, top = (16, 11) if self._large else (8, 3) if self._style is ButtonStyle.OUTLINED else (12, 7)
        if self._style in (ButtonStyle.QUIET, ButtonStyle.BARE):
            side, top = 12, 3
        margins(self._row, theme, (side, top, side, top))
        self._row.setSpacing(theme.space(14))

    def box(self) -> Box:
        """Green, bordered or bare."""
        hover = self.underMouse() and self.isEnabled()
        if self._style is ButtonStyle.FILLED:
            return Box(fill=Tone.GREEN if self.isEnabled() else Tone.SUNKEN)
        if self._style is ButtonStyle.OUTLINED:
            return Box(fill=Tone.SUNKEN if hover else Tone.SURFACE, border=Tone.EDGE)
        return Box(fill=Tone.SUNKEN if hover else None)


class KeyHint(Pressable):
    """A key cap and a few quiet words after it, as at the foot of the window."""

    def __init__(self, action: Action, parent: QWidget | None = None) -> None:
        super().__init__(action.name, parent)
        cap = KeyCap(action.key, parent=self)
        text = Text(action.label, Role.SMALL, Tone.QUIET, lines=1, parent=self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(cap)
        self._row.addWidget(text)
        self.hold(cap, text)
        text.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(spoken(action.label, action.key))
        self.restyle(current())

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        margins(self._row, theme, (4, 2, 4, 2))
        self._row.setSpacing(theme.space(8))
