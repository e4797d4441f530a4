"""The empty chair on the screen: one customer's words, large; two others that may sit there; the card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from counter.records.report import ReportLine, Voice
from counter.ui.owner.actions import own
from counter.ui.owner.page import EmptyNote
from counter.ui.owner.voices_parts import VoiceList
from counter.ui.texts import voices as words
from counter.ui.theme import Mode, Role, Tone
from counter.ui.widgets.buttons import ActionButton
from counter.ui.widgets.entries import EntryLine, EntryList
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.text import Text


class ChairPanel(Panel):
    """`chosen(words)` when another voice shall sit there, `card` to print it, `opened(thing, id)` for its record."""

    chosen = Signal(object)
    card = Signal()
    opened = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chair_panel", parent=parent)
        self.add_heading(words.CHAIR)
        self._sub = Text(words.CHAIR_SUB, Role.SMALL, Tone.QUIET, parent=self)
        self._nobody = EmptyNote(self)
        self.sits = VoiceList("chair", words.CHAIR, self)
        self._or = Text(words.CHAIR_OTHERS, Role.LABEL, Tone.QUIET, parent=self)
        self.others = EntryList("chair_others", words.CHAIR_OTHERS, self)
        self._why_not = EmptyNote(self)
        self.print_card = ActionButton(own("print_card", words.PRINT_CARD), parent=self)
        for part in (self._sub, self._nobody, self.sits, self._or, self.others, self._why_not):
            self.body.addWidget(part)
        self.body.addWidget(self.print_card, 0, Qt.AlignmentFlag.AlignLeft)
        self.sits.opened.connect(self.opened)
        self.others.opened.connect(self.chosen)
        self.print_card.clicked.connect(self.card)

    def show_chair(self, line: ReportLine | None, offered: Sequence[Voice], *, may_choose: bool) -> None:
        """Who sits there, and who may; while the week runs nothing is chosen yet."""
        others = [voice for voice in offered if line is not None and voice.words != line.words] if may_choose else []
        self.sits.set_lines([line] if line else [], Role.VOICE_LARGE)
        self.sits.setVisible(line is not None)
        self._nobody.explain(words.CHAIR_EMPTY, [line] if line else [])
        self.others.set_lines([EntryLine(key=voice.words, text=voice.words) for voice in others[:2]])
        for part in (self._or, self.others):
            part.setVisible(bool(others))
        self.print_card.setVisible(line is not None and may_choose)
        self._why_not.explain(words.NO_DECISIONS, [] if line and not may_choose else [None])

    def start(self) -> bool:
        """The focus on the voice in the chair; False where nobody sits."""
        self.sits.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.sits.focusProxy() is not None

    def set_mode(self, mode: Mode) -> None:
        """Where there is least room, the explaining line goes."""
        self._sub.setVisible(mode is not Mode.NARROW)
