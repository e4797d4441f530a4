"""The right column: today's extra, the keys, the slip."""
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.card import SuggestionState, SuggestionView
from counter.ui.texts import card as words
from counter.ui.texts import front
from counter.ui.theme import Role, Tone
from counter.ui.widgets.buttons import Action, ActionButton, ButtonStyle
from counter.ui.widgets.panels import HoneyPanel
from counter.ui.widgets.text import Text

CHOICES = (
    ("given", words.GIVEN, words.GIVEN_KEY, ButtonStyle.FILLED),
    ("another", words.ANOTHER, words.ANOTHER_KEY, ButtonStyle.QUIET),
    ("not_today", words.NOT_TODAY, words.NOT_TODAY_KEY, ButtonStyle.QUIET),
)


class Extra(HoneyPanel):
    """The suggestion with its three answers. `acted(name)` is given, another or not_today."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("extra", parent)
        self._buttons: dict[str, ActionButton] = {}
        for name, label, key, style in CHOICES:
            button = ActionButton(Action(name=name, label=label, key=key), style)
            button.clicked.connect(self._pressed)
            self._buttons[name] = button
            self.body.addWidget(button)
        self.show_nobody()

    def show_nobody(self) -> None:
        """Nobody open."""
        self.show_none(words.NOBODY_OPEN, words.NOBODY_OPEN_WHY)
        self._offer()

    def show_suggestion(self, view: SuggestionView) -> None:
        """What was drawn for today, or that their name is enough."""
        if view.state is SuggestionState.SUGGESTED:
            kind = words.GOODWILL if view.goodwill else words.ONE_SMALL_EXTRA
            self.show_extra(kind, view.title, view.because, words.say(view.say) if view.say else "")
            self._offer("given", "another", "not_today")
        elif view.state is SuggestionState.GIVEN:
            self.show_none(front.ALREADY, view.title)
            self._offer()
        else:
            self.show_none(words.NAME_IS_ENOUGH, view.because)
            self._offer(*(("another",) if view.can_ask else ()))

    def _offer(self, *names: str) -> None:
        for name, button in self._buttons.items():
            button.setVisible(name in names)

    def _pressed(self) -> None:
        self.acted.emit(self.sender().objectName())


class SlipFoot(QWidget):
    """The one next step of the right column, and what becomes of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = ActionButton(
            Action(name="slip", label=words.THANK_YOU_SLIP, key=words.SLIP_KEY), ButtonStyle.FILLED, large=True
        )
        self._line = Text(front.SLIP_FOR, Role.SMALL, Tone.QUIET, lines=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.button)
        column.addWidget(self._line)

    def say(self, sentence: str) -> None:
        """What became of the last slip."""
        self._line.set_text(sentence)
