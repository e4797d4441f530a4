"""The page on which people are brought in: a file is chosen, its columns put right, seen through, and taken."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from counter.office.reading import Glance
from counter.ui.owner.actions import ActionRow, ask_file, ask_folder, ask_place
from counter.ui.owner.bring_columns import ColumnsPart
from counter.ui.owner.bring_decisions import Asked
from counter.ui.owner.bring_preview import PreviewPart
from counter.ui.owner.bring_start import StartPart
from counter.ui.owner.page import Page
from counter.ui.texts import bring as words
from counter.ui.texts import common
from counter.ui.texts.keys import STOP_KEY
from counter.ui.theme import Mode
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.progress import ProgressLine

_ACTIONS = (
    Action(name="show", label=words.SHOW, key=words.SHOW_KEY),
    Action(name="bring", label=words.BRING_IN, key=words.BRING_KEY),
    Action(name="proposed", label=words.AS_PROPOSED, key=words.AS_PROPOSED_KEY),
    Action(name="report", label=words.REPORT, key=words.REPORT_KEY),
    Action(name="away", label=words.OTHER_FILE, key=words.OTHER_KEY),
    Action(name="columns", label=words.BACK_TO_COLUMNS, key=words.OTHER_KEY),
)
_KEYS = (
    (words.CHOOSE_FOLDER_KEY, "folder"),
    ("Ctrl+Return", "on"), ("Ctrl+Enter", "on"),
    (words.AS_PROPOSED_KEY, "proposed"), (words.SAID_KEY, "said"),
)  # fmt: skip


class BringPage(Page):
    """`picked(path)`, `encoding_chosen(str)`, `looked(Shape, DayOrder or None)` when the columns are right,
    `taken(Answers)`, `report_wanted(path)`, `taken_back(Run)`, `stopped` and `put_away`; `folder_picked(path)` of one
    that holds everything.
    """

    picked = Signal(object)
    folder_picked = Signal(str)
    encoding_chosen = Signal(str)
    looked = Signal(object, object)
    taken = Signal(object)
    report_wanted = Signal(object)
    taken_back = Signal(object)
    stopped = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("bring", words.BRING, words.BRING_SUB, parent)
        self.start_part, self.columns, self.preview = StartPart(self), ColumnsPart(self), PreviewPart(self)
        self.progress = ProgressLine(Action(name="stop_bringing", label=common.STOP, key=STOP_KEY, own=True), self)
        self.row = ActionRow(_ACTIONS, ("show", "bring"), self)
        self._busy = False
        self._part: StartPart | ColumnsPart | PreviewPart = self.start_part
        self.body.addWidget(self.row)
        self.body.addWidget(self.progress)
        for part in (self.start_part, self.columns, self.preview):
            self.body.addWidget(part, 1)
        self._connect()
        self._show(self.start_part)

    def show_glance(self, glance: Glance, encoding: str = "") -> None:
        """A file was looked at."""
        self.columns.show_glance(glance, encoding)
        self._show(self.columns)

    def show_preview(self, asked: Asked) -> None:
        """A file was held against those who are here."""
        self.preview.show_preview(asked)
        self._show(self.preview)

    def show_start(self) -> None:
        """Nothing is under way any more."""
        self._show(self.start_part)

    def set_busy(self, sentence: str, *, busy: bool = True) -> None:
        """Something lasts: it can be stopped, and nothing else can be done here meanwhile."""
        self._busy = busy
        if busy:
            self.progress.start(sentence)
        else:
            self.progress.finish()
        for part in (self.start_part, self.columns, self.preview, self.row):
            part.setEnabled(not busy)

    def form_is_open(self) -> bool:
        """Whether a file is under way."""
        return self._busy or self._part is not self.start_part

    def new(self) -> None:
        """Chooses a file."""
        if not self.form_is_open():
            ask_file(self, words.CHOOSE, words.FILES, self.picked.emit)

    def start(self) -> None:
        """Where work begins on what is shown."""
        self._part.start()

    def set_mode(self, mode: Mode) -> None:
        """Lesser columns go first."""
        super().set_mode(mode)
        self.start_part.set_mode(mode)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes a step back; what was put right on the way stays until the file is put away."""
        if event.key() == Qt.Key.Key_Escape and self._part is not self.start_part and not self._busy:
            self._do("away")
        else:
            event.ignore()

    def ask_for(self, wish: str) -> bool:
        """Ctrl+S saves what would happen, row by row; elsewhere on the page there is only the list of files."""
        if wish != "save" or self._part is not self.preview:
            return False
        self._do("report")
        return True

    def _connect(self) -> None:
        start = self.start_part
        start.drop.choose.clicked.connect(self.new)
        start.drop.dropped.connect(self.picked)
        start.folder.choose.clicked.connect(partial(self._do, "folder"))
        start.taken_back.connect(self.taken_back)
        self.columns.encoding_chosen.connect(self.encoding_chosen)
        self.progress.cancelled.connect(self.stopped)
        self.row.pressed.connect(self._do)
        for key, name in _KEYS:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._do, name))
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), start.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(start.press_take_back)

    def _show(self, wanted: StartPart | ColumnsPart | PreviewPart) -> None:
        self._part = wanted
        for part in (self.start_part, self.columns, self.preview):
            part.setVisible(part is wanted)
        shown = {"ColumnsPart": ("show", "away"), "PreviewPart": ("bring", "proposed", "report", "columns")}
        self.row.show_only(shown.get(type(wanted).__name__, ()))
        self.heading.say(words.BRING_SUB if wanted is self.start_part else "")
        if self.isVisible():
            wanted.start()

    def _do(self, name: str) -> None:
        """A button or its key, where it means something now."""
        if self._busy:
            return
        if self._part is self.start_part and name == "folder":
            ask_folder(self, words.FOLDER, self.folder_picked.emit)
        elif self._part is self.preview:
            self._do_with_preview(name)
        elif self._part is self.columns and name in ("show", "on"):
            if self.columns.complete():
                self.looked.emit(self.columns.shape(), self.columns.order())
        elif self._part is self.columns and name == "away":
            self._show(self.start_part)
            self.put_away.emit()

    def _do_with_preview(self, name: str) -> None:
        if name in ("bring", "on"):
            self.taken.emit(self.preview.answers())
        elif name == "said":
            self.preview.toggle_said()
        elif name == "proposed":
            self.preview.take_as_proposed()
        elif name == "report":
            ask_place(self, words.REPORT, words.REPORT_FILE, self.report_wanted.emit)
        else:
            self._show(self.columns)
