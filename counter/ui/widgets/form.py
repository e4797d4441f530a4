"""The frame around a form: head, fields that scroll, and a foot with Save that stays in sight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from counter.ui.theme import Mode, Theme, Tone, current
from counter.ui.widgets.buttons import ENTER, Action
from counter.ui.widgets.fields import Field
from counter.ui.widgets.form_edges import FormFoot, FormHead, FormSpec
from counter.ui.widgets.panels import FORM
from counter.ui.widgets.scroller import GUTTER, Scroller
from counter.ui.widgets.themed import Themed, margins, paint_box

AnyField = TypeVar("AnyField", bound=Field)


class Abreast(Themed, QWidget):
    """Widgets side by side that stand under each other where there is no room."""

    def __init__(self, *widgets: QWidget, stretches: tuple[int, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for number, widget in enumerate(widgets):
            stretch = stretches[number] if number < len(stretches) else 1
            self._box.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        self.restyle(current())

    def set_stacked(self, *, stacked: bool) -> None:
        """Under each other, or side by side."""
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self.restyle(current())

    def restyle(self, theme: Theme) -> None:
        """Takes its gap from the theme."""
        stacked = self._box.direction() == QBoxLayout.Direction.TopToBottom
        self._box.setSpacing(theme.space(10 if stacked else 16))


class FormFrame(Themed, QWidget):
    """A form in its green frame. `saved` on Enter (checked already), `put_away` on Esc, `changed` while typing."""

    saved = Signal()
    put_away = Signal()
    changed = Signal()

    def __init__(self, spec: FormSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(spec.name)
        self.setAccessibleName(spec.title)
        self._fields: dict[str, Field] = {}
        self._rows: list[Abreast] = []
        self._narrow, self._foot_words = False, spec.foot
        self._head = FormHead(spec, self)
        self.scroller = Scroller(f"{spec.name}_scroll", self)
        self.body = self.scroller.body
        self._foot = FormFoot(spec, self)
        self._foot.save.clicked.connect(self._try_to_save)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._head)
        self._column.addWidget(self.scroller, 1)
        self._column.addWidget(self._foot)
        self.restyle(current())

    def add(self, field: AnyField) -> AnyField:
        """Puts a field under the others and knows it from now on."""
        self.body.addWidget(field)
        return self.know(field)

    def add_row(self, *fields: Field, stretches: tuple[int, ...] = (), stacks: bool = True) -> Abreast:
        """Puts fields side by side; where room is short they stand under each other, unless told otherwise."""
        row = Abreast(*fields, stretches=stretches)
        self.body.addWidget(row)
        for field in fields:
            self.know(field)
        if stacks:
            self._rows.append(row)
        return row

    def know(self, field: AnyField) -> AnyField:
        """Knows a field that stands somewhere else in the body, such as in a step."""
        self._fields[field.spec.name] = field
        field.changed.connect(self.changed)
        return field

    def values(self) -> dict[str, str]:
        """What stands in all fields, by name."""
        return {name: field.value() for name, field in self._fields.items()}

    def set_values(self, values: Mapping[str, str]) -> None:
        """Fills the fields that are named, as from a draft."""
        for name, value in values.items():
            if name in self._fields:
                self._fields[name].set_value(value)

    def validate(self) -> bool:
        """Checks all fields; goes to the first with a problem."""
        wrong = [field for field in self._fields.values() if not field.validate()]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self.scroller.reveal(wrong[0])
        return not wrong

    def show_problem(self, name: str, sentence: str) -> None:
        """A sentence beside the field named, and the focus there; at the foot if there is no such field."""
        field = self._fields.get(name)
        if field is None:
            self._foot.say(sentence, Tone.RED)
            return
        field.show_problem(sentence)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_draft_note(self, sentence: str) -> None:
        """“Draft kept, 10:42 Maya” at the end of the head; empty hides it."""
        self._head.say(sentence, narrow=self._narrow)

    def set_save(self, action: Action | None = None, *, foot: str = "") -> None:
        """Save in other words, such as “Save: put right, to be told”; `foot` is the sentence beside it from now on."""
        if action is not None:
            self._foot.save.set_action(action)
        if foot:
            self._foot_words = foot
            self._foot.say(foot)

    def set_mode(self, mode: Mode) -> None:
        """Stacks pairs when snug; when narrow, the foot stands under the frame."""
        self._narrow = mode is Mode.NARROW
        for row in self._rows:
            row.set_stacked(stacked=mode is Mode.SNUG)
        self._foot.set_apart(apart=self._narrow)
        self.set_draft_note(self._head.draft.text())
        self.restyle(current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, with or without Ctrl; Esc puts the form away."""
        if event.key() in ENTER:
            self._try_to_save()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            event.ignore()

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        margins(self._column, theme, (20, 14, 4, 0 if self._narrow else 14))
        self._column.setSpacing(theme.space(8))
        self.body.setSpacing(theme.space(10))
        self.body.setContentsMargins(0, 0, max(0, theme.space(16) - GUTTER), 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the green frame: around everything, or down to the foot when narrow."""
        rect = QRectF(self.rect())
        if self._narrow:
            rect.setBottom(self._foot.geometry().top() + current().space(4))
        paint_box(self, QPainter(self), FORM, rect)

    def _try_to_save(self) -> None:
        self._foot.say(self._foot_words)
        if self.validate():
            self.saved.emit()
