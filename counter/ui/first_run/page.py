"""The first start: questions at the start, the slip beside them, one button that opens the counter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QWidget

from counter.settings import Settings
from counter.ui.first_run.answers import Answers
from counter.ui.first_run.frame import HOURS, FirstRunFrame
from counter.ui.first_run.preview import SlipPreview
from counter.ui.first_run.staff_row import StaffRow
from counter.ui.help import HelpPanel
from counter.ui.owner.backups import ask_for_a_backup
from counter.ui.owner.logo import LogoField
from counter.ui.owner.setting_fields import SettingFields
from counter.ui.texts import first_run as words
from counter.ui.texts import shop as shop_words
from counter.ui.theme import Mode, Tone
from counter.ui.widgets.buttons import ENTER
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec
from counter.ui.widgets.ring import FocusRing

_FIRST: Final = ("shop_name", "phone", "whatsapp", "mail", "address", "trade", "country", "zone", "coffee", "language")
_PDF: Final = "pdf"


class FirstRun(FirstRunFrame):
    """`finished(Answers)`, `skipped`, `demo` (made-up customers); `typed(Settings)` to draw the slip anew.

    `backup_picked(Path)` to be looked through, `backup_confirmed` when the counter is to begin with it.

    `logo.picked(Path)` and `logo.removed` for the picture; `set_preview` takes the slip drawn.
    """

    finished = Signal(object)
    skipped = Signal()
    demo = Signal()
    typed = Signal(object)
    backup_picked = Signal(object)
    backup_confirmed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first_run")
        self.setAccessibleName(words.FIRST_START)
        self.mode = Mode.WIDE
        self._counts: Mapping[str, int] = {}
        self._backup_ready = False
        self.fields = SettingFields((*_FIRST, *HOURS), self)
        self.staff, self.logo, self.preview = StaffRow(self), LogoField(self), SlipPreview(self)
        self.printer = ChoiceField(FieldSpec(name="printer", label=words.PRINTER), [])
        self._build()
        self.fields.fill(settings)
        self.fields.field("shop_name").set_value("")
        self.set_printers(())
        self.explained = HelpPanel(self)
        self.ring = FocusRing(self)
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

    def refuse(self, sentence: str, field: str = "") -> None:
        """The answers can't be kept; a sentence beside the field, or under the buttons."""
        wrong = self.fields.find(field)
        if wrong is None:
            self._note.set_look(tone=Tone.RED)
            self._note.set_text(sentence)
            return
        wrong.show_problem(sentence)
        self.reveal(wrong)

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
        """Enter opens the counter; Esc leaves all as it is; F1 explains."""
        if event.key() in ENTER:
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        elif event.key() == Qt.Key.Key_F1:
            self.explain()
        else:
            event.ignore()

    def _connect(self) -> None:
        self.fields.changed.connect(self._typed)
        self.fields.field("trade").changed.connect(self._say_count)
        self.go.clicked.connect(self._finish)
        self.top.staff_pressed.connect(self.skipped)
        self.look_round.clicked.connect(self.demo)
        self.backup.clicked.connect(self._backup)
        self.help.clicked.connect(self.explain)

    def _typed(self) -> None:
        self.typed.emit(self.settings())

    def _say_count(self) -> None:
        number = self._counts.get(self.fields.field("trade").value(), 0)
        hint = shop_words.gestures_come(number) if number else shop_words.FIELDS["trade"][1]
        self.fields.field("trade").set_hint(hint)

    def _backup(self) -> None:
        if self._backup_ready:
            self.backup_confirmed.emit()
        else:
            ask_for_a_backup(self, self.backup_picked.emit)

    def _finish(self) -> None:
        wrong = self.fields.wrong()
        if wrong is None:
            self.finished.emit(self.answers())
            return
        self.reveal(wrong)
