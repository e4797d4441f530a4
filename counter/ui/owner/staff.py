"""Who stands at the counter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter.records.people import Role, Staff
from counter.ui.owner.listing import ListPage, ListSpec
from counter.ui.owner.reading import checked, needed
from counter.ui.texts import common
from counter.ui.texts import owner as words
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec, LineField
from counter.ui.widgets.form import FormFrame
from counter.ui.widgets.form_edges import FormSpec
from counter.ui.widgets.table import Column, Row

MOST_KEYS = 9
_SPEC = ListSpec(
    name="staff",
    title=words.STAFF,
    sub=words.STAFF_SUB,
    new=words.NEW_STAFF,
    switch=words.HAS_LEFT,
    empty=words.NO_STAFF,
    columns=tuple(Column(title=head, stretch=not number) for number, head in enumerate(words.STAFF_HEADS)),
)


def _staff_form() -> FormFrame:
    form = FormFrame(
        FormSpec(
            name="staff_form",
            title=words.SOMEONE,
            key="",
            foot=words.ESC_PUTS_AWAY,
            save=Action(name="save_staff", label=words.SAVE_STAFF, key=common.ENTER),
        )
    )
    check = checked(needed("name", words.S_EMPTY))
    form.add(LineField(FieldSpec(name="name", label=words.S_NAME, hint=words.S_NAME_HINT, check=check)))
    roles = [Choice(key, label) for key, label in words.ROLES.items()]
    form.add(ChoiceField(FieldSpec(name="role", label=words.S_ROLE), roles))
    form.body.addStretch(1)
    return form


class StaffPage(ListPage):
    """`saved(Staff)` for a changed or new name (id 0), `switched(Staff, here)` when someone left or is back."""

    saved = Signal(object)
    switched = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._staff_form = _staff_form()
        super().__init__(_SPEC, self._staff_form, parent)
        self._staff: dict[int, Staff] = {}
        self.table.chosen.connect(self._name_the_switch)

    def show_staff(self, staff: Sequence[Staff]) -> None:
        """Everybody, in the order of their keys; a form that waited for it closes."""
        self._staff = {one.id: one for one in staff}
        here = [one.id for one in staff if one.active][:MOST_KEYS]
        self.settle()
        self.put_rows([_row(one, here.index(one.id) + 1 if one.id in here else 0) for one in staff])
        self._name_the_switch(self.table.chosen_key())

    def fill(self, key: object | None) -> None:
        """Fills the form."""
        one = self._staff.get(key) if isinstance(key, int) else None
        self._staff_form.set_values({"name": one.name if one else "", "role": one.role if one else Role.CASHIER})

    def save(self, key: object | None) -> None:
        """Emits the person."""
        values = self._staff_form.values()
        name, role = values["name"].strip(), Role(values["role"] or Role.CASHIER)
        old = self._staff.get(key) if isinstance(key, int) else None
        self.saved.emit(replace(old, name=name, role=role) if old else Staff(0, name, role, active=True))

    def switch(self, key: object) -> None:
        """Left, or back."""
        if isinstance(key, int):
            self.switched.emit(self._staff[key], not self._staff[key].active)

    def _name_the_switch(self, key: object) -> None:
        one = self._staff.get(key) if isinstance(key, int) else None
        self.name_switch(words.HAS_LEFT if one is None or one.active else words.IS_BACK)


def _row(one: Staff, place: int) -> Row:
    key = f"Ctrl+{place}" if place else ""
    cells = (one.name, key, words.ROLES[one.role], words.HERE if one.active else words.LEFT)
    return Row(key=one.id, cells=cells, off=not one.active)
