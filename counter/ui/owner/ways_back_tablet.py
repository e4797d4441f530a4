"""The page on the counter's tablet: on or off, and where the tablet finds it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.records.answers import TabletStands
from counter.ui.owner.actions import own
from counter.ui.texts import ways_back as words
from counter.ui.theme import Role, Theme, Tone
from counter.ui.widgets.buttons import ActionButton
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.qr import QrPicture
from counter.ui.widgets.text import Text


class TabletPart(Panel):
    """`switched(on, address)`."""

    switched = Signal(bool, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ways_back_tablet", parent=parent)
        self._stands = TabletStands()
        self.add_heading(words.TABLET)
        self.body.addWidget(Text(words.TABLET_WORDS, Role.BODY, Tone.QUIET, parent=self))
        self.address = ChoiceField(FieldSpec(name="tablet_address", label=words.TABLET_ADDRESS), [])
        self.now = Text("", Role.BODY, parent=self)
        self.url = Text("", Role.ROW, parent=self)
        self.qr = QrPicture("tablet_qr", self)
        self.switch = ActionButton(own("switch_tablet", words.TABLET_ON), parent=self)
        self._row, beside = QHBoxLayout(), QVBoxLayout()
        self._row.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(beside, 1)
        for part in (self.now, self.url):
            beside.addWidget(part)
        beside.addStretch(1)
        self.body.addWidget(self.address)
        self.body.addLayout(self._row)
        self.body.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.switch.clicked.connect(self._switch)
        self.address.changed.connect(self._another)
        self.show_stands(self._stands)

    def show_stands(self, stands: TabletStands, chosen: str = "") -> None:
        """How the page stands; `chosen` is the address that the owner took."""
        self._stands = stands
        addresses = tuple(dict.fromkeys((*stands.addresses, *([chosen] if chosen else []))))
        self.address.editor.set_choices([Choice(address, address) for address in addresses])
        self.address.set_value(chosen or next(iter(addresses), ""))
        self.address.setVisible(len(addresses) > 1)
        starts = words.OPEN_ON_TABLET if stands.url else stands.trouble or words.TABLET_STARTS
        off = words.TABLET_IS_OFF if addresses else words.NO_NETWORK
        self.now.set_look(tone=Tone.RED if stands.on and stands.trouble else Tone.QUIET)
        self.now.set_text(starts if stands.on else off)
        self.url.show_text(stands.url)
        self.qr.show_content(stands.url)
        self.switch.set_action(own("switch_tablet", words.TABLET_OFF if stands.on else words.TABLET_ON))
        self.switch.setEnabled(stands.on or bool(addresses))

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        super().restyle(theme)
        self.body.setSpacing(theme.space(10))
        if hasattr(self, "_row"):
            self._row.setSpacing(theme.space(16))

    def _switch(self) -> None:
        self.switched.emit(not self._stands.on, self.address.value())

    def _another(self) -> None:
        if self._stands.on:
            self.switched.emit(True, self.address.value())  # noqa: FBT003
