"""Two records side by side, and what is to hold of each."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.countries import MoneyStyle
from counter.records.here import Here
from counter.records.merging import FIELDS, Couple, Side
from counter.records.money import say_money
from counter.records.when import say_day
from counter.ui.texts import same_person as words
from counter.ui.theme import Mode, Role, Tone
from counter.ui.widgets.buttons import ENTER, Action, ActionButton
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec
from counter.ui.widgets.form import Abreast, FormFrame
from counter.ui.widgets.form_edges import FormSpec
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import clear

KEPT, OTHER = "kept", "other"
_SPEC: Final = FormSpec(
    name="same_person_form", title=words.TITLE, key="", foot=words.FOOT,
    save=Action(name="join", label=words.SAVE, key=words.SAVE_KEY),
)  # fmt: skip


class SidePanel(Panel):
    """One record as it stands."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.title = Text("", Role.ROW, parent=self)
        self._lines = QVBoxLayout()
        self.body.addWidget(self.title)
        self.body.addLayout(self._lines)

    def show_side(self, side: Side, here: Here, money: MoneyStyle) -> None:
        """Name, how often and when last, how to reach them, what is known and what hangs on it."""
        self.title.set_text(side.name or words.NO_NAME)
        clear(self._lines)
        last = say_day(side.last_visit, here.today) if side.last_visit else ""
        facts = (words.visits(side.visits, last), words.behind(side.things))
        left = (words.credit(say_money(side.credit, money)),) if side.credit else ()
        for sentence in (*facts, *left):
            self._lines.addWidget(Text(sentence, Role.BODY, Tone.QUIET, parent=self))
        for known in (*side.contacts, *side.facts):
            self._lines.addWidget(Text(known, Role.BODY, parent=self))


class SamePersonForm(FormFrame):
    """Only Ctrl+Enter or the button puts together: Enter opened this. `two` says that they are two persons."""

    two = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_SPEC, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._why = Text("", Role.STRONG, parent=self)
        self._one, self._other = SidePanel("kept_side", self), SidePanel("other_side", self)
        self._sides = Abreast(self._one, self._other, parent=self)
        self._choose = Text(words.CHOOSE, Role.BODY, Tone.QUIET, parent=self)
        for part in (self._why, self._sides, self._choose):
            self.body.addWidget(part)
        self._choices = {
            name: self.add(ChoiceField(FieldSpec(name=name, label=words.LABELS[name]), ())) for name in FIELDS
        }
        self.body.addWidget(Text(words.STAYS, Role.BODY, Tone.QUIET, parent=self))
        self.apart = ActionButton(Action(name="two", label=words.TWO, key=words.TWO_KEY), parent=self)
        self.body.addWidget(self.apart, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.apart.clicked.connect(self.two)
        keys = QShortcut(QKeySequence(words.TWO_KEY), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.two)

    def show_couple(self, couple: Couple, here: Here, money: MoneyStyle) -> None:
        """Both records; of each field that they fill in two ways, the one that stays is chosen to begin with."""
        self._why.set_text(couple.why[:1].upper() + couple.why[1:])
        self._why.setVisible(bool(couple.why))
        self._one.show_side(couple.kept, here, money)
        self._other.show_side(couple.other, here, money)
        for name, field in self._choices.items():
            differs = name in couple.differ
            field.setVisible(differs)
            if differs:
                pair = Choice(KEPT, couple.kept.fields[name]), Choice(OTHER, couple.other.fields[name])
                field.editor.set_choices(pair, [KEPT])
        self._choose.set_text(words.CHOOSE if couple.differ else words.NO_DIFFERENCE)
        self.show_problem("", "")
        self.set_save(foot=words.FOOT)

    def taken(self) -> frozenset[str]:
        """Fields of the other record that are to hold."""
        return frozenset(name for name, value in self.values().items() if value == OTHER)

    def set_mode(self, mode: Mode) -> None:
        """One above the other where room is short."""
        super().set_mode(mode)
        self._sides.set_stacked(stacked=mode is Mode.NARROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plain Enter is not enough."""
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
        else:
            super().keyPressEvent(event)
