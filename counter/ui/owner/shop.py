"""All settings of the shop on one page that scrolls; Save stays in sight."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter.settings import Settings
from counter.ui.owner.grid import FieldGrid
from counter.ui.owner.logo import LogoField
from counter.ui.owner.page import Page
from counter.ui.owner.setting_fields import SettingFields
from counter.ui.texts import owner as words
from counter.ui.texts import shop as shop_words
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.buttons import ENTER, Action, ActionButton, ButtonStyle
from counter.ui.widgets.fields import Field
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.text import Text

_ACROSS: Final = {"shop": 2, "reach": 2, "hours": 4, "rules": 2, "extras": 4, "slips": 1, "screen": 1}
_FULL_WIDTH: Final = ("shop_name", "trade", "way")


class ShopPage(Page):
    """`changed(Settings)` when saved by Enter or the button; `logo.picked(Path)`, `logo.removed`."""

    changed = Signal(object)
    typing = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("shop", words.SHOP, words.SHOP_SUB, parent)
        self.fields, self.logo = SettingFields(parent=self), LogoField(self)
        self._grids: list[FieldGrid] = []
        self.scroller = Scroller("shop_scroll", self)
        self.body.addWidget(self.scroller, 1)
        for section, title in shop_words.SECTIONS.items():
            self.scroller.body.addWidget(self._panel(section, title))
        self.scroller.body.addStretch(1)
        save = Action(name="save_shop", label=words.SAVE_SHOP, key=words.SAVE_SHOP_KEY)
        self._save = ActionButton(save, ButtonStyle.FILLED, parent=self)
        self._note = Text("", Role.SMALL, Tone.QUIET, parent=self)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._save)
        self._foot.addWidget(self._note, 1, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._foot)
        self._save.clicked.connect(self._try_to_save)
        self.fields.changed.connect(self._typed)
        self.restyle(current())

    def show_settings(self, settings: Settings) -> None:
        """The settings as they are saved now."""
        self.fields.fill(settings)
        self._say("")
        self.typing.emit(False)  # noqa: FBT003

    def refuse(self, sentence: str, field: str = "") -> None:
        """They can't be saved; a sentence beside the field, or beside the button."""
        wrong = self.fields.find(field)
        if wrong is None:
            self._say(sentence, Tone.RED)
            return
        wrong.show_problem(sentence)
        self._reveal(wrong)

    def form_is_open(self) -> bool:
        """Whether something was typed and not saved."""
        return self.fields.differs()

    def start(self) -> None:
        """The first field."""
        self.fields.field("shop_name").setFocus(Qt.FocusReason.OtherFocusReason)

    def set_mode(self, mode: Mode) -> None:
        """Fewer fields abreast where room is short."""
        super().set_mode(mode)
        for grid in self._grids:
            grid.set_mode(mode)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        super().restyle(theme)
        if hasattr(self, "_foot"):
            self._foot.setSpacing(theme.space(12))
            self.scroller.body.setSpacing(theme.space(12))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves."""
        if event.key() in ENTER:
            self._try_to_save()
        else:
            event.ignore()

    def _panel(self, section: str, title: str) -> Panel:
        panel = Panel(f"section_{section}", parent=self)
        panel.add_heading(title)
        fields = self.fields.in_section(section)
        wide = [field for field in fields if field.spec.name in _FULL_WIDTH]
        rest = [field for field in fields if field.spec.name not in _FULL_WIDTH]
        grid = FieldGrid(rest, _ACROSS[section], panel)
        for part in (*(f for f in wide if f.spec.name != "way"), grid, *(f for f in wide if f.spec.name == "way")):
            panel.body.addWidget(part)
        if section == "shop":
            panel.body.addWidget(self.logo)
        self._grids.append(grid)
        return panel

    def _typed(self) -> None:
        self._say(words.UNSAVED if self.fields.differs() else "")
        self.typing.emit(self.fields.differs())

    def _try_to_save(self) -> None:
        wrong = self.fields.wrong()
        if wrong is not None:
            self._reveal(wrong)
            return
        self.changed.emit(self.fields.settings())

    def _reveal(self, field: Field) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroller.reveal(field)

    def _say(self, sentence: str, tone: Tone = Tone.QUIET) -> None:
        self._note.set_look(tone=tone)
        self._note.set_text(sentence)
