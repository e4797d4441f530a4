"""Parts of the weekly report on the screen: voices that lead to their records, and small forms under them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counter.records.report import ReportLine, Section
from counter.ui.owner.page import EmptyNote
from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.buttons import ENTER, Action, ActionButton, Pressable
from counter.ui.widgets.fields import Field
from counter.ui.widgets.flow import FlowLayout
from counter.ui.widgets.form import Abreast
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.roving import Roving
from counter.ui.widgets.stack import Stack
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Box, Themed, margins, spoken, tall_as_needed


class VoiceRow(Pressable):
    """A customer's words in serif and ours under them; pressing opens the record, where there is one."""

    def __init__(self, line: ReportLine, role: Role = Role.VOICE, parent: QWidget | None = None) -> None:
        super().__init__("voice", parent)
        self.setProperty("ring_aside", 6)
        self.line = line
        self._column = QVBoxLayout(self)
        said = Text(line.words, role, parent=self)
        ours = Text(line.note, Role.SMALL if line.words else Role.BODY, Tone.QUIET if line.words else Tone.INK)
        for text in (said, ours):
            text.setParent(self)
            text.setVisible(bool(text.text()))
            self._column.addWidget(text)
        self.hold(said, ours)
        self.setAccessibleName(spoken(line.words, line.note))
        if not line.thing:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self.setEnabled(True)
        self.restyle(current())

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        margins(self._column, theme, (0, 4, 0, 5))
        self._column.setSpacing(0)

    def box(self) -> Box:
        """Bare: its words stand on the edge of the card's; one that leads somewhere answers to the mouse."""
        return Box(fill=Tone.SUNKEN, radius=4) if self.line.thing and self.underMouse() else Box()


class VoiceList(Stack):
    """Voices that are one tab stop. `opened(thing, id)` on Enter or a press; those that lead nowhere are only read."""

    opened = Signal(str, int)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent)
        self._roving = Roving(self)

    def set_lines(self, lines: Sequence[ReportLine], role: Role = Role.VOICE) -> None:
        """Shows these voices in this order."""
        rows = [VoiceRow(line, role, self) for line in lines]
        leading = [row for row in rows if row.line.thing]
        for row in leading:
            row.clicked.connect(self._clicked)
        self._roving.set_buttons(leading)
        self.put(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move."""
        event.setAccepted(self._roving.handles(event))

    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, VoiceRow) and row.line.thing_id is not None:
            self.opened.emit(row.line.thing, row.line.thing_id)


class SectionPanel(Panel):
    """One section of the report: its heading, and its lines or the sentence that there are none."""

    opened = Signal(str, int)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(f"section_{number}", parent=parent)
        self.heading = self.add_heading("")
        self._nothing = EmptyNote(self)
        self.lines = VoiceList(f"section_{number}_lines", "", self)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.lines)
        self.lines.opened.connect(self.opened)

    def show_section(self, section: Section) -> None:
        """Shows it."""
        self.heading.set_text(section.title)
        self.lines.setAccessibleName(section.title)
        self.lines.set_lines(section.lines)
        self.lines.setVisible(bool(section.lines))
        self._nothing.explain(section.nothing, section.lines)


class ButtonRow(QWidget):
    """Buttons beside each other, in more rows where room is short."""

    def __init__(self, name: str, actions: Sequence[Action], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        tall_as_needed(self)
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(current().space(8))
        self._buttons = {action.name: ActionButton(action, parent=self) for action in actions}
        for made in self._buttons.values():
            self._flow.addWidget(made)

    def __getitem__(self, name: str) -> ActionButton:
        """One of them."""
        return self._buttons[name]


class FigureGrid(Themed, QWidget):
    """Cards of equal width, so many abreast, each row as high as its highest."""

    def __init__(self, cards: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tall_as_needed(self)
        self._cards, self._across = list(cards), 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.set_across(len(self._cards))
        self.restyle(current())

    def set_across(self, across: int) -> None:
        """How many stand side by side."""
        if across == self._across:
            return
        self._across = across
        for card in self._cards:
            self._grid.removeWidget(card)  # an item of takeAt lives on and keeps the card's old height
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // across, number % across)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._grid.setSpacing(theme.space(12))


class SmallForm(Panel):
    """A few fields and a button in a card. `saved` on Enter in a field or a press, after the checks."""

    saved = Signal()

    def __init__(self, name: str, title: str, fields: Sequence[Field], save: Action) -> None:
        super().__init__(name)
        self.add_heading(title)
        self.above = Text("", Role.BODY, parent=self)
        self.above.hide()
        self.body.addWidget(self.above)
        self.fields = {field.spec.name: field for field in fields}
        self._row = Abreast(*fields, parent=self)
        self.body.addWidget(self._row)
        self.button = ActionButton(save, parent=self)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self._save)

    def say_above(self, sentence: str) -> None:
        """A sentence over the fields; an empty one takes no room."""
        self.above.show_text(sentence)

    def value(self, name: str) -> str:
        """What stands in a field."""
        return self.fields[name].value()

    def set_stacked(self, *, stacked: bool) -> None:
        """Fields under each other, or side by side."""
        self._row.set_stacked(stacked=stacked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves; all else is the window's."""
        if event.key() in ENTER:
            self._save()
        else:
            event.ignore()

    def _save(self) -> None:
        for field in self.fields.values():
            field.show_problem("")
        if all([field.validate() for field in self.fields.values()]):
            self.saved.emit()
