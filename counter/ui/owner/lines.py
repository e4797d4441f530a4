"""The sincere lines of slips, by language and occasion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter.office.lines import OwnerLine
from counter.ui.owner.listing import ListPage, ListSpec
from counter.ui.owner.reading import checked, needed
from counter.ui.texts import common
from counter.ui.texts import owner as words
from counter.ui.texts.common import LANGUAGES
from counter.ui.theme import Mode
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.chips import ChipRow, Choice
from counter.ui.widgets.fields import FieldSpec, LinesField
from counter.ui.widgets.form import FormFrame
from counter.ui.widgets.form_edges import FormSpec
from counter.ui.widgets.table import Column, Row

_SPEC = ListSpec(
    name="lines",
    title=words.LINES,
    sub=words.LINES_SUB,
    new=words.NEW_LINE,
    switch=words.SWITCH_OFF,
    empty=words.NO_LINES,
    columns=(
        Column(title=words.LINE_HEADS[0], stretch=True),
        Column(title=words.LINE_HEADS[1], lesser=True),
        Column(title=words.LINE_HEADS[2]),
    ),
)


def _line_form() -> FormFrame:
    form = FormFrame(
        FormSpec(
            name="line_form",
            title=words.LINE,
            key="",
            foot=words.ESC_PUTS_AWAY,
            save=Action(name="save_line", label=words.SAVE_LINE, key=common.SAVE_LINES),
        )
    )
    check = checked(needed("text", words.L_EMPTY))
    form.add(LinesField(FieldSpec(name="text", label=words.L_TEXT, hint=words.L_TEXT_HINT, check=check)))
    form.body.addStretch(1)
    return form


class LinesPage(ListPage):
    """`saved(OwnerLine)` for a changed or new line, `switched(OwnerLine, on)`."""

    saved = Signal(object)
    switched = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._line_form = _line_form()
        super().__init__(_SPEC, self._line_form, parent)
        self._lines: dict[int, OwnerLine] = {}
        self.languages = self._chips("line_language", words.L_LANGUAGE, LANGUAGES, "en")
        self.occasions = self._chips("line_occasion", words.L_OCCASION, words.LINE_OCCASIONS, "plain")
        for place, row in enumerate((self.languages, self.occasions)):
            self.body.insertWidget(place, row)
            row.changed.connect(self._show)
        self.table.chosen.connect(self._name_the_switch)
        self.typing.connect(self._let_language_be)

    def show_lines(self, lines: Sequence[OwnerLine]) -> None:
        """All lines as they are now; a form that waited for them closes."""
        self._lines = dict(enumerate(lines))
        self.settle()
        self._show()

    def choose_language(self, language: str) -> None:
        """Begins with this language, such as the shop's own."""
        self.languages.choose([language])
        self._show()

    def set_mode(self, mode: Mode) -> None:
        """Where there is least room, what is not chosen folds away."""
        super().set_mode(mode)
        for row in (self.languages, self.occasions):
            row.set_folded(folded=mode is Mode.NARROW, others=words.OTHERS)

    def fill(self, key: object | None) -> None:
        """Fills the form."""
        line = self._lines.get(key) if isinstance(key, int) else None
        self._line_form.set_values({"text": line.text if line else ""})
        where = words.line_hint(words.LINE_OCCASIONS[self._occasion()], LANGUAGES[self._language()])
        self._line_form.findChildren(LinesField)[0].set_hint(where)

    def save(self, key: object | None) -> None:
        """Emits the line; a new one is for the language and occasion chosen above."""
        text = " ".join(self._line_form.values()["text"].split())
        old = self._lines.get(key) if isinstance(key, int) else None
        if old and old.text == text:
            self.settle()
            return
        fresh = OwnerLine(number=0, language=self._language(), occasion=self._occasion(), text=text)
        self.saved.emit(_edited(old, text) if old else fresh)

    def switch(self, key: object) -> None:
        """On or off."""
        if isinstance(key, int):
            self.switched.emit(self._lines[key], not self._lines[key].active)

    def _chips(self, name: str, label: str, labels: Mapping[str, str], chosen: str) -> ChipRow:
        row = ChipRow(name, label, parent=self)
        row.set_choices([Choice(key, said) for key, said in labels.items()], [chosen])
        return row

    def _language(self) -> str:
        return next(iter(self.languages.chosen()), "en")

    def _occasion(self) -> str:
        return next(iter(self.occasions.chosen()), "plain")

    def _show(self) -> None:
        here = (self._language(), self._occasion())
        self.put_rows([_row(n, line) for n, line in self._lines.items() if (line.language, line.occasion) == here])
        self._name_the_switch(self.table.chosen_key())

    def _name_the_switch(self, key: object) -> None:
        line = self._lines.get(key) if isinstance(key, int) else None
        self.name_switch(words.SWITCH_OFF if line is None or line.active else words.SWITCH_ON)

    def _let_language_be(self, typing: bool) -> None:  # noqa: FBT001
        self.languages.setHidden(typing)
        self.occasions.setHidden(typing)


def _edited(old: OwnerLine, text: str) -> OwnerLine:
    """In other words; the program's own line is switched off for it."""
    return replace(old, text=text, starter=False, instead_of=old.text if old.starter else "")


def _row(number: int, line: OwnerLine) -> Row:
    cells = (line.text, words.STARTER if line.starter else words.OWN, words.ON if line.active else words.OFF)
    return Row(key=number, cells=cells, off=not line.active)
