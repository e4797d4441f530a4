"""Put right: every complaint that is not closed, who was asked why by when, and how long putting right takes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from counter.office.why import OpenWrong, Overview
from counter.ui.owner.page import EmptyNote, Page, button
from counter.ui.texts import wrongs as words
from counter.ui.theme import Mode, Role, Tone
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec, LineField
from counter.ui.widgets.form import FormFrame
from counter.ui.widgets.form_edges import FormSpec
from counter.ui.widgets.table import Column, Row, Table
from counter.ui.widgets.text import Text


class WrongsPage(Page):
    """`opened(complaint id)` to open it at the counter, `asked(complaint id, staff id or None, by)` for “Why?”."""

    opened = Signal(object)
    asked = Signal(int, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("wrongs", words.WRONGS, words.SUB, parent)
        self._wrongs: dict[int, OpenWrong] = {}
        self.why = button(self, Action(name="ask_why", label=words.WHY, key=words.WHY_KEY))
        self.took = Text("", Role.STRONG, parent=self)
        self.empty = EmptyNote(self)
        heads = words.HEADS
        self.table = Table("wrongs_table", words.WRONGS, (
            Column(title=heads[0], stretch=True), Column(title=heads[1], lesser=True), Column(title=heads[2]),
            Column(title=heads[3]),
        ), self)  # fmt: skip
        self.form = self._why_form()
        for part, stretch in ((self.took, 0), (self.empty, 0), (self.table, 1), (self.form, 1)):
            self.body.addWidget(part, stretch)
        self.body.addStretch(0)
        self.form.hide()
        self._connect()

    def show_overview(self, shown: Overview) -> None:
        """All that is not closed, as it stands now; an open “Why?” closes."""
        self._wrongs = {one.id: one for one in shown.wrongs}
        self.took.set_text(words.took(shown.took.days, shown.took.low, shown.took.high, shown.cases))
        self.who.editor.set_choices([Choice(str(number), name) for number, name in shown.staff])
        self.table.set_rows([
            Row(key=one.id, cells=(one.words.replace("\n", " "), one.who or words.SOMEONE, one.state, one.asked))
            for one in shown.wrongs
        ])  # fmt: skip
        self.empty.explain(words.NONE_OPEN, shown.wrongs)
        self.table.setVisible(bool(shown.wrongs))
        self._put_away()

    def form_is_open(self) -> bool:
        """Whether somebody is just being asked."""
        return not self.form.isHidden()

    def refuse(self, sentence: str, field: str = "") -> None:
        """It can't be asked so."""
        self.form.show_problem(field, sentence)

    def start(self) -> None:
        """The table, or whom to ask."""
        first = self.who if self.form_is_open() else self.table if self._wrongs else self.why
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_mode(self, mode: Mode) -> None:
        """Lesser columns go first."""
        super().set_mode(mode)
        if hasattr(self, "form"):
            self.table.show_lesser(shown=mode is Mode.WIDE)
            self.form.set_mode(mode)

    def _why_form(self) -> FormFrame:
        save = Action(name="ask", label=words.SAVE, key=words.SAVE_KEY)
        form = FormFrame(FormSpec(name="why_form", title=words.ASK, key="", save=save, foot=words.ESC), self)
        self.about = Text("", Role.VOICE, Tone.INK)
        form.body.addWidget(self.about)
        self.who = form.add(ChoiceField(FieldSpec(name="why_staff", label=words.L_WHO), []))
        self.by = form.add(LineField(FieldSpec(name="why_by", label=words.L_BY, hint=words.BY_HINT)))
        form.body.addStretch(1)
        return form

    def _connect(self) -> None:
        shortcut = QShortcut(QKeySequence(words.WHY_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._ask)
        self.why.clicked.connect(self._ask)
        self.table.opened.connect(self.opened)
        self.form.saved.connect(self._save)
        self.form.put_away.connect(self._put_away)

    def _ask(self) -> None:
        key = self.table.chosen_key()
        if not isinstance(key, int) or self.form_is_open():
            return
        self.about.set_text(self._wrongs[key].words)
        self.form.set_values({"why_staff": "", "why_by": ""})
        for field in (self.who, self.by):
            field.show_problem("")
        self.form.show()
        self.table.hide()
        self.start()

    def _save(self) -> None:
        key, v = self.table.chosen_key(), self.form.values()
        if isinstance(key, int):
            self.asked.emit(key, int(v["why_staff"]) if v["why_staff"] else None, v["why_by"])

    def _put_away(self) -> None:
        if self.form_is_open():
            self.form.hide()
            self.table.setVisible(bool(self._wrongs))
            self.start()
