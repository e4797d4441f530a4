"""The page on which it is said how long each kind of thing is kept, with the yearly look."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from counter.office.keeping import YEARS, Look
from counter.records.when import say_whole_day
from counter.ui.owner.actions import ActionRow, own
from counter.ui.owner.page import Page
from counter.ui.texts import keeping as words
from counter.ui.theme import Role, Tone
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.table import Column, Row, Table
from counter.ui.widgets.text import Text

_ACTIONS = (
    own("let_go", words.LET_GO), own("sure", words.SURE), own("looked", words.LOOKED),
)  # fmt: skip


class KeepingPage(Page):
    """`kept_for(kind, years)`, `gone(kind)` after the second press, `looked`."""

    kept_for = Signal(str, int)
    gone = Signal(str)
    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("keeping", words.KEEPING, words.KEEPING_SUB, parent)
        self._look: Look | None = None
        self.sentence = Text("", Role.BODY, parent=self)
        self.row = ActionRow(_ACTIONS, (), self)
        self.warning = Text("", Role.BODY, Tone.RED, parent=self)
        self.scroller = Scroller("keeping_scroll", self)
        heads = words.HEADS
        columns = [Column(title=heads[0], stretch=True), Column(title=heads[1]), Column(title=heads[2], end=True)]
        self.table = Table("keeping_times", words.KEEPING, columns, self)
        choices = [Choice(str(number), words.years(number)) for number in YEARS]
        self.years = ChoiceField(FieldSpec(name="keeping_years", label=words.YEARS_LABEL), choices)
        for part in (self.sentence, self.row, self.warning):
            self.body.addWidget(part)
        self.body.addWidget(self.scroller, 1)
        for inner in (self.table, self.years):
            self.scroller.body.addWidget(inner)
        self.scroller.body.addStretch(1)
        self.table.chosen.connect(self._choose)
        self.years.changed.connect(self._keep)
        self.row.pressed.connect(self._do)
        self._ask(asking=False)

    def show_look(self, look: Look) -> None:
        """How things stand."""
        self._look = look
        told = [words.DUE] if look.due else []
        told += [words.last_look(say_whole_day(look.looked))] if look.looked else []
        self.sentence.show_text(" ".join(told))
        self.table.set_rows([
            Row(key=kind, cells=(label, words.years(look.years[kind]), f"{look.older[kind]:,}"))
            for kind, label in words.KINDS.items()
        ])  # fmt: skip
        self.table.set_height(most=len(words.KINDS))
        self._choose(self.table.chosen_key())

    def start(self) -> None:
        """On the kinds."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, kind: object) -> None:
        if self._look is not None and isinstance(kind, str):
            self.years.set_value(str(self._look.years[kind]))
        self._ask(asking=False)

    def _keep(self) -> None:
        kind, chosen = self.table.chosen_key(), self.years.value()
        if isinstance(kind, str) and chosen:
            self.kept_for.emit(kind, int(chosen))

    def _ask(self, *, asking: bool) -> None:
        self.row.show_only(("sure", "looked") if asking else ("let_go", "looked"))
        self.warning.show_text(words.NO_WAY_BACK if asking else "")

    def _do(self, name: str) -> None:
        kind = self.table.chosen_key()
        if name == "looked":
            self.looked.emit()
        elif name == "let_go":
            self._ask(asking=True)
        elif isinstance(kind, str):
            self._ask(asking=False)
            self.gone.emit(kind)
