"""Two parts of the page of one customer: what they agree to, and being forgotten, in two steps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from counter.ui.owner.actions import own
from counter.ui.texts import one_person as words
from counter.ui.theme import Role
from counter.ui.widgets.buttons import ActionButton
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec, LineField
from counter.ui.widgets.panels import Panel


class ConsentPart(Panel):
    """`noted(values)`: purpose, wording, and what they say."""

    noted = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("consent_part", parent=parent)
        self.add_heading(words.CONSENT, Role.LABEL)
        self.purpose = LineField(FieldSpec(name="purpose", label=words.CONSENT_FOR, hint=words.CONSENT_FOR_HINT))
        self.wording = LineField(FieldSpec(name="wording", label=words.CONSENT_WORDS))
        answers = [Choice("yes", words.YES), Choice("no", words.NO)]
        self.says = ChoiceField(FieldSpec(name="says", label=words.CONSENT_SAYS), answers)
        self.keep = ActionButton(own("keep_consent", words.KEEP_CONSENT), parent=self)
        for field in (self.purpose, self.wording, self.says):
            self.body.addWidget(field)
        self.body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self.keep.clicked.connect(self._note)

    def clear(self) -> None:
        """Nothing typed."""
        for field in (self.purpose, self.wording, self.says):
            field.set_value("")
            field.show_problem("")

    def refuse(self, sentence: str, field: str) -> None:
        """A sentence beside its field."""
        {"wording": self.wording}.get(field, self.purpose).show_problem(sentence)

    def _note(self) -> None:
        self.purpose.show_problem("" if self.purpose.value().strip() else words.CONSENT_EMPTY)
        self.says.show_problem("" if self.says.value() else words.SAYS_EMPTY)
        if not self.purpose.problem() and not self.says.problem():
            values = {"purpose": self.purpose.value(), "wording": self.wording.value(), "says": self.says.value()}
            self.noted.emit(values)


class ForgetPart(Panel):
    """`sure(way)` after the second press: the first one only shows what will be done."""

    sure = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("forget_part", parent=parent)
        self.begin = ActionButton(own("forget", words.FORGET), parent=self)
        ways = [Choice(key, label) for key, label in words.WAYS]
        self.way = ChoiceField(FieldSpec(name="forget_way", label=words.FORGET_HOW, hint=words.NO_WAY_BACK), ways)
        self.for_good = ActionButton(own("forget_for_good", words.FOR_GOOD), parent=self)
        self.body.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.way)
        self.body.addWidget(self.for_good, 0, Qt.AlignmentFlag.AlignLeft)
        self.begin.clicked.connect(self._ask)
        self.for_good.clicked.connect(self._forget)
        self.clear()

    def clear(self) -> None:
        """Nothing is asked."""
        self.way.set_value("")
        self.way.show_problem("")
        self._show(asking=False)

    def _ask(self) -> None:
        self._show(asking=True)
        self.way.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, asking: bool) -> None:
        self.begin.setVisible(not asking)
        self.way.setVisible(asking)
        self.for_good.setVisible(asking)

    def _forget(self) -> None:
        if self.way.value():
            self.sure.emit(self.way.value())
        else:
            self.way.show_problem(words.WAY_EMPTY)
