"""What all forms share: texts in, a record out, refusals beside their fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from counter.errors import FieldRefused, Known
from counter.records.fields import FieldsRefused
from counter.ui.texts.common import DRAFT_KEPT_BY_ESC
from counter.ui.widgets.bands import WarningBar
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.form import FormFrame
from counter.ui.widgets.form_edges import FormSpec


def form_spec(name: str, title: str, key: str, save: tuple[str, str]) -> FormSpec:
    """A frame's description; `save` is the words and the key of its button."""
    action = Action(name="save", label=save[0], key=save[1])
    return FormSpec(name=f"form_{name}", title=title, key=key, save=action, foot=DRAFT_KEPT_BY_ESC)


class Form(QObject):
    """One form, living as long as its `frame`, which is the widget to put in place. `name` is that of its draft.

    `saved(record)` on Enter, `put_away` on Esc, `changed(values)` while typing.
    """

    saved = Signal(object)
    put_away = Signal()
    changed = Signal(dict)

    def __init__(self, name: str, spec: FormSpec) -> None:
        frame = FormFrame(spec)
        super().__init__(frame)
        self.name, self.frame = name, frame
        self._advice = WarningBar("advice")
        frame.saved.connect(self._save)
        frame.put_away.connect(self.put_away)
        frame.changed.connect(self._typed)

    def record(self) -> object:
        """What stands in the form, as the rules read it. May raise FieldRefused."""
        raise NotImplementedError

    def values(self) -> dict[str, str]:
        """All texts by field name, for a draft."""
        return self.frame.values()

    def restore(self, values: Mapping[str, str]) -> None:
        """Fills the fields that are named, as from a draft; no signal."""
        self.frame.set_values(values)
        self._follow()

    def show_problem(self, problem: Known) -> None:
        """Each refusal beside its field, the focus at the first; what names no field stands beside Save."""
        refused = problem.fields if isinstance(problem, FieldsRefused) else (problem,)
        for one in reversed(refused):
            field = one.field if isinstance(one, FieldRefused) else ""
            self.frame.show_problem(self._place_of(field), one.sentence)

    def advise(self, sentences: Sequence[str]) -> None:
        """Gentle warnings in a bar; they never block. None takes the bar away."""
        self._advice.set_words(" ".join(sentences))
        self._advice.setVisible(bool(sentences))

    def say_draft(self, sentence: str) -> None:
        """“Draft kept, 10:42 Maya” in the head."""
        self.frame.set_draft_note(sentence)

    def focus_first(self) -> None:
        """The keyboard to the first field."""
        self.frame.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_of(self, field: str) -> str:
        """The name of the field beside which a refusal stands."""
        return field

    def _follow(self) -> None:
        """What depends on other fields follows them."""

    def _finish(self, first: QWidget) -> None:
        """To be called when all fields stand: the first of them, to have the focus."""
        if self._advice.parentWidget() is None:
            self._put_advice()
        self.frame.body.addStretch(1)
        self.frame.setFocusProxy(first)
        self._follow()

    def _put_advice(self) -> None:
        """Gives the warnings their place under the fields so far."""
        self.frame.body.addWidget(self._advice)
        self._advice.hide()

    def _typed(self) -> None:
        self._follow()
        self.changed.emit(self.values())

    def _save(self) -> None:
        try:
            record = self.record()
        except Known as problem:
            self.show_problem(problem)
        else:
            self.saved.emit(record)
