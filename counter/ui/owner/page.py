"""What all pages of the owner's window share: a heading with actions, and a body."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.buttons import Action, ActionButton
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, present


class Heading(Themed, QWidget):
    """A large title, a quiet line under it, and buttons at the end."""

    def __init__(self, title: str, sub: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row, self._words, self._buttons = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._narrow = False
        self.title = Text(title, Role.NAME, lines=1, parent=self)
        self.sub = Text("", Role.BODY, Tone.QUIET, parent=self)
        self.say(sub)
        self._words.addWidget(self.title)
        self._words.addWidget(self.sub)
        self._row.addLayout(self._words, 1)
        self._row.addLayout(self._buttons)
        self.restyle(current())

    def add(self, button: ActionButton) -> None:
        """A button at the end of the heading."""
        self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)

    def say(self, sentence: str) -> None:
        """The quiet line under the title."""
        self.sub.set_text(sentence)
        present(self.sub, shown=bool(sentence) and not self._narrow)

    def set_mode(self, mode: Mode) -> None:
        """Smaller, and the title alone, where there is least room."""
        self._narrow = mode is Mode.NARROW
        self.title.set_look(role=Role.TITLE if self._narrow else Role.NAME)
        self.say(self.sub.text())

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._words.setSpacing(0)
        self._row.setSpacing(theme.space(12))
        self._buttons.setSpacing(theme.space(8))


class Page(Themed, QWidget):
    """One page: a heading over a `body`. The window tells it how much room there is by `set_mode`."""

    def __init__(self, name: str, title: str, sub: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"page_{name}")
        self.setAccessibleName(title)
        self.name, self.mode = name, Mode.WIDE
        self.heading = Heading(title, sub, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.heading)
        self.body = QVBoxLayout()
        self._column.addLayout(self.body, 1)
        self.restyle(current())

    def set_mode(self, mode: Mode) -> None:
        """How much room there is from now on."""
        self.mode = mode
        self.heading.set_mode(mode)

    def new(self) -> None:
        """Begins a new entry, where the page has such (Ctrl+N)."""

    def ask_for(self, _wish: str) -> bool:
        """Does what Ctrl+P (“print”) or Ctrl+S (“save”) means on this page; False where it has nothing of its own."""
        return False

    def form_is_open(self) -> bool:
        """Whether something is being typed here that is not saved."""
        return False

    def refuse(self, sentence: str, field: str = "") -> None:
        """What was typed can't be taken: a sentence beside its field, or at the foot of the form."""

    def start(self) -> None:
        """Puts the focus where work on this page begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._column.setSpacing(theme.space(12))
        self.body.setSpacing(theme.space(10))


def button(page: Page, action: Action) -> ActionButton:
    """A button in the heading of a page."""
    made = ActionButton(action, parent=page)
    page.heading.add(made)
    return made


class EmptyNote(Text):
    """What will stand in an empty place; gone when there is something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Role.BODY, Tone.QUIET, parent=parent)
        self.hide()

    def explain(self, sentence: str, rows: Sequence[object]) -> None:
        """Says the sentence when there are no rows."""
        self.set_text(sentence)
        present(self, shown=not rows)
