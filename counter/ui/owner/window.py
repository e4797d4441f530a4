"""The owner's window: pages at the start, the chosen one beside them, the message at the foot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.ui.owner.about import AboutPage
from counter.ui.owner.backups import BackupsPage
from counter.ui.owner.boundaries import BoundariesPage
from counter.ui.owner.bring import BringPage
from counter.ui.owner.gestures import GesturesPage
from counter.ui.owner.gestures_giving import GivingPage
from counter.ui.owner.inbox import InboxPage
from counter.ui.owner.keeping import KeepingPage
from counter.ui.owner.lines import LinesPage
from counter.ui.owner.one_person import OnePersonPage
from counter.ui.owner.page import Page
from counter.ui.owner.page_chips import PageChips
from counter.ui.owner.printers import PrintersPage
from counter.ui.owner.same_person import SamePersonPage
from counter.ui.owner.shop import ShopPage
from counter.ui.owner.slip_design import SlipDesignPage
from counter.ui.owner.staff import StaffPage
from counter.ui.owner.take_out import TakeOutPage
from counter.ui.owner.today import TodayPage
from counter.ui.owner.voices import VoicesPage
from counter.ui.owner.ways_back import WaysBackPage
from counter.ui.owner.wrongs import WrongsPage
from counter.ui.texts import common
from counter.ui.texts import owner as words
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.keylist import KeyLine, NavList
from counter.ui.widgets.messages import MessageBar
from counter.ui.widgets.ring import FocusRing
from counter.ui.widgets.tabbing import ReadInOrder
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, margins
from counter.ui.widgets.topbar import TopBar

NAV_WIDTH: Final = 220
# where the names of the pages begin, px at 100 %
NAV_INDENT: Final = 21


class OwnerWindow(ReadInOrder, Themed, QWidget):
    """`back` on F10, `undo` on Ctrl+Z, `help(page)` on F1, `list_wanted` on Ctrl+S where the page has nothing of its
    own to save, `page_shown(name)` when a page comes to the front.

    Each page is an attribute of its name and has its own signals. Their keys hold only while the focus is in here.
    """

    back = Signal()
    undo = Signal()
    help = Signal(str)
    list_wanted = Signal()
    page_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("owner_window")
        self.setAccessibleName(common.OWNERS_WINDOW)
        self.mode = Mode.WIDE
        self.today, self.gestures, self.lines = TodayPage(), GesturesPage(), LinesPage()
        self.staff, self.shop, self.printers = StaffPage(), ShopPage(), PrintersPage()
        self.bring, self.backups = BringPage(), BackupsPage()
        self.one_person, self.take_out, self.keeping = OnePersonPage(), TakeOutPage(), KeepingPage()
        self.voices, self.inbox, self.wrongs = VoicesPage(), InboxPage(), WrongsPage()
        self.slips, self.ways_back = SlipDesignPage(), WaysBackPage()
        self.about, self.same_person, self.giving = AboutPage(), SamePersonPage(), GivingPage()
        self.boundaries = BoundariesPage()
        pages: tuple[Page, ...] = (
            self.today, self.voices, self.inbox, self.wrongs, self.ways_back, self.gestures, self.boundaries,
            self.giving, self.lines, self.slips, self.staff, self.shop, self.printers, self.bring, self.take_out,
            self.one_person, self.keeping, self.same_person, self.backups, self.about,
        )  # fmt: skip
        self._pages = {page.name: page for page in pages}
        self._shown = "today"
        self._build_frame()
        self._connect()
        self._fit(self.width())
        self.ring = FocusRing(self)
        self.show_page("today")

    def show_page(self, name: str) -> None:
        """Brings a page to the front, without taking the focus."""
        self._shown = name
        for page_name, page in self._pages.items():
            page.setVisible(page_name == name)
        self.nav.set_active(name)
        self.chips.choose([name])
        self.page_shown.emit(name)

    def page(self, name: str = "") -> Page:
        """The page of that name; without one, the page at the front."""
        return self._pages[name or self._shown]

    def set_shop(self, name: str, logo: QPixmap | None = None) -> None:
        """The shop's name and mark at the top and on its page."""
        self.top.set_shop(name, common.OWNERS_WINDOW)
        self.top.mark.set_logo(logo)
        self.shop.logo.set_logo(logo)

    def start(self) -> None:
        """Puts the focus where the keyboard begins: on the list of pages."""
        (self.chips if self.mode is Mode.NARROW else self.nav).setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self, theme: Theme) -> None:
        """Another text size may mean another grid."""
        self._fit(self.width())
        self.nav.setFixedWidth(theme.px(NAV_WIDTH))
        side = theme.space(20)
        self._middle.setContentsMargins(side, theme.space(16), side, theme.space(12))
        self._middle.setSpacing(theme.space(24))
        self._right.setSpacing(theme.space(10))
        margins(self._below, theme, (NAV_INDENT, 0, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may mean another grid."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where no form wanted it, goes to the list of pages."""
        if event.key() == Qt.Key.Key_Escape:
            self.start()
        elif event.matches(QKeySequence.StandardKey.Save):
            if not self.page().ask_for("save"):
                self.list_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Print):
            if not self.page().ask_for("print"):
                self.message.note(words.NOTHING_TO_PRINT)
        else:
            event.ignore()

    def _build_frame(self) -> None:
        self.top = TopBar(Action(name="back_to_counter", label=common.BACK, key=common.OWNER_KEY), self)
        self.nav = NavList("owner_pages", words.PAGES_LABEL, self)
        self.nav.set_lines([KeyLine(name=name, key="", label=label) for name, label in words.PAGES], "today")
        self.chips = PageChips(self)
        hints = [
            Action(name="help", label=common.HELP, key=common.HELP_KEY),
            Action(name="back", label=common.COUNTER, key=common.OWNER_KEY),
        ]
        self.message = MessageBar(Action(name="undo", label=common.UNDO, key=common.UNDO_KEY), hints, self)
        self._left, self._right, self._middle = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._left.addWidget(self.nav)
        self._left.addStretch(1)
        self._hint = Text(words.CHOOSE_A_PAGE, Role.SMALL, Tone.QUIET, parent=self)
        self._below = QVBoxLayout()
        self._below.addWidget(self._hint)
        self._left.addLayout(self._below)
        self._right.addWidget(self.chips)
        for page in self._pages.values():
            self._right.addWidget(page, 1)
        self._middle.addLayout(self._left)
        self._middle.addLayout(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(self._middle, 1)
        column.addWidget(self.message)
        self.restyle(current())

    def _connect(self) -> None:
        self.nav.pressed.connect(self.show_page)
        self.chips.changed.connect(self._chip)
        self.top.staff_pressed.connect(self.back)
        self.today.page_wanted.connect(self.show_page)
        self.message.undo.connect(self.undo)
        self.message.hinted.connect(self._hinted)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("F10", self.back.emit),
            ("F1", self._help),
            ("Ctrl+Z", self.undo.emit),
            ("Ctrl+N", self._new),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _fit(self, width: int) -> None:
        self.mode = current().mode(width)
        narrow = self.mode is Mode.NARROW
        for part in (self.nav, self._hint):
            part.setHidden(narrow)
        self.chips.setVisible(narrow)
        self.top.set_mode(self.mode)
        self.message.set_mode(self.mode)
        for page in self._pages.values():
            page.set_mode(self.mode)

    def _chip(self, keys: tuple[str, ...]) -> None:
        self.show_page(keys[0] if keys else self._shown)

    def _hinted(self, name: str) -> None:
        (self._help if name == "help" else self.back.emit)()

    def _help(self) -> None:
        self.help.emit(f"owner_{self._shown}")

    def _new(self) -> None:
        if not self.page().form_is_open():
            self.page().new()
