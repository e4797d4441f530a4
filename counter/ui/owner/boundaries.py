"""What a never-fact can forbid: the shop's list, reworded, extended, and what of it is offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter.records.gestures import Boundary
from counter.ui.owner.listing import ListPage, ListSpec
from counter.ui.owner.reading import checked, needed
from counter.ui.texts import boundaries as words
from counter.ui.texts import common
from counter.ui.texts.gestures import TOUCHES
from counter.ui.texts.owner import ESC_PUTS_AWAY
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec, LineField
from counter.ui.widgets.form import FormFrame
from counter.ui.widgets.form_edges import FormSpec
from counter.ui.widgets.table import Column, Row

_SPEC = ListSpec(
    name="boundaries",
    title=words.TITLE,
    sub=words.SUB,
    new=words.NEW,
    switch=words.STOP_OFFERING,
    empty=words.NONE,
    columns=(
        Column(title=words.HEADS[0]), Column(title=words.HEADS[1], stretch=True, lesser=True),
        Column(title=words.HEADS[2]),
    ),
)  # fmt: skip


def _form() -> FormFrame:
    save = Action(name="save_boundary", label=words.SAVE, key=common.ENTER)
    form = FormFrame(FormSpec(name="boundary_form", title=words.ONE, key="", foot=ESC_PUTS_AWAY, save=save))
    check = checked(needed("label", words.LABEL_EMPTY))
    form.add(LineField(FieldSpec(name="label", label=words.LABEL, hint=words.LABEL_HINT, check=check)))
    for name, label, tags in (("blocks", words.BLOCKS, words.IN_IT), ("touched", words.TOUCHED, TOUCHES)):
        choices = [Choice(tag, said) for tag, said in tags.items()]
        hint = words.BLOCKS_HINT if name == "blocks" else ""
        form.add(ChoiceField(FieldSpec(name=name, label=label, hint=hint), choices, many=True))
    form.body.addStretch(1)
    return form


class BoundariesPage(ListPage):
    """`saved(Boundary)` for a changed or new one (key ""), `switched(Boundary, offered)`."""

    saved = Signal(object)
    switched = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.form = _form()
        super().__init__(_SPEC, self.form, parent)
        self._boundaries: dict[str, Boundary] = {}
        self.table.chosen.connect(self._name_the_switch)

    def show_boundaries(self, boundaries: Sequence[Boundary]) -> None:
        """The whole list; a form that waited for it closes."""
        self._boundaries = {one.key: one for one in boundaries}
        self.settle()
        self.put_rows([_row(one) for one in boundaries])
        self._name_the_switch(self.table.chosen_key())

    def fill(self, key: object | None) -> None:
        """Fills the form."""
        one = self._boundaries.get(str(key))
        blocks = one.blocks if one else frozenset()
        ticked = {name: ",".join(tag for tag in tags if tag in blocks) for name, tags in _FIELDS.items()}
        self.form.set_values({"label": one.label if one else "", **ticked})

    def save(self, key: object | None) -> None:
        """Emits the boundary; what it keeps away that this page has no word for stays."""
        values, old = self.form.values(), self._boundaries.get(str(key))
        blocks = {tag for name in _FIELDS for tag in values[name].split(",") if tag}
        if old is None:
            self.saved.emit(Boundary(key="", label=values["label"].strip(), blocks=frozenset(blocks)))
        else:
            unsaid = old.blocks - set(words.KEPT_AWAY)
            self.saved.emit(replace(old, label=values["label"].strip(), blocks=unsaid | blocks))

    def switch(self, key: object) -> None:
        """Offered or not."""
        one = self._boundaries[str(key)]
        self.switched.emit(one, not one.offered)

    def _name_the_switch(self, key: object) -> None:
        one = self._boundaries.get(str(key))
        self.name_switch(words.STOP_OFFERING if one is None or one.offered else words.OFFER)


_FIELDS = {"blocks": words.IN_IT, "touched": TOUCHES}


def _row(one: Boundary) -> Row:
    kept_away = ", ".join(said for tag, said in words.KEPT_AWAY.items() if tag in one.blocks)
    cells = (one.label, kept_away, words.YES if one.offered else words.NO)
    return Row(key=one.key, cells=cells, off=not one.offered)
