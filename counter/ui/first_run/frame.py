"""How the first page is laid out: questions on the left, the slip on the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.ui.first_run.preview import SlipPreview
from counter.ui.first_run.staff_row import StaffRow
from counter.ui.help import HelpPanel
from counter.ui.owner.grid import FieldGrid
from counter.ui.owner.logo import LogoField
from counter.ui.owner.page import Heading
from counter.ui.owner.setting_fields import SettingFields
from counter.ui.texts import backups as backup_words
from counter.ui.texts import common
from counter.ui.texts import first_run as words
from counter.ui.texts.keys import HAVE_BACKUP_KEY, LOOK_ROUND_KEY
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.buttons import Action, ActionButton, ButtonStyle, KeyHint
from counter.ui.widgets.fields import ChoiceField, Field
from counter.ui.widgets.flow import FlowLayout
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.tabbing import ReadInOrder
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, tall_as_needed
from counter.ui.widgets.topbar import TopBar

WIDEST: Final = 1010
HOURS: Final = tuple(f"hours_{number}" for number in range(7))


class FirstRunFrame(ReadInOrder, Themed, QWidget):
    """Builds and fits the parts; what they do is the page's own."""

    fields: SettingFields
    staff: StaffRow
    logo: LogoField
    preview: SlipPreview
    printer: ChoiceField
    explained: HelpPanel
    mode: Mode
    _backup_ready: bool

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may mean another grid."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def reveal(self, field: Field) -> None:
        """Goes to a field that wants an answer."""
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroller.reveal(field)

    def explain(self) -> None:
        """F1: what this page asks, or back to it."""
        self.explained.toggle("first_run")

    def say_looking(self, done: float) -> None:
        """So much of a backup is looked through, from 0 to 1."""
        self._note.set_text(backup_words.looking(done))

    def offer_backup(self, sentence: str) -> None:
        """A backup was looked through: what it holds, and the button begins with it; empty takes that back."""
        self._backup_ready = bool(sentence)
        label = backup_words.OPEN_BACKUP if sentence else words.HAVE_BACKUP
        self.backup.set_action(Action(name="backup", label=label, key=HAVE_BACKUP_KEY, own=True))
        self._note.set_look(tone=Tone.INK if sentence else Tone.QUIET)
        self._note.set_text(sentence or words.STAYS_HERE)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        self._fit(self.width())
        self.scroller.body.setSpacing(theme.space(14))
        self._columns.setSpacing(theme.space(40))
        self._buttons.setSpacing(theme.space(12))
        self._questions.setSpacing(theme.space(10))
        self._column.setSpacing(theme.space(10))

    def _build(self) -> None:
        self.top = TopBar(Action(name="skip", label=words.SKIP, key=words.SKIP_KEY), self)
        self.top.set_shop(common.PROGRAM, words.FIRST_START)
        self.scroller = Scroller("first_run_scroll", self)
        self._grids = [
            self._grid("phone", "whatsapp", "mail", "address"),
            self._grid("country", "zone", "coffee"),
            FieldGrid([self.fields.field(name) for name in HOURS], 4, self),
        ]
        body = self.scroller.body
        body.addWidget(self.fields.field("shop_name"))
        self._section(words.REACH, self._grids[0])
        body.addWidget(self.fields.field("trade"))
        body.addWidget(self.staff)
        self._section(words.WHERE, self._grids[1], self.fields.field("language"))
        self._section(words.HOURS, self._grids[2])
        body.addWidget(self.printer)
        body.addWidget(self.logo)
        body.addStretch(1)
        self._foot()
        self._place()
        self.restyle(current())

    def _grid(self, *names: str) -> FieldGrid:
        return FieldGrid([self.fields.field(name) for name in names], 2 if len(names) != 3 else 3, self)

    def _section(self, title: str, *parts: QWidget) -> None:
        self.scroller.body.addWidget(Text(title, Role.ROW, parent=self))
        for part in parts:
            self.scroller.body.addWidget(part)

    def _foot(self) -> None:
        go = Action(name="open_counter", label=words.OPEN, key=words.OPEN_KEY)
        self.go = ActionButton(go, ButtonStyle.FILLED, large=True, parent=self)
        look = Action(name="demo", label=words.LOOK_ROUND, key=LOOK_ROUND_KEY, own=True)
        backup = Action(name="backup", label=words.HAVE_BACKUP, key=HAVE_BACKUP_KEY, own=True)
        self.look_round = ActionButton(look, ButtonStyle.QUIET, parent=self)
        self.backup = ActionButton(backup, ButtonStyle.QUIET, parent=self)
        self.help = KeyHint(Action(name="help", label=common.HELP, key=common.HELP_KEY), self)
        self._note = Text(words.STAYS_HERE, Role.SMALL, Tone.QUIET, parent=self)
        self._ways, self._last = QWidget(self), QHBoxLayout()
        tall_as_needed(self._ways)
        self._buttons = FlowLayout(self._ways)
        for button in (self.go, self.look_round, self.backup):
            self._buttons.addWidget(button)
        self._last.addWidget(self._note, 1)
        self._last.addWidget(self.help, 0, Qt.AlignmentFlag.AlignTop)

    def _place(self) -> None:
        self._questions, self._columns, self._column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.heading = Heading(words.GREETING, words.INTRO, self)
        self._questions.addWidget(self.heading)
        self._questions.addWidget(self.scroller, 1)
        self._columns.addLayout(self._questions, 1)
        self._columns.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self.top)
        self._column.addLayout(self._columns, 1)
        self._below = QVBoxLayout()
        self._below.addWidget(self._ways)
        self._below.addLayout(self._last)
        self._column.addLayout(self._below)

    def _fit(self, width: int) -> None:
        theme = current()
        self.mode = theme.mode(width)
        for grid in self._grids:
            grid.set_mode(Mode.WIDE if self.mode is Mode.SNUG else self.mode)
        narrow = self.mode is Mode.NARROW
        self.heading.set_mode(self.mode)
        self.preview.setHidden(narrow)
        side = max(theme.space(20), (width - theme.px(WIDEST)) // 2)
        self._columns.setContentsMargins(side, theme.space(20), side, 0)
        self._below.setContentsMargins(side, 0, side, theme.space(12))
        self.top.set_mode(self.mode)
