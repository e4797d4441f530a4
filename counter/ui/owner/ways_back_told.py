"""Where what customers wrote is brought in: pasted, or from a form's file; and what came in before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter.office.feedback_in import Run
from counter.records.when import say_clock, say_day
from counter.ui.texts import ways_back as words
from counter.ui.theme import Role, Theme, Tone
from counter.ui.widgets.buttons import ENTER, Action, ActionButton, ButtonStyle
from counter.ui.widgets.fields import FieldSpec, LinesField
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.table import Column, Row, Table
from counter.ui.widgets.text import Text

_ROWS = 5
_MOST_RUNS = 5


class ToldPart(Panel):
    """`pasted(text)` when messages are to be looked at, `file_wanted`, `taken_back(Run)`."""

    pasted = Signal(str)
    file_wanted = Signal()
    taken_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ways_back_told", parent=parent)
        self._runs: dict[object, Run] = {}
        self.add_heading(words.TOLD)
        self.text = LinesField(FieldSpec(name="pasted", label=words.PASTED, hint=words.PASTED_HINT, rows=_ROWS))
        look = Action(name="look_at_messages", label=words.LOOK, key=words.LOOK_KEY)
        self.look = ActionButton(look, ButtonStyle.FILLED, parent=self)
        choose = Action(name="choose_form_file", label=words.CHOOSE, key=words.CHOOSE_KEY)
        self.choose = ActionButton(choose, parent=self)
        self.label = Text(words.RUNS, Role.LABEL, Tone.QUIET, parent=self)
        columns = [Column(title=head, stretch=not at) for at, head in enumerate(words.RUN_HEADS)]
        self.table = Table("answer_runs", words.RUNS, columns, self)
        back = Action(name="take_back_answers", label=words.TAKE_BACK, key=words.TAKE_BACK_KEY)
        self.take_back = ActionButton(back, parent=self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.look)
        self._row.addWidget(self.choose)
        self._row.addStretch(1)
        self.body.addWidget(self.text)
        self.body.addLayout(self._row)
        for part in (self.label, self.table):
            self.body.addWidget(part)
        self.body.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeft)
        self._connect()
        self.show_runs((), ZoneInfo("UTC"))

    def show_runs(self, runs: Sequence[Run], zone: ZoneInfo) -> None:
        """What came in before, newest first."""
        self._runs = {run.number: run for run in runs}
        self.table.set_rows([_row(run, zone) for run in runs])
        self.table.set_height(most=_MOST_RUNS)
        for part in (self.label, self.table, self.take_back):
            part.setVisible(bool(runs))
        self._may(self.table.chosen_key())

    def clear(self) -> None:
        """What was pasted is kept now."""
        self.text.set_value("")
        self.text.show_problem("")

    def refuse(self, sentence: str) -> None:
        """It can't be read; a sentence under it."""
        self.text.show_problem(sentence)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        super().restyle(theme)
        self.body.setSpacing(theme.space(10))
        if hasattr(self, "_row"):
            self._row.setSpacing(theme.space(8))
            self.table.set_height(most=_MOST_RUNS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter looks at what was pasted."""
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._look()
        else:
            event.ignore()

    def _connect(self) -> None:
        self.look.clicked.connect(self._look)
        self.choose.clicked.connect(self.file_wanted)
        self.take_back.clicked.connect(self._take_back)
        self.table.chosen.connect(self._may)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(partial(self.take_back.click))

    def _look(self) -> None:
        self.pasted.emit(self.text.value())

    def _may(self, key: object) -> None:
        run = self._runs.get(key)
        self.take_back.setEnabled(run is not None and run.standing)

    def _take_back(self) -> None:
        run = self._runs.get(self.table.chosen_key())
        if run is not None and run.standing:
            self.taken_back.emit(run)


def _row(run: Run, zone: ZoneInfo) -> Row:
    day = run.at.astimezone(zone).date()
    now = words.STANDS if run.standing else words.TAKEN_BACK
    when = f"{say_day(day, day)} {say_clock(run.at, zone)}"
    return Row(key=run.number, cells=(run.name or words.MESSAGES, when, str(run.count), now), off=not run.standing)
