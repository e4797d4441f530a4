"""What would be kept, answer by answer, before anything is; a form's columns can be put right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.office.feedback_in import Line, Preview
from counter.records.answers import FormFile, Says
from counter.ui.owner.actions import ActionRow
from counter.ui.owner.ways_back_chat import ChatPart, ChatShown
from counter.ui.texts import ways_back as words
from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.table import Column, Row, Table
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed

_ACTIONS = (
    Action(name="keep_answers", label=words.KEEP, key=words.KEEP_KEY),
    Action(name="put_answers_away", label=words.AWAY, key=words.AWAY_KEY),
)
_SAMPLES = 3


class PreviewPart(Themed, QWidget):
    """`changed(FormFile)` when a column was put right; `row.pressed(name)` for the two buttons."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: FormFile | None = None
        self.row = ActionRow(_ACTIONS, ("keep_answers",), self)
        self.found = Text("", Role.ROW, parent=self)
        self.problem = Text("", Role.BODY, Tone.RED, parent=self)
        shown = [Column(title=head, stretch=at == 1) for at, head in enumerate(words.PREVIEW_HEADS)]
        self.table = Table("answers_preview", words.PREVIEW, shown, self)
        self.columns_label = Text(words.COLUMNS, Role.LABEL, Tone.QUIET, parent=self)
        self.columns = Table("answer_columns", words.COLUMNS, [
            Column(title=head, stretch=at == 1) for at, head in enumerate(words.COLUMN_HEADS)
        ])  # fmt: skip
        choices = [Choice(says, words.SAYS[says]) for says in Says]
        self.says = ChoiceField(FieldSpec(name="column_says", label=words.THIS_COLUMN), choices)
        self.scroller = Scroller("answers_scroll", self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for top in (self.row, self.found, self.problem):
            self._column.addWidget(top)
        self._column.addWidget(self.scroller, 1)
        self.chat = ChatPart(self)
        for part in (self.chat, self.table, self.columns_label, self.columns, self.says):
            self.scroller.body.addWidget(part)
        self.scroller.body.addStretch(1)
        self.columns.chosen.connect(self._choose)
        self.says.changed.connect(self._put_right)
        self.restyle(current())

    def show_preview(self, preview: Preview, form: FormFile | None, chat: ChatShown | None = None) -> None:
        """Answers that were looked at, and the table or chat they are from, if any."""
        self._form = form
        new = len(preview.new)
        name = f"{words.of_file(preview.name)}: " if preview.name else ""
        self.found.set_text(f"{name}{words.what_is_new(new, len(preview.lines) - new)}")
        self.chat.show_chat(chat)
        asked = self.chat.unsaid()
        self.row.buttons["keep_answers"].setEnabled(bool(new) and not asked)
        self.table.set_rows([_row(at, line) for at, line in enumerate(preview.lines)])
        self.problem.show_text(words.SAY_WHO if asked else words.too_long(preview.too_long))
        self._show_columns()

    def show_form(self, form: FormFile, sentence: str) -> None:
        """A file whose columns can't be read yet: what is missing, and the columns to say it by."""
        self._form = form
        self.found.set_text(words.of_file(form.name))
        self.chat.show_chat(None)
        self.row.buttons["keep_answers"].setEnabled(False)
        self.table.set_rows([])
        self.problem.show_text(sentence)
        self._show_columns()

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        if self.chat.unsaid():
            return self.chat.who
        return next((one for one in self.row.buttons.values() if one.isEnabled()), self)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._column.setSpacing(theme.space(10))
        self.scroller.body.setSpacing(theme.space(10))
        self.table.set_height(most=10)
        self.columns.set_height(most=8)

    def _show_columns(self) -> None:
        chosen = self.columns.chosen_key()
        rows = [] if self._form is None else [
            Row(key=at, cells=(name, _samples([row[at] for row in self._form.grid.rows]), words.SAYS[says]),
                off=says is Says.LEAVE)
            for at, (name, says) in enumerate(zip(self._form.grid.header, self._form.columns, strict=True))
        ]  # fmt: skip
        self.columns.set_rows(rows)
        for part in (self.columns_label, self.columns, self.says):
            part.setVisible(bool(rows))
        self._choose(chosen if isinstance(chosen, int) and chosen < len(rows) else 0)
        self.restyle(current())

    def _choose(self, at: object) -> None:
        if self._form is not None and isinstance(at, int) and at < len(self._form.columns):
            self.says.set_value(self._form.columns[at])

    def _put_right(self) -> None:
        at, chosen = self.columns.chosen_key(), self.says.value()
        if self._form is not None and isinstance(at, int) and chosen:
            columns = list(self._form.columns)
            columns[at] = Says(chosen)
            self.changed.emit(replace(self._form, columns=tuple(columns)))


def _row(at: int, line: Line) -> Row:
    answer = line.answer
    figures = " ".join("–" if score is None else str(score) for score in answer.scores) if any(answer.scores) else ""
    fate = f"{words.FATES[line.fate]}. {line.why}" if line.why else words.FATES[line.fate]
    who = line.who or answer.contact or words.SOMEONE
    return Row(key=at, cells=(who, " ".join(answer.words.split()), figures, fate))


def _samples(cells: list[str]) -> str:
    """The first cells that say something, each once."""
    filled = dict.fromkeys(" ".join(cell.split()) for cell in cells if cell.strip())
    return " · ".join(list(filled)[:_SAMPLES])
