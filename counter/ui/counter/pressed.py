"""What a key means now: some the window answers itself, the others it hands on."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from counter.records.card import CustomerCard
from counter.ui.counter.find_column import FindColumn
from counter.ui.counter.keys import NEEDS_PERSON
from counter.ui.counter.middle import Middle
from counter.ui.counter.right import Right
from counter.ui.counter.slip_panel import SlipPanel
from counter.ui.texts import counter as words
from counter.ui.widgets.messages import MessageBar


class Window(Protocol):
    """What is asked of the counter window."""

    left: FindColumn
    middle: Middle
    right: Right
    message: MessageBar
    card: CustomerCard | None
    acted: SignalInstance
    closed: SignalInstance
    put_away: SignalInstance
    new_person: SignalInstance

    def form(self) -> QWidget | None:
        """The form that is open."""

    def say_problem(self, sentence: str) -> None:
        """What could not be done."""


class Pressed(QObject):
    """Decides for a counter window what becomes of a key or button."""

    def __init__(self, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window

    def press(self, name: str) -> None:
        """One action of the table: done here, refused with a sentence, or handed on as `acted(name)`."""
        window = self._window
        form = window.form()
        if name in NEEDS_PERSON and window.card is None:
            window.say_problem(words.FIND_FIRST)
        elif name == "circumstances":
            window.middle.go_to_circumstances()
        elif name == "reaction":
            if not window.right.extra.go_to_reactions():
                window.say_problem(words.NOTHING_GIVEN)
        elif name in ("draft", "drop_draft"):
            self._draft(name)
        elif name == "new_person":
            window.new_person.emit(window.left.text())
        elif name == "slip" and isinstance(form, SlipPanel):
            form.print_now()
        else:
            window.acted.emit(name)

    def _draft(self, name: str) -> None:
        row = self._window.middle.first_draft()
        if row is None:
            self._window.say_problem(words.NOTHING_HALF_WRITTEN)
        elif name == "draft":
            row.take_up()
        elif not row.throw():
            self._window.message.note(words.THROW_IT)

    def edit(self) -> None:
        """The person's name and contacts are to be edited."""
        self.press("edit_person")

    def in_form(self) -> bool:
        """Whether the keyboard is in the form, so that letters are the form's."""
        return self._window.middle.place.holds(QApplication.focusWidget())

    def escape(self) -> None:
        """One step back: the form, then the card, then what was typed."""
        window = self._window
        if window.form() is not None:
            window.middle.place.leave()
        elif window.card is not None:
            window.left.search.setFocus()
            window.closed.emit()
        else:
            window.left.search.setFocus()
            window.left.empty()
