"""What the program is, where its data lies, and whose parts are inside, with their licences."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from counter.records.about import About, Part
from counter.ui.owner.actions import own
from counter.ui.owner.page import Page
from counter.ui.texts import about as words
from counter.ui.theme import Mode, Role, Theme, Tone, current
from counter.ui.widgets.buttons import ActionButton
from counter.ui.widgets.scroller import Scroller, SlimBar
from counter.ui.widgets.table import Column, Row, Table
from counter.ui.widgets.text import Text
from counter.ui.widgets.themed import Themed, present

_COLUMNS = tuple(Column(title=head, stretch=not number) for number, head in enumerate(words.PART_HEADS))
_TABLE, _WORDS, _LEAST_ROWS = 2, 3, 5


class LicenceText(Themed, QPlainTextEdit):
    """A long text to read and copy, never to change; Tab goes on, Esc is the window's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("licence_text")
        self.setAccessibleName(words.LICENCE_TEXT)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBar(SlimBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.restyle(current())

    def restyle(self, theme: Theme) -> None:
        """Takes its font from the theme; a few lines are always in view."""
        self.setFont(theme.font(Role.SMALL))
        self.setMinimumHeight(_LEAST_ROWS * self.fontMetrics().lineSpacing())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes on to the window."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class AboutPage(Page):
    """Version, data folder and licences; the table's chosen part shows its text beside it. `report_wanted` for help."""

    report_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("about", words.ABOUT, parent=parent)
        self._parts: dict[str, Part] = {}
        self._ours = Text(words.OURS, Role.BODY, parent=self)
        self._data = Text("", Role.BODY, parent=self)
        self._where = Text("", Role.SMALL, Tone.QUIET, parent=self)
        self.table = Table("parts", words.PARTS, _COLUMNS, self)
        self._terms = Text("", Role.STRONG, parent=self)
        self.licence = LicenceText(self)
        self._help = ActionButton(own("report_for_help", words.FOR_HELP), parent=self)
        self._help.clicked.connect(self.report_wanted)
        self._report = Text(words.HELP_HOLDS, Role.SMALL, Tone.QUIET, parent=self)
        self.scroller = Scroller("about_scroll", self)
        self.body.addWidget(self.scroller, 1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._read = QVBoxLayout()
        self._read.addWidget(self._terms)
        self._read.addWidget(self.licence, 1)
        self._both.addWidget(self.table, _TABLE)
        self._both.addLayout(self._read, _WORDS)
        for part in (self._ours, self._data, self._where):
            self.scroller.body.addWidget(part)
        self.scroller.body.addWidget(self._help, 0, Qt.AlignmentFlag.AlignLeft)
        self.scroller.body.addWidget(self._report)
        self.scroller.body.addLayout(self._both, 1)
        self.scroller.body.addStretch(0)  # takes the room where no part is listed
        self.table.chosen.connect(self._show_text)
        self.restyle(current())

    def show_about(self, about: About) -> None:
        """All of it; without notices, as in a copy that runs from its sources, a sentence says why."""
        self.heading.say(words.version(about.version))
        self._data.set_text(words.data(about.data, portable=about.portable))
        self._where.set_text(words.notices(about.notices) if about.notices else words.FROM_SOURCES)
        self._parts = {part.name: part for part in about.parts}
        self.table.set_rows(
            [Row(key=part.name, cells=(part.name, part.version)) for part in about.parts]
        )
        for part in (self.table, self.licence, self._terms):
            present(part, shown=bool(about.parts))
        self._show_text(self.table.chosen_key())

    def say_report(self, sentence: str) -> None:
        """Where the report for help lies, or why there is none."""
        self._report.set_text(sentence)

    def start(self) -> None:
        """The list of parts."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_mode(self, mode: Mode) -> None:
        """One above the other where room is short."""
        super().set_mode(mode)
        narrow = mode is Mode.NARROW
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        super().restyle(theme)
        if hasattr(self, "_both"):
            self._both.setSpacing(theme.space(12))
            self._read.setSpacing(theme.space(6))
            self.scroller.body.setSpacing(theme.space(10))
            self.table.setMinimumHeight(theme.px(32) * (_LEAST_ROWS + 1))

    def _show_text(self, key: object) -> None:
        part = self._parts.get(key) if isinstance(key, str) else None
        self._terms.set_text(part.licence if part else "")
        self.licence.setPlainText(part.text if part else "")
