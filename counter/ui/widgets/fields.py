"""A field: label above, editor, one sentence below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.records.cleaning import unseen
from counter.ui.texts import common
from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.chips import ChipRow, Choice
from counter.ui.widgets.editors import LineEditor, LinesEditor, mark_problem
from counter.ui.widgets.icons import Icon, IconMark
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, tall_as_needed


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was understood (`meaning`, quiet), or what is wrong and what would be right (`problem`, red)."""

    problem: str = ""
    meaning: str = ""


Check = Callable[[str], Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """A field before it is built. `name` is its object name; `voice` sets the customer's own words in serif.

    A `bare` field has no label above, because a step's title or a field above says it; the label is still read aloud.
    """

    name: str
    label: str
    hint: str = ""
    placeholder: str = ""
    check: Check | None = None
    voice: bool = False
    rows: int = 3
    bare: bool = False


class Field(Themed, QWidget):
    """What all fields share. `changed` while typing, `left` when the focus went on, after the check."""

    changed = Signal()
    left = Signal()

    def __init__(self, spec: FieldSpec, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec, self.editor = spec, editor
        self._hint, self._problem = spec.hint, ""
        self.setObjectName(f"field_{spec.name}")
        self.setProperty("whole", "yes")
        tall_as_needed(self)
        self.label = Text(spec.label, Role.LABEL, Tone.QUIET, parent=self)
        self.label.setHidden(spec.bare or not spec.label)
        self._mark = IconMark(Icon.WARN, Tone.RED, 15, self)
        self._sentence = Text("", Role.SMALL, Tone.QUIET, parent=self)
        self._column, self._below = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._below.addWidget(self._mark)
        self._below.addWidget(self._sentence, 1)
        self._column.addWidget(self.label)
        self._column.addWidget(editor)
        self._column.addLayout(self._below)
        editor.setAccessibleName(spec.label)
        self.setFocusProxy(editor)
        self._say(spec.hint, wrong=False)
        self.restyle(current())

    def value(self) -> str:
        """What stands in it, as text."""
        raise NotImplementedError

    def set_value(self, value: str) -> None:
        """Puts something in, as from a draft; no signal."""
        raise NotImplementedError

    def problem(self) -> str:
        """The red sentence shown, if any."""
        return self._problem

    def validate(self) -> bool:
        """Checks now and shows the sentence; whether it may be saved."""
        verdict = self.spec.check(self.value()) if self.spec.check else Verdict()
        self._problem = verdict.problem
        quiet = " ".join(part for part in (self.left_out(), verdict.meaning) if part)
        self._say(verdict.problem or quiet or self._hint, wrong=bool(verdict.problem))
        return not self._problem

    def left_out(self) -> str:
        """What can't be seen in it and will not be kept, in a sentence."""
        number = unseen(self.value())
        return common.unseen(number) if number else ""

    def show_problem(self, sentence: str) -> None:
        """A problem found elsewhere, such as by a rule while saving. Gone when the field is checked next."""
        self._problem = sentence
        self._say(sentence or self._hint, wrong=bool(sentence))

    def set_hint(self, sentence: str) -> None:
        """Another quiet sentence below."""
        self._hint = sentence
        if not self._problem:
            self._say(sentence, wrong=False)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._column.setSpacing(theme.space(4))
        self._below.setSpacing(theme.space(6))

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self._mark.setVisible(wrong)
        self._sentence.set_look(tone=Tone.RED if wrong else Tone.QUIET)
        self._sentence.show_text(sentence)
        self.editor.setAccessibleDescription(sentence)
        mark_problem(self.editor, wrong=wrong)

    def _on_left(self) -> None:
        self.validate()
        self.left.emit()


class LineField(Field):
    """One line: text, a number or a date, all typed as text and understood by the check."""

    editor: LineEditor

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        editor = LineEditor(spec.name, Role.VOICE if spec.voice else Role.BODY)
        editor.setPlaceholderText(spec.placeholder)
        super().__init__(spec, editor, parent)
        editor.textEdited.connect(self.changed)
        editor.left.connect(self._on_left)

    def value(self) -> str:
        """The text as typed."""
        return self.editor.text()

    def set_value(self, value: str) -> None:
        """Puts text in."""
        self.editor.setText(value)


class LinesField(Field):
    """Several lines; Ctrl+Enter saves the form from here."""

    editor: LinesEditor

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        editor = LinesEditor(spec.name, Role.VOICE if spec.voice else Role.BODY, spec.rows)
        editor.setPlaceholderText(spec.placeholder)
        super().__init__(spec, editor, parent)
        self._setting = False
        editor.textChanged.connect(self._typed)
        editor.left.connect(self._on_left)

    def value(self) -> str:
        """The text as typed."""
        return self.editor.toPlainText()

    def set_value(self, value: str) -> None:
        """Puts text in; typing goes on at its end."""
        self._setting = True
        self.editor.setPlainText(value)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self._setting = False

    def _typed(self) -> None:
        if not self._setting:
            self.changed.emit()


class ChoiceField(Field):
    """Chips under a label; its value is the chosen keys with commas between."""

    editor: ChipRow

    def __init__(
        self, spec: FieldSpec, choices: Sequence[Choice], *, many: bool = False, parent: QWidget | None = None
    ) -> None:
        editor = ChipRow(spec.name, spec.label, many=many)
        editor.set_choices(choices)
        super().__init__(spec, editor, parent)
        editor.changed.connect(self._picked)

    def value(self) -> str:
        """The chosen keys."""
        return ",".join(self.editor.chosen())

    def set_value(self, value: str) -> None:
        """Ticks these keys."""
        self.editor.choose(value.split(",") if value else ())

    def _picked(self) -> None:
        self.validate()
        self.changed.emit()
