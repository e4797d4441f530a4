"""What a file would do, before it does anything: rows by what becomes of them, and what the owner has to say."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.office.imports import Answers
from counter.records.imports import Fate, Plan
from counter.ui.owner.bring_decisions import NEW, OUT, Asked, Decisions
from counter.ui.texts import bring as words
from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.chips import ChipRow, Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.table import Column, Row, Table
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed

WARNINGS, PLAIN = "warnings", "plain"


class PreviewPart(Themed, QWidget):
    """Chips for what becomes of rows, the rows, and the questions about the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: Asked | None = None
        self._said = Decisions()
        self._question: object = None
        self.sentence = Text("", Role.BODY, parent=self)
        self.fates = ChipRow("fates", words.PREVIEW, parent=self)
        rows = [Column(title=head, stretch=at == 2) for at, head in enumerate(words.ROW_HEADS)]
        notes = [Column(title=head, stretch=at == 1) for at, head in enumerate(words.WARNING_HEADS)]
        self.rows = Table("planned_rows", words.PREVIEW, rows, self)
        self.notes = Table("warning_rows", words.PREVIEW, notes, self)
        self.nothing = Text("", Role.BODY, Tone.QUIET, parent=self)
        self.scroller = Scroller("preview_scroll", self)
        self.who = ChoiceField(FieldSpec(name="who", label=words.WHO), ())
        self.never = ChoiceField(FieldSpec(name="never", label=words.NEVER), (), many=True)
        self.said = ChoiceField(FieldSpec(name="said", label=words.SAID), [Choice("said", words.THEY_SAID)], many=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.scroller, 1)
        for shown in (self.sentence, self.fates, self.nothing, self.rows, self.notes, self.who, self.never, self.said):
            self.scroller.body.addWidget(shown)
        self.scroller.body.addStretch(1)
        self.fates.changed.connect(self._show_rows)
        for table in (self.rows, self.notes):
            table.chosen.connect(self._show_question)
        self.who.changed.connect(self._decide)
        self.never.changed.connect(self._forbid)
        self.restyle(current())

    def show_preview(self, asked: Asked) -> None:
        """A file that was held against those who are here; nothing is decided yet."""
        self._asked, self._said, self._question = asked, Decisions(), None
        preview = asked.preview
        counts = [(fate.value, preview.count(fate)) for fate in Fate] + [(WARNINGS, preview.outlook.warned)]
        first = next((key for key, number in counts if number), Fate.NEW.value)
        self.fates.set_choices([Choice(key, words.fate(key, number)) for key, number in counts], [first])
        never = [Choice(key, label) for key, label in asked.boundaries.items()]
        self.never.editor.set_choices([*never, Choice(PLAIN, words.NEVER_PLAIN)])
        self.said.set_value("")
        self.said.setVisible(bool(preview.outlook.warnings) or any(p.person and p.person.notes for p in self._plans()))
        self._show_rows()
        self._say()

    def answers(self) -> Answers:
        """All that was decided."""
        said = self._said
        return Answers(
            people=dict(said.people), nevers=dict(said.nevers), unlisted=said.unlisted, said=bool(self.said.value())
        )

    def toggle_said(self) -> None:
        """The notes are what customers said, or are not; where there are notes."""
        if not self.said.isHidden():
            self.said.set_value("" if self.said.value() else "said")

    def take_as_proposed(self) -> None:
        """Every note that warns becomes the never-fact that its words propose."""
        if self._asked is not None:
            self._said.nevers = {(row, note): keys for row, note, keys in self._asked.preview.warnings()}
            self._said.unlisted = True
            self._question = None
            self._show_rows()

    def start(self) -> None:
        """On what becomes of rows."""
        self.fates.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._column.setSpacing(theme.space(10))
        self.scroller.body.setSpacing(theme.space(12))
        for table in (self.rows, self.notes):
            table.set_height(most=8)

    def _plans(self) -> tuple[Plan, ...]:
        outlook = self._asked.preview.outlook if self._asked else None
        return (*outlook.shown, *outlook.looks) if outlook else ()

    def _chosen(self) -> object | None:
        return (self.notes if self._fate() == WARNINGS else self.rows).chosen_key()

    def _fate(self) -> str:
        return next(iter(self.fates.chosen()), Fate.NEW.value)

    def _show_rows(self) -> None:
        if self._asked is None:
            return
        fate = self._fate()
        said, asked = self._said, self._asked
        plans = [] if fate == WARNINGS else [plan for plan in self._plans() if plan.fate == fate]
        rows = [said.row(plan, asked) for plan in plans] if fate != WARNINGS else said.warned(asked)
        more = 0 if fate == WARNINGS else self._asked.preview.count(Fate(fate)) - len(rows)
        if more > 0:
            rows.append(Row(key=None, cells=("", "", words.and_more(more)), off=True))
        for table, wanted in ((self.rows, fate != WARNINGS), (self.notes, fate == WARNINGS)):
            table.set_rows(rows if wanted else ())
            table.set_height(most=8)
            table.setVisible(bool(rows) and wanted)
        self.nothing.show_text("" if rows else words.NOTHING_OF_IT[fate])
        self._show_question(self._chosen())

    def _show_question(self, key: object) -> None:
        fate = self._fate()
        plan = next((p for p in self._plans() if p.row == key and p.fate is Fate.LOOK), None)
        self.who.setVisible(fate == Fate.LOOK.value and plan is not None)
        self.never.setVisible(fate == WARNINGS and isinstance(key, tuple))
        if key == self._question:
            return  # what is being answered keeps its place and the keyboard
        self._question = key
        if plan is not None and self._asked is not None:
            people = [Choice(str(who), self._asked.name(who)) for who in plan.maybe]
            self.who.editor.set_choices([*people, Choice(NEW, words.SOMEBODY_NEW), Choice(OUT, words.LEAVE_OUT)])
            self.who.set_value(self._said.chosen(plan))
        if isinstance(key, tuple):
            taken = self._said.nevers.get((key[0], key[1]))
            self.never.set_value(",".join(taken or (PLAIN,)) if taken is not None else "")

    def _decide(self) -> None:
        row, chosen = self._chosen(), self.who.value()
        if not isinstance(row, int):
            return
        if chosen in ("", OUT):
            self._said.people.pop(row, None)
        else:
            self._said.people[row] = None if chosen == NEW else int(chosen)
        self._show_rows()
        self._say()

    def _forbid(self) -> None:
        key = self._chosen()
        if not isinstance(key, tuple):
            return
        ticked = tuple(name for name in self.never.value().split(",") if name)
        if ticked:
            self._said.nevers[key[0], key[1]] = tuple(name for name in ticked if name != PLAIN)
        else:
            self._said.nevers.pop((key[0], key[1]), None)
        self._show_rows()

    def _say(self) -> None:
        if self._asked is not None:
            preview = self._asked.preview
            rows = preview.count(Fate.NEW) + preview.count(Fate.SAME) + len(self._said.people)
            self.sentence.set_text(words.would_come_in(rows, preview.count(Fate.LOOK) - len(self._said.people)))
