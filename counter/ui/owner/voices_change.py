"""What this week changes, and whether last week's change helped."""

from __future__ import annotations

from PySide6.QtCore import Signal

from counter.ui.owner.voices_parts import SmallForm
from counter.ui.texts import voices as words
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec, LineField
from counter.ui.widgets.themed import present


class ChangeForm(SmallForm):
    """`saved` as any small form; `answered(key)` as soon as it is said whether last week's change helped."""

    answered = Signal(str)

    def __init__(self) -> None:
        change = LineField(FieldSpec(name="change", label=words.CHANGE, hint=words.CHANGE_HINT, bare=True))
        save = Action(name="keep_change", label=words.SAVE_CHANGE, key=words.SAVE_CHANGE_KEY)
        super().__init__("change_panel", words.CHANGE, [change], save)
        choices = [Choice(key, label) for key, label in words.HELPED.items()]
        self.helped = ChoiceField(FieldSpec(name="helped", label=words.DID_IT_HELP, bare=True), choices)
        self.helped.changed.connect(self._answer)
        self.body.insertWidget(self.body.indexOf(self.above) + 1, self.helped)

    def show_last(self, change: str, helped: str) -> None:
        """Last week's change with what was said of it; nothing where nothing was decided."""
        self.say_above(words.asked(change) if change else "")
        present(self.helped, shown=bool(change))
        self.helped.set_value(helped)

    def _answer(self) -> None:
        self.answered.emit(self.helped.value())
