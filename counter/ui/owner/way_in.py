"""Where the shop's file can't be opened: the sentence, the backups, and going back to one of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.records.backups import Shelf
from counter.records.here import Here
from counter.ui.owner.backups import BackupsPage
from counter.ui.texts import backups as words
from counter.ui.texts import common
from counter.ui.theme import Theme, current
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.messages import MessageBar
from counter.ui.widgets.ring import FocusRing
from counter.ui.widgets.tabbing import ReadInOrder
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed


class ChoosingPage(BackupsPage):
    """The backups without what needs an open shop: no new one can be made, and no second place chosen."""

    def show_shelf(self, shelf: Shelf, here: Here) -> None:
        """Everything there is; where there is nothing, what one can do."""
        super().show_shelf(shelf, here)
        self.empty.explain(words.NONE_HERE, shelf.backups)

    def new(self) -> None:
        """There is no shop to copy."""

    def _present(self) -> None:
        super()._present()
        self.new_button.hide()
        self.place.hide()


class WayIn(ReadInOrder, Themed, QWidget):
    """`page` with the backups in the place of the counter, and `message` at its foot."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setObjectName("way_in")
        self.setWindowTitle(common.PROGRAM)
        self.page = ChoosingPage(self)
        self.page.heading.title.set_text(words.NOT_OPENED)
        self.page.heading.say("")
        self.page.body.insertWidget(0, Text(words.not_opened(sentence), parent=self.page))
        self.message = MessageBar(Action(name="undo", label=common.UNDO, key=common.UNDO_KEY), parent=self)
        self._column, self._middle = QVBoxLayout(self), QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._middle.addWidget(self.page)
        self._column.addLayout(self._middle, 1)
        self._column.addWidget(self.message)
        self.ring = FocusRing(self)
        self.restyle(current())

    def restyle(self, theme: Theme) -> None:
        """The owner's margins."""
        side = theme.space(20)
        self._middle.setContentsMargins(side, theme.space(16), side, theme.space(12))
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may mean another grid."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where no form wanted it, goes to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.page.start()
        else:
            super().keyPressEvent(event)

    def _fit(self, width: int) -> None:
        mode = current().mode(width)
        self.page.set_mode(mode)
        self.message.set_mode(mode)
