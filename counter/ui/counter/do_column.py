"""Do: the suggested extra, the keys, and the slip."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.card import CustomerCard, OpenKind, SuggestionState, SuggestionView
from counter.records.countries import MoneyStyle
from counter.records.entries import GivenGesture
from counter.records.money import say_money
from counter.ui.counter.moment import Moment
from counter.ui.texts import card as card_words
from counter.ui.texts import counter as words
from counter.ui.texts import gestures as gesture_words
from counter.ui.texts.keys import KEYS
from counter.ui.theme import Role, Tone
from counter.ui.widgets.buttons import Action, ActionButton, ButtonStyle
from counter.ui.widgets.chips import ChipRow, Choice
from counter.ui.widgets.keylist import KeyLine
from counter.ui.widgets.panels import HoneyPanel
from counter.ui.widgets.text import Text


class SuggestionPanel(HoneyPanel):
    """Today's extra. `acted(name)`: given, another, not_today, why_not; `reaction(key)` when it was seen how it was
    taken, `left_for(reason)` when it is said why it was left for today.
    """

    acted = Signal(str)
    reaction = Signal(str)
    left_for = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("extra", parent)
        self.cost = Text("", Role.SMALL, Tone.QUIET, parent=self)
        self.body.addWidget(self.cost)
        self._buttons = {
            name: ActionButton(Action(name=name, label=label, key=key), style, parent=self)
            for name, label, key, style in (
                ("given", card_words.GIVEN, card_words.GIVEN_KEY, ButtonStyle.FILLED),
                ("another", card_words.ANOTHER, card_words.ANOTHER_KEY, ButtonStyle.QUIET),
                ("not_today", card_words.NOT_TODAY, card_words.NOT_TODAY_KEY, ButtonStyle.QUIET),
                ("why_not", gesture_words.WHY_NOT, KEYS["why_not"], ButtonStyle.QUIET),
            )
        }
        for button in self._buttons.values():
            button.clicked.connect(self._pressed)
            self.body.addWidget(button)
        self.reactions = ChipRow("reactions", card_words.HOW_TAKEN, parent=self)
        self.reactions.set_choices([Choice(key, label) for key, label in words.REACTIONS])
        self.reactions.changed.connect(self._reacted)
        self.reasons = ChipRow("reasons", gesture_words.LEFT_WHY, parent=self)
        self.reasons.set_choices([Choice(why, why) for why in gesture_words.LEFT_FOR])
        self.reasons.changed.connect(self._left)
        for row in (self.reactions, self.reasons):
            self.body.addWidget(row)
        self.state: SuggestionState | None = None
        self._before: GivenGesture | None = None
        self.show_nobody()

    def show_nobody(self) -> None:
        """Nobody is open."""
        self.state = self._before = None
        self._offer()
        self.show_none(card_words.NOBODY_OPEN, card_words.NOBODY_OPEN_WHY)

    def show_view(self, view: SuggestionView, money: MoneyStyle) -> None:
        """Shows where today's extra stands for the person who is open."""
        self.state, self._before = view.state, view.before
        costs = view.state is SuggestionState.SUGGESTED
        if view.state is SuggestionState.SUGGESTED:
            self._offer("given", "another", "not_today")
            kind = card_words.extra_kind(goodwill=view.goodwill, ask_first=view.ask_first)
            say = card_words.say(view.say) if view.say else ""
            self.show_extra(kind, view.title, view.because, say)
        elif view.state is SuggestionState.GIVEN:
            self._offer(taken=True)
            given = view.given
            self.show_done(words.EXTRA_GIVEN, given.title if given else view.title, card_words.HOW_TAKEN)
            self.reactions.choose([given.reaction] if given and given.reaction else [])
        else:
            skipped = view.state is SuggestionState.SKIPPED
            self._offer("another" if view.can_ask else "", "why_not")
            title = words.SKIPPED if skipped else view.because.rstrip(".") or card_words.NAME_IS_ENOUGH
            self.show_none(title, (view.because or words.SKIPPED_WHY) if skipped else "")
            self.reasons.choose([view.because] if view.because in gesture_words.LEFT_FOR else [])
        cost = say_money(view.cost, money) if view.cost else ""
        left = say_money(view.left, money) if view.left else ""
        self.cost.show_text(gesture_words.cost_and_left(cost, left) if costs else "")

    def go_to_reactions(self) -> bool:
        """The keyboard to the reactions, to today's extra or else to the last one; False when nothing is to be said."""
        if self.state is not SuggestionState.GIVEN:
            if self._before is None:
                return False
            self.cost.show_text(card_words.how_was(self._before.title))
            self.reactions.choose([])
            self.reactions.show()
        self.reactions.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def go_to_reasons(self) -> None:
        """The keyboard to why it was left for today."""
        self.reasons.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _offer(self, *names: str, taken: bool = False) -> None:
        asked_for = "given" not in names
        label = card_words.SUGGEST_ONE if asked_for else card_words.ANOTHER
        self._buttons["another"].set_action(Action(name="another", label=label, key=card_words.ANOTHER_KEY))
        for name, button in self._buttons.items():
            button.setVisible(name in names)
        self.reactions.setVisible(taken)
        self.reasons.setVisible("why_not" in names and self.state is SuggestionState.SKIPPED)
        self.cost.show_text("")

    def _pressed(self) -> None:
        self.acted.emit(self.sender().objectName())

    def _reacted(self, keys: tuple[str, ...]) -> None:
        if keys:
            self.reaction.emit(keys[0])

    def _left(self, reasons: tuple[str, ...]) -> None:
        if reasons:
            self.left_for.emit(reasons[0])


def lines_for_card(card: CustomerCard, moment: Moment) -> list[KeyLine]:
    """What can be done for the person who is open; F6 says how much is."""
    badge = str(len(card.open)) if card.open else ""
    lines = [
        KeyLine(name=name, key=KEYS[name], label=label, tail=tail, badge=badge if name == "tell" else "")
        for name, label, tail in card_words.DOES_CARD
    ]
    if card.credit:
        left = say_money(card.credit, moment.money)
        lines.append(KeyLine(name="credit", key=KEYS["credit"], label=card_words.USE_CREDIT, tail=f"· {left}"))
    lines.append(KeyLine(name="own_idea", key=KEYS["own_idea"], label=card_words.OWN_IDEA))
    return lines


def lines_for_today() -> list[KeyLine]:
    """What can be done while nobody is open."""
    return [KeyLine(name=name, key=KEYS[name], label=label, tail=tail) for name, label, tail in card_words.DOES_TODAY]


class SlipButton(QWidget):
    """The one next step when everything else is done, and whom it is for. `pressed` when it is pressed."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._paper = ""
        action = Action(name="slip", label=card_words.THANK_YOU_SLIP, key=card_words.SLIP_KEY)
        self._button = ActionButton(action, ButtonStyle.FILLED, large=True, parent=self)
        self._button.clicked.connect(self.pressed)
        self._line = Text("", Role.SMALL, Tone.QUIET, lines=2, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._button)
        column.addWidget(self._line)
        self.show_nobody()

    def show_card(self, card: CustomerCard, moment: Moment) -> None:
        """For this person, in the shop's language unless they have one."""
        language = moment.slip_language(card.customer.language)
        untold = any(item.kind is OpenKind.UNTOLD for item in card.open)
        label = card_words.SLIP_WHAT_WE_DID if untold else card_words.THANK_YOU_SLIP
        self._button.set_action(Action(name="slip", label=label, key=card_words.SLIP_KEY))
        self._line.set_text(words.slip_for(card.customer.spoken, language, moment.paper))
        for part in (self._button, self._line):
            part.show()

    def show_nobody(self) -> None:
        """Nobody is open: there is nobody to thank."""
        for part in (self._button, self._line):
            part.hide()
