"""What the QR code on a slip opens, chosen by the owner, with the code itself and the words under it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.errors import Known
from counter.office import ways_back
from counter.office.ways_back import Shown
from counter.settings import Settings
from counter.ui.owner.actions import own
from counter.ui.texts import shop as shop_words
from counter.ui.texts import ways_back as words
from counter.ui.theme import Role, Theme, Tone, current
from counter.ui.widgets.buttons import ENTER, Action, ActionButton, ButtonStyle
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec, LineField
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.qr import QrPicture
from counter.ui.widgets.text import Text

OF_THE_WEB = ("form", "page")
FIRST = "first"  # chips need a key; the setting for "the first that is given" is empty


class SlipPart(Panel):
    """`saved(way, template)`; `page_wanted` when the page is to be saved as a file."""

    saved = Signal(str, str)
    page_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ways_back_slip", parent=parent)
        self._settings: Settings = Settings()
        self._shown: Callable[[Settings], Shown] | None = None
        self.add_heading(words.ON_SLIPS)
        ways = [Choice(key or FIRST, label) for key, label in shop_words.WAYS.items()]
        self.way = ChoiceField(FieldSpec(name="way_back", label=words.WAY), ways)
        self.template = LineField(FieldSpec(name="template", label=words.TEMPLATE, hint=words.TEMPLATE_HINT))
        self.qr = QrPicture("ways_back_qr", self)
        self.says = Text("", Role.BODY, parent=self)
        self.under = Text("", Role.BODY, Tone.QUIET, parent=self)
        save = Action(name="save_way", label=words.SAVE_WAY, key=words.SAVE_WAY_KEY)
        self.save = ActionButton(save, ButtonStyle.FILLED, parent=self)
        self.page = ActionButton(own("save_web_page", words.SAVE_PAGE), parent=self)
        self._lay_out()
        self.way.changed.connect(self._picked)
        self.template.changed.connect(self._show)
        self.save.clicked.connect(self._save)
        self.page.clicked.connect(self.page_wanted)

    def show_settings(self, settings: Settings, shown: Callable[[Settings], Shown]) -> None:
        """As it is kept; `shown` says what a slip carries by some settings."""
        self._settings, self._shown = settings, shown
        self.way.set_value(settings.way or FIRST)
        self.template.set_value(settings.template)
        self._picked()

    def differs(self) -> bool:
        """Whether something was chosen or typed and not saved."""
        return (self._way(), self.template.value().strip()) != (self._settings.way, self._settings.template)

    def refuse(self, sentence: str, field: str) -> None:
        """It can't be kept; a sentence beside its field."""
        (self.template if field == "template" else self.way).show_problem(sentence)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        super().restyle(theme)
        self.body.setSpacing(theme.space(10))
        if hasattr(self, "_row"):
            self._row.setSpacing(theme.space(16))
            self._beside.setSpacing(theme.space(3))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves."""
        if event.key() in ENTER:
            self._save()
        else:
            event.ignore()

    def _lay_out(self) -> None:
        self._row, self._beside, foot = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._row.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._beside, 1)
        for label, text in ((words.QR_SAYS, self.says), (words.UNDER_IT, self.under)):
            self._beside.addWidget(Text(label, Role.LABEL, Tone.QUIET, parent=self))
            self._beside.addWidget(text)
        self._beside.addWidget(Text(words.REACH, Role.SMALL, Tone.QUIET, parent=self))
        self._beside.addStretch(1)
        foot.addWidget(self.save)
        foot.addWidget(self.page)
        foot.addStretch(1)
        self.body.addWidget(self.way)
        self.body.addWidget(self.template)
        self.body.addLayout(self._row)
        self.body.addLayout(foot)
        self.restyle(current())

    def _way(self) -> str:
        chosen = self.way.value()
        return "" if chosen == FIRST else chosen

    def _picked(self) -> None:
        way = self._way()
        self.template.setVisible(way in OF_THE_WEB)
        self.page.setVisible(way == "page")
        self.way.set_hint(words.WAY_HINTS.get(way, ""))
        self._show()

    def _show(self) -> None:
        """The code as it would be printed; where it can't be, what is wrong."""
        for field in (self.way, self.template):
            field.show_problem("")
        shown = self._what_is_shown()
        self.qr.show_content(shown.qr if shown else "")
        self.says.set_text(shown.qr if shown else "")
        self.under.set_text("\n".join(shown.words) if shown else "")

    def _what_is_shown(self) -> Shown | None:
        if self._shown is None:
            return None
        try:
            return self._shown(ways_back.choose(self._settings, self._way(), self.template.value()))
        except Known:
            return None

    def _save(self) -> None:
        self.saved.emit(self._way(), self.template.value())
