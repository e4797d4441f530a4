"""What is asked of a chat that was read from a file: who in it is the shop, and which messages are wanted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.office.reading_voices import Which
from counter.ui.texts import ways_back as words
from counter.ui.theme import Theme, current
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec
from counter.ui.widgets.themed import Themed, tall_as_needed

_NONE, _MOST = "none", 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatShown:
    """Who wrote in it, most first; who of them is the shop (empty: none, None: nobody said so yet); what is wanted."""

    senders: tuple[str, ...]
    ours: str | None
    which: Which = Which.ALL


class ChatPart(Themed, QWidget):
    """`ours_said(name)`, empty for none of them; `which_said(Which)`."""

    ours_said = Signal(str)
    which_said = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tall_as_needed(self)
        self._senders: tuple[str, ...] = ()
        self.who = ChoiceField(FieldSpec(name="who_is_us", label=words.US, hint=words.US_HINT), [])
        choices = [Choice(which, words.WHICH_ONES[which]) for which in Which]
        self.which = ChoiceField(FieldSpec(name="which_messages", label=words.WHICH), choices)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for field in (self.who, self.which):
            self._column.addWidget(field)
        self.who.changed.connect(self._say_who)
        self.which.changed.connect(self._say_which)
        self.hide()
        self.restyle(current())

    def unsaid(self) -> bool:
        """Whether it still has to be said who is the shop."""
        return not self.isHidden() and not self.who.isHidden() and not self.who.value()

    def show_chat(self, chat: ChatShown | None) -> None:
        """Nothing for what is no chat."""
        self.setVisible(chat is not None)
        if chat is None:
            return
        several = len(chat.senders) > 1 or bool(chat.ours)
        senders = chat.senders[:_MOST]
        if chat.ours and chat.ours not in senders:
            senders = (*senders[:-1], chat.ours)
        if senders != self._senders:
            self._senders = senders
            names = [Choice(str(number), name) for number, name in enumerate(self._senders)]
            self.who.editor.set_choices([*names, Choice(_NONE, words.NOBODY_IS_US)])
        self.who.setVisible(several)
        self.who.set_value(self._key(chat.ours))
        self.which.set_value(chat.which)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._column.setSpacing(theme.space(10))

    def _key(self, ours: str | None) -> str:
        if ours in self._senders:
            return str(self._senders.index(ours))
        return "" if ours is None else _NONE

    def _say_who(self) -> None:
        key = self.who.value()
        if key:
            self.ours_said.emit("" if key == _NONE else self._senders[int(key)])

    def _say_which(self) -> None:
        if self.which.value():
            self.which_said.emit(Which(self.which.value()))
