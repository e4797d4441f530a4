"""What stands in the place of the list of backups before one goes back to one of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.backups import Weighed
from counter.records.here import Here
from counter.records.when import say_clock, say_day
from counter.ui.texts import backups as words
from counter.ui.theme import Role, Tone
from counter.ui.widgets.bands import OpenBand
from counter.ui.widgets.buttons import ENTER, Action
from counter.ui.widgets.form import FormFrame
from counter.ui.widgets.form_edges import FormSpec
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import clear

_SPEC: Final = FormSpec(
    name="go_back_form",
    title=words.GO_BACK,
    key="",
    foot=words.GO_BACK_FOOT,
    save=Action(name="go_back", label=words.GO_BACK_SAVE, key=words.GO_BACK_KEY),
)


class GoBackForm(FormFrame):
    """What the backup holds and what would be lost; `confirmed(Weighed)` to go back to it, `left(Weighed)` not to.

    Only Ctrl+Enter or the button does: Enter opened this.
    """

    confirmed = Signal(object)
    left = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_SPEC, parent)
        self._weighed: Weighed | None = None
        self.saved.connect(self._confirm)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._holds = Text("", Role.STRONG, parent=self)
        self._lost = OpenBand("lost", parent=self)
        self._nothing = Text(words.NOTHING_SINCE, parent=self)
        self._lines = QVBoxLayout()
        for part in (self._holds, self._nothing, self._lost):
            self.body.addWidget(part)
        self.body.addLayout(self._lines)
        self._kept, self._closes = (
            Text(sentence, Role.BODY, Tone.QUIET, parent=self) for sentence in (words.KEPT, words.AND_CLOSES)
        )
        for part in (self._kept, self._closes):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_weighed(self, weighed: Weighed, here: Here) -> None:
        """The newest of what would be lost, and how many more."""
        self.leave()
        self._weighed, loss = weighed, weighed.loss
        self._head.set_title(words.TAKE_IN if weighed.source.is_dir() else words.GO_BACK)
        self._holds.set_text(words.holds(moment(weighed, here), weighed.people, weighed.entries))
        self._nothing.setVisible(not loss.entries and loss.known)
        self._kept.set_text(words.KEPT if loss.known else words.KEPT_ASIDE)
        self._closes.setVisible(loss.known)
        self._lost.setVisible(loss.entries > 0)
        self._lost.set_words(words.since(loss.entries), words.STRANGE if loss.strange else "")
        clear(self._lines)
        for at, sentence in loss.newest:
            day = say_day(at.astimezone(here.zone).date(), here.today)
            self._line(f"{day}, {say_clock(at, here.zone)}: {sentence}")
        left = loss.entries - len(loss.newest)
        if left and loss.newest:
            self._line(words.and_more(left))
        self.show_problem("", "")
        self.set_save(foot=words.GO_BACK_FOOT)

    def leave(self) -> None:
        """What was shown is not gone back to."""
        weighed, self._weighed = self._weighed, None
        if weighed is not None:
            self.left.emit(weighed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plain Enter is not enough."""
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        if self._weighed is not None:
            self.confirmed.emit(self._weighed)

    def _line(self, words: str) -> None:
        self._lines.addWidget(Text(words, parent=self))


def moment(weighed: Weighed, here: Here) -> str:
    """When a backup was made, in the shop's zone; empty where the file doesn't tell."""
    if weighed.at is None:
        return ""
    return f"{say_day(weighed.at.astimezone(here.zone).date(), here.today)}, {say_clock(weighed.at, here.zone)}"
