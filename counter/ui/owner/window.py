"""The owner's window: pages at the start, the chosen one beside them, the message at the foot."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Final, TypeVar

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
P = TypeVar("P", bound=Page)


def _page(make: Callable[[QWidget], P]) -> cached_property[P]:
    """A page that is made when it is first asked for: all twenty at once would hold up F10 for half a second."""

    def built(window: OwnerWindow) -> P:
        made = make(window)
        setattr(window, made.name, made)  # those who are told of it ask for it
        window.take(made)
        return made

    return cached_property(built)


class OwnerWindow(ReadInOrder, Themed, QWidget):
    """`back` on F10, `undo` on Ctrl+Z, `help(page)` on F1, `list_wanted` on Ctrl+S where the page has nothing of its
    own to save, `built(Page)` once for each page, `page_shown(name)` when a page comes to the front.

    Each page is an attribute of its name, made at first use and then found in `made`, and has its own signals. Their
    keys hold only while the focus is in here.
    """

    today, gestures, lines = _page(TodayPage), _page(GesturesPage), _page(LinesPage)
    staff, shop, printers = _page(StaffPage), _page(ShopPage), _page(PrintersPage)
    bring, backups, take_out = _page(BringPage), _page(BackupsPage), _page(TakeOutPage)
    one_person, keeping, same_person = _page(OnePersonPage), _page(KeepingPage), _page(SamePersonPage)
    voices, inbox, wrongs = _page(VoicesPage), _page(InboxPage), _page(WrongsPage)
    slips, ways_back, about = _page(SlipDesignPage), _page(WaysBackPage), _page(AboutPage)
    giving, boundaries = _page(GivingPage), _page(BoundariesPage)

    back = Signal()
    undo = Signal()
    help = Signal(str)
    list_wanted = Signal()
    built = Signal(object)
    page_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("owner_window")
        self.setAccessibleName(common.OWNERS_WINDOW)
        self.mode = Mode.WIDE
        self.made: dict[str, Page] = {}
        self._shown = "today"
        self._build_frame()
        self._connect()
        self._fit(self.width())
        self.ring = FocusRing(self)
        self.show_page("today")

    def show_page(self, name: str) -> None:
        """Brings a page to the front, without taking the focus."""
        self._shown = name
        shown = self.page()
        for page in self.made.values():
            page.setVisible(page is shown)
        self.nav.set_active(name)
        self.chips.choose([name])
        self.page_shown.emit(name)

    def page(self, name: str = "") -> Page:
        """The page of that name; without one, the page at the front."""
        name = name or self._shown
        if name not in self.made:
            getattr(self, name)
        return self.made[name]

    def take(self, page: Page) -> None:
        """A page that was just made: it stands beside the list, hidden until it is shown."""
        self.made[page.name] = page
        page.hide()
        page.set_mode(self.mode)
        self._right.addWidget(page, 1)
        self.built.emit(page)

    def set_shop(self, name: str, logo: QPixmap | None = None) -> None:
        """The shop's name and mark at the top and on its page."""
        self.top.set_shop(name, common.OWNERS_WINDOW)
        self.top.mark.set_logo(logo)
        if "shop" in self.made:
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
        self.chips.changed.connect(lambda keys: self.show_page(keys[0] if keys else self._shown))
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
        for page in self.made.values():
            page.set_mode(self.mode)

    def _hinted(self, name: str) -> None:
        (self._help if name == "help" else self.back.emit)()

    def _help(self) -> None:
        self.help.emit(f"owner_{self._shown}")

    def _new(self) -> None:
        if not self.page().form_is_open():
            self.page().new()
