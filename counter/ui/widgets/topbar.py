"""The top of the window: whose shop, how the printer is, when, and who stands at the counter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.buttons import Action, ActionButton
from counter.ui.widgets.icons import Icon, paint_icon
from counter.ui.widgets.panels import Tag
from counter.ui.widgets.tag_button import TagButton
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, clear, margins

# the widest that the chip of who is at the counter gets, px at 100 %; the shop's name gives way to all else
_STAFF: Final = 230


class ShopMark(Themed, QWidget):
    """The shop's logo, or a door."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logo: QPixmap | None = None
        self.restyle(current())

    def set_logo(self, logo: QPixmap | None) -> None:
        """Shows a logo; None shows the door."""
        self._logo = logo
        self.update()

    def restyle(self, theme: Theme) -> None:
        """Grows with the text."""
        self.setFixedSize(theme.px(22), theme.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The logo in its own proportions."""
        painter = QPainter(self)
        if self._logo is None or self._logo.isNull():
            paint_icon(painter, Icon.DOOR, QRectF(self.rect()), Tone.GREEN)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._logo.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawPixmap(left, top, size.width(), size.height(), self._logo)


class TopBar(Themed, QWidget):
    """Shop, printer, time, staff. `staff_pressed` for the chip at the end, `printer_pressed` for the printer's tags."""

    staff_pressed = Signal()
    printer_pressed = Signal()

    def __init__(self, staff: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._narrow = False
        self._printer: tuple[tuple[str, Tone], ...] = ()
        self._others: tuple[tuple[str, Tone], ...] = ()
        self.mark = ShopMark(self)
        self._shop = Text("", Role.ROW, lines=1, parent=self)
        self._part = Text("", Role.BODY, Tone.QUIET, lines=1, parent=self)
        self._tags = QHBoxLayout()
        self._when = Text("", Role.SMALL, Tone.QUIET, lines=1, parent=self)
        for text in (self._part, self._when):
            text.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._staff = ActionButton(staff, parent=self)
        self._staff.clicked.connect(self.staff_pressed)
        kept = self._staff.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._staff.setSizePolicy(kept)
        self._staff.setVisible(bool(staff.label))
        self._row = QHBoxLayout(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        for widget in (self.mark, self._shop, self._part):
            self._row.addWidget(widget, 0, middle)
        self._row.addStretch(1)
        self._row.addLayout(self._tags)
        self._row.addWidget(self._when, 0, middle)
        self._row.addWidget(self._staff, 0, middle)
        self.restyle(current())

    def set_shop(self, name: str, part: str = "") -> None:
        """The shop's name, and which part of the program this is (“owner’s window”)."""
        self._shop.set_text(name)
        self._part.show_text(part)

    def set_printer(self, tags: Sequence[tuple[str, Tone]], others: Sequence[tuple[str, Tone]] = ()) -> None:
        """How the printer is: QUIET tags, INK or RED ones with the number waiting; `others` stand before them."""
        self._printer, self._others = tuple(tags), tuple(others)
        focused = any(button.hasFocus() for button in self.findChildren(TagButton))
        clear(self._tags)
        for words, tone in self._in_sight(self._others):
            self._tags.addWidget(Tag(words, tone, self), 0, Qt.AlignmentFlag.AlignVCenter)
        buttons = [TagButton("printer_tag", *tag, self) for tag in self._in_sight(self._printer)]
        for button in buttons:
            button.clicked.connect(self.printer_pressed)
            self._tags.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        if focused and buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _in_sight(self, tags: Sequence[tuple[str, Tone]]) -> list[tuple[str, Tone]]:
        return [(words, tone) for words, tone in tags if tone is not Tone.QUIET or not self._narrow]

    def set_when(self, words: str) -> None:
        """Day and time in the shop's zone."""
        self._when.set_text(words)
        self._when.setVisible(bool(words) and not self._narrow)

    def set_mode(self, mode: Mode) -> None:
        """Where there is least room, only what is wrong or late stays beside shop and staff."""
        self._narrow = mode is Mode.NARROW
        self.set_printer(self._printer, self._others)
        self.set_when(self._when.text())

    def set_staff(self, action: Action) -> None:
        """Who is at the counter, with their key."""
        self._staff.set_action(action)
        self._staff.setVisible(bool(action.label))
        self._staff.keep_whole(current().px(_STAFF))

    def restyle(self, theme: Theme) -> None:
        """Takes its paddings from the theme."""
        margins(self._row, theme, (20, 6, 20, 7))
        self._row.setSpacing(theme.space(10))
        self._tags.setSpacing(theme.space(8))
        self.setMinimumHeight(theme.px(26) + theme.space(12))
        self._staff.keep_whole(theme.px(_STAFF))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline below."""
        theme, thin = current(), max(1, current().space(1))
        QPainter(self).fillRect(0, self.height() - thin, self.width(), thin, theme.colour(Tone.LINE))
