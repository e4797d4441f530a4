"""A tag that is pressed, by mouse or by key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMargins, QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from counter.ui.theme import Tone
from counter.ui.widgets.buttons import Pressable
from counter.ui.widgets.panels import Tag
from counter.ui.widgets.themed import Box

_LINE: Final = 1
_AROUND: Final = QMargins(_LINE, _LINE, _LINE, _LINE)


class TagButton(Pressable):
    """A tag's words on a tag's ground; a hairline round it while the mouse is over it. Emits `clicked`."""

    def __init__(self, name: str, words: str, tone: Tone = Tone.QUIET, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._tag = Tag(words, tone, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(_LINE, _LINE, _LINE, _LINE)
        row.addWidget(self._tag)
        self.hold(self._tag)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_tag(words, tone)

    def set_tag(self, words: str, tone: Tone = Tone.QUIET) -> None:
        """Other words on the same button, so that the focus stays."""
        self._tag.set_tag(words, tone)
        self.setAccessibleName(words)

    def minimumSizeHint(self) -> QSize:
        """As its tag's."""
        return self._tag.minimumSizeHint().grownBy(_AROUND)

    def sizeHint(self) -> QSize:
        """As its tag's."""
        return self._tag.sizeHint().grownBy(_AROUND)

    def box(self) -> Box:
        """Only what tells that it can be pressed: its tag paints the ground."""
        return Box(border=Tone.EDGE if self.underMouse() else None, radius=4)
