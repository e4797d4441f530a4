"""One kind of slip as it is being designed: its parts beside what is typed and picked, and the foot with Save."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.office.designs import Offer
from counter.ui.owner.actions import own
from counter.ui.owner.slip_design_fields import DesignFields
from counter.ui.owner.slip_design_parts import PartsList
from counter.ui.texts import slip_design as words
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.buttons import Action, ActionButton, ButtonStyle
from counter.ui.widgets.form import Abreast
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed


class DesignForm(QWidget):
    """`changed` when the design on the screen is another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: Offer | None = None
        self.parts, self.fields = PartsList(), DesignFields()
        self._pair = Abreast(self.parts, self.fields)
        scroller = Scroller("slip_design_scroll", self)
        scroller.body.addWidget(self._pair)
        scroller.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroller)
        self.parts.changed.connect(self.changed)
        self.fields.changed.connect(self.changed)

    def show_offer(self, offer: Offer) -> None:
        """The kind as it is kept."""
        self._kept = offer
        self._fill(offer)

    def offer(self) -> Offer | None:
        """The kind as it stands on the screen; None before there is one."""
        kept = self._kept
        if kept is None:
            return None
        return replace(kept, design=replace(self.fields.design(kept.design), parts=self.parts.parts()))

    def differs(self) -> bool:
        """Whether it is another one than the one that is kept."""
        return self.offer() != self._kept

    def as_it_came(self) -> None:
        """Back to the design of the program, not kept yet."""
        if self._kept is not None:
            self._fill(replace(self._kept, design=self._kept.usual))
            self.changed.emit()

    def as_kept(self) -> None:
        """What was changed and not saved is left."""
        if self._kept is not None:
            self._fill(self._kept)
            self.changed.emit()

    def refuse(self, sentence: str, field: str) -> bool:
        """Says what is wrong beside its field; False when there is no such field."""
        wrong = self.fields.named(field)
        if wrong is not None:
            wrong.show_problem(sentence)
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field == "parts":
            self.parts.refuse(sentence)
        return wrong is not None or field == "parts"

    def set_mode(self, mode: Mode) -> None:
        """Parts over fields where room is short."""
        self._pair.set_stacked(stacked=mode is not Mode.WIDE)

    def _fill(self, offer: Offer) -> None:
        self.parts.show_offer(offer)
        self.fields.show_design(offer.design)


class DesignFoot(Themed, QWidget):
    """Save, back to how it came, and a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        save = Action(name="save_design", label=words.SAVE, key=words.SAVE_KEY)
        self.save = ActionButton(save, ButtonStyle.FILLED, parent=self)
        self.as_it_came = ActionButton(own("design_as_it_came", words.AS_IT_CAME), parent=self)
        self._note = Text("", Role.SMALL, Tone.QUIET, parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.save)
        self._row.addWidget(self.as_it_came)
        self._row.addWidget(self._note, 1, Qt.AlignmentFlag.AlignVCenter)
        self.restyle(current())

    def say(self, sentence: str, tone: Tone = Tone.QUIET) -> None:
        """A sentence beside the buttons."""
        self._note.set_look(tone=tone)
        self._note.set_text(sentence)

    def note(self) -> str:
        """The sentence that stands there."""
        return self._note.text()

    def restyle(self, theme: Theme) -> None:
        """Takes its gap from the theme."""
        self._row.setSpacing(theme.space(12))
