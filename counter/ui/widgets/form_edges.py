"""The head and the foot of a form, and what a form is told before it is built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.buttons import Action, ActionButton, ButtonStyle
from counter.ui.widgets.icons import Icon, IconMark
from counter.ui.widgets.keycap import KeyCap
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, margins

FOOT_GAP: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSpec:
    """A form before it is built; `foot` is the quiet sentence beside Save (“Esc keeps a draft”)."""

    name: str
    title: str
    key: str
    save: Action
    foot: str = ""


class FormHead(Themed, QWidget):
    """Title and key; at the end what became of a draft."""

    def __init__(self, spec: FormSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self._pencil = IconMark(Icon.PENCIL, Tone.QUIET, 16, self)
        self.draft = Text("", Role.SMALL, Tone.QUIET, lines=1, parent=self)
        self._row = QHBoxLayout(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._title = Text(spec.title, Role.TITLE, lines=1, parent=self)
        self._row.addWidget(self._title)
        self._cap = KeyCap(spec.key, parent=self)
        self._row.addWidget(self._cap, 0, middle)
        self._row.addStretch(1)
        self._row.addWidget(self._pencil, 0, middle)
        self._row.addWidget(self.draft, 0, middle)
        self._narrow = False
        self.say("", narrow=False)
        self.restyle(current())

    def set_title(self, title: str) -> None:
        """Another title, where a form is for more than one thing."""
        self._title.set_text(title)

    def say(self, sentence: str, *, narrow: bool) -> None:
        """Shows the note, unless there is no room for it: the title comes first."""
        self._narrow = narrow
        self.draft.set_text(sentence)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for the note, or none."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        parts = (self._title, self._cap, self._pencil, self.draft)
        taken = sum(max(part.sizeHint().width(), part.minimumWidth()) for part in parts)
        room = self.width() - self._row.contentsMargins().right() - 4 * self._row.spacing()
        shown = bool(self.draft.text()) and not self._narrow and taken <= room
        for part in (self._pencil, self.draft):
            part.setVisible(shown)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        margins(self._row, theme, (0, 0, 16, 0))
        self._row.setSpacing(theme.space(10))


class FormFoot(Themed, QWidget):
    """Save, and a sentence beside it."""

    def __init__(self, spec: FormSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self._apart = False
        self.save = ActionButton(spec.save, ButtonStyle.FILLED, parent=self)
        self._note = Text(spec.foot, Role.SMALL, Tone.QUIET, parent=self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.save)
        self._row.addWidget(self._note, 1, Qt.AlignmentFlag.AlignVCenter)
        self.restyle(current())

    def set_apart(self, *, apart: bool) -> None:
        """Whether it stands under the frame instead of in it."""
        self._apart = apart
        self.restyle(current())

    def say(self, sentence: str, tone: Tone = Tone.QUIET) -> None:
        """The sentence beside Save."""
        self._note.set_look(tone=tone)
        self._note.set_text(sentence)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._row.setContentsMargins(0, theme.space(FOOT_GAP) if self._apart else 0, 0, 0)
        self._row.setSpacing(theme.space(12))
