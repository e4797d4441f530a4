"""A page with a table: Enter opens a row as a form in the table's place, Space switches it, Ctrl+N makes a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from counter.ui.owner.page import EmptyNote, Page, button
from counter.ui.texts import owner as words
from counter.ui.theme import Mode
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.fields import Field
from counter.ui.widgets.form import FormFrame
from counter.ui.widgets.table import Column, Row, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """A list page before it is built; `empty` is what stands there while there is nothing."""

    name: str
    title: str
    sub: str
    new: str
    switch: str
    empty: str
    columns: tuple[Column, ...]


class RecordsPage(Page):
    """What each list of records does in its own way."""

    def fill(self, key: object | None) -> None:
        """Fills the form from the record with this key; None for a new one. Each page has its own."""
        raise NotImplementedError

    def save(self, key: object | None) -> None:
        """Emits what the form holds; None for a new one. Each page has its own."""
        raise NotImplementedError

    def switch(self, key: object) -> None:
        """Switches the record with this key. Each page has its own."""
        raise NotImplementedError


class ListPage(RecordsPage):
    """Table and form. `typing(bool)` when a form opens or closes; a page emits its own signals for what is saved.

    A form that was saved stays open, its words kept, until `settle` (all is well) or `refuse` (a sentence).
    """

    typing = Signal(bool)

    def __init__(self, spec: ListSpec, form: FormFrame, parent: QWidget | None = None) -> None:
        super().__init__(spec.name, spec.title, spec.sub, parent)
        self._spec, self._form = spec, form
        self._key: object | None = None
        self.table = Table(f"{spec.name}_table", spec.title, spec.columns, self)
        self.empty = EmptyNote(self)
        self.switch_button = button(self, Action(name=f"{spec.name}_switch", label=spec.switch, key=words.SWITCH_KEY))
        self.new_button = button(self, Action(name=f"{spec.name}_new", label=spec.new, key=words.NEW_KEY))
        self.body.addWidget(self.empty)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(form, 1)
        self.body.addStretch(0)
        form.hide()
        self._connect()

    def form_is_open(self) -> bool:
        """Whether its form is in the table's place."""
        return not self._form.isHidden()

    def put_rows(self, rows: Sequence[Row], empty: str = "") -> None:
        """Shows these rows; without any, `empty` (or the page's own sentence) says what will stand there."""
        self.table.set_rows(rows)
        self.empty.explain(empty or self._spec.empty, rows)
        self._present()

    def settle(self) -> None:
        """What was typed is saved (or put away): back to the table."""
        if self.form_is_open():
            self._form.hide()
            self._present()
            self.typing.emit(False)  # noqa: FBT003
            self.start()

    def refuse(self, sentence: str, field: str = "") -> None:
        """What was typed can't be taken; a sentence beside its field, or at the foot."""
        self._form.show_problem(field, sentence)

    def new(self) -> None:
        """An empty form."""
        self._open(None)

    def start(self) -> None:
        """The focus: in the form if one is open, else on the table, else on “new”."""
        if self.form_is_open():
            self._fields()[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        first = self.new_button if self.table.isHidden() else self.table
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_mode(self, mode: Mode) -> None:
        """Lesser columns go first."""
        super().set_mode(mode)
        wide = mode is Mode.WIDE
        self.table.show_lesser(shown=wide)
        stretched_goes = any(column.stretch and column.lesser for column in self._spec.columns)
        if stretched_goes:
            at = next(number for number, column in enumerate(self._spec.columns) if column.stretch)
            self.table.stretch(at if wide else 0)
        self._form.set_mode(mode)
        self._present()

    def name_switch(self, label: str) -> None:
        """What Space does with the chosen row."""
        self.switch_button.set_action(Action(name="", label=label, key=words.SWITCH_KEY))

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.new_button.clicked.connect(self.new)
        self.switch_button.clicked.connect(self._switch)
        self._form.saved.connect(self._save)
        self._form.put_away.connect(self.settle)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._switch)

    def _open(self, key: object | None) -> None:
        self._key = key
        self.fill(key)
        for field in self._fields():
            field.show_problem("")
        self.table.hide()
        self._form.show()
        self._present()
        self.typing.emit(True)  # noqa: FBT003
        self.start()

    def _fields(self) -> list[Field]:
        known = self._form.values()
        return [field for field in self._form.findChildren(Field) if field.spec.name in known]

    def _present(self) -> None:
        typing, filled = self.form_is_open(), self.table.model().rowCount() > 0
        self.table.setVisible(filled and not typing)
        self.empty.setVisible(not filled and not typing)
        self.switch_button.setVisible(filled and not typing)
        self.new_button.setVisible(not typing)
        self.heading.setVisible(not (typing and self.mode is Mode.NARROW))

    def _save(self) -> None:
        self.save(self._key)

    def _switch(self) -> None:
        key = self.table.chosen_key()
        if key is not None and not self.form_is_open():
            self.switch(key)
