"""The first start: questions at the start, the slip beside them, one button that opens the counter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.settings import Settings
from counter.ui.first_run.answers import Answers
from counter.ui.first_run.preview import SlipPreview
from counter.ui.first_run.staff_row import StaffRow
from counter.ui.owner.grid import FieldGrid
from counter.ui.owner.logo import LogoField
from counter.ui.owner.setting_fields import SettingFields
from counter.ui.texts import common
from counter.ui.texts import first_run as words
from counter.ui.texts import shop as shop_words
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.buttons import ENTER, Action, ActionButton, ButtonStyle
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed
from counter.ui.widgets.topbar import TopBar

WIDEST: Final = 1010
_FIRST: Final = ("shop_name", "phone", "whatsapp", "mail", "address", "trade", "country", "zone", "coffee", "language")
_HOURS: Final = tuple(f"hours_{number}" for number in range(7))
_PDF: Final = "pdf"


class FirstRun(Themed, QWidget):
    """`finished(Answers)`, `skipped`, `demo` (made-up customers); `typed(Settings)` to draw the slip anew.

    `logo.picked(Path)` and `logo.removed` for the picture; `set_preview` takes the slip drawn.
    """

    finished = Signal(object)
    skipped = Signal()
    demo = Signal()
    typed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first_run")
        self.setAccessibleName(words.FIRST_START)
        self.mode = Mode.WIDE
        self._counts: Mapping[str, int] = {}
        self.fields = SettingFields((*_FIRST, *_HOURS), self)
        self.staff, self.logo, self.preview = StaffRow(self), LogoField(self), SlipPreview(self)
        self.printer = ChoiceField(FieldSpec(name="printer", label=words.PRINTER), [])
        self._build()
        self.fields.fill(settings)
        self.fields.field("shop_name").set_value("")
        self.set_printers(())
        self._connect()
        self._fit(self.width())

    def set_printers(self, names: Sequence[str], usual: str = "") -> None:
        """The printers of this PC; the usual one is ticked, else slips are kept as PDF."""
        self._printers = tuple(names)
        choices = [Choice(str(number), name) for number, name in enumerate(names)]
        chosen = str(self._printers.index(usual)) if usual in self._printers else _PDF
        self.printer.editor.set_choices([*choices, Choice(_PDF, words.NO_PRINTER)], [chosen])
        self.printer.set_hint(words.PRINTER_FOUND if names else words.PRINTER_NONE)

    def set_gesture_counts(self, counts: Mapping[str, int]) -> None:
        """How many gestures come with each trade."""
        self._counts = counts
        self._say_count()

    def set_preview(self, image: QImage, spoken: str = "") -> None:
        """The slip as drawn from what was typed."""
        self.preview.set_image(image, spoken)

    def set_logo(self, logo: QPixmap | None) -> None:
        """The logo as it was read from the file."""
        self.logo.set_logo(logo)

    def refuse(self, sentence: str) -> None:
        """The answers can't be kept; a sentence under the buttons."""
        self._note.set_look(tone=Tone.RED)
        self._note.set_text(sentence)

    def settings(self) -> Settings:
        """The copy as it is now; not marked as set up."""
        return self.fields.settings()

    def answers(self) -> Answers:
        """All answers, the shop marked as set up."""
        chosen = self.printer.value()
        printer = self._printers[int(chosen)] if chosen.isdigit() else ""
        return Answers(settings=replace(self.settings(), set_up=True), staff=self.staff.names(), printer=printer)

    def start(self) -> None:
        """The first field."""
        self.fields.field("shop_name").setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the counter; Esc leaves all as it is."""
        if event.key() in ENTER:
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may mean another grid."""
        super().resizeEvent(event)
        self._fit(event.size().width())

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
            FieldGrid([self.fields.field(name) for name in _HOURS], 4, self),
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
        self.look_round = ActionButton(Action(name="demo", label=words.LOOK_ROUND), ButtonStyle.QUIET, parent=self)
        self.backup = ActionButton(Action(name="backup", label=words.HAVE_BACKUP), ButtonStyle.QUIET, parent=self)
        self._note = Text(words.STAYS_HERE, Role.SMALL, Tone.QUIET, parent=self)
        self._buttons = QHBoxLayout()
        for button in (self.go, self.look_round, self.backup):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def _place(self) -> None:
        self._questions, self._columns, self._column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._questions.addWidget(Text(words.GREETING, Role.NAME, parent=self))
        self._questions.addWidget(Text(words.INTRO, Role.BODY, Tone.QUIET, parent=self))
        self._questions.addWidget(self.scroller, 1)
        self._questions.addLayout(self._buttons)
        self._questions.addWidget(self._note)
        self._columns.addLayout(self._questions, 1)
        self._columns.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self.top)
        self._column.addLayout(self._columns, 1)

    def _connect(self) -> None:
        self.fields.changed.connect(self._typed)
        self.fields.field("trade").changed.connect(self._say_count)
        self.go.clicked.connect(self._finish)
        self.top.staff_pressed.connect(self.skipped)
        self.look_round.clicked.connect(self.demo)
        self.backup.clicked.connect(self._say_no_backup)

    def _fit(self, width: int) -> None:
        theme = current()
        self.mode = theme.mode(width)
        for grid in self._grids:
            grid.set_mode(Mode.WIDE if self.mode is Mode.SNUG else self.mode)
        narrow = self.mode is Mode.NARROW
        self.preview.setHidden(narrow)
        side = max(theme.space(20), (width - theme.px(WIDEST)) // 2)
        self._columns.setContentsMargins(side, theme.space(20), side, theme.space(16))
        self.top.set_mode(self.mode)

    def _typed(self) -> None:
        self.typed.emit(self.settings())

    def _say_count(self) -> None:
        number = self._counts.get(self.fields.field("trade").value(), 0)
        hint = shop_words.gestures_come(number) if number else shop_words.FIELDS["trade"][1]
        self.fields.field("trade").set_hint(hint)

    def _say_no_backup(self) -> None:
        self._note.set_look(tone=Tone.INK)
        self._note.set_text(words.NO_BACKUP_YET)

    def _finish(self) -> None:
        wrong = self.fields.wrong()
        if wrong is None:
            self.finished.emit(self.answers())
            return
        wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroller.reveal(wrong)
