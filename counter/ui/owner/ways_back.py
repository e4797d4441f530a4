"""The page on which the owner says how customers tell us, brings in what they wrote, and switches the tablet's page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from counter.office.feedback_in import Preview
from counter.records.answers import FormFile
from counter.ui.owner.actions import ask_files, ask_place
from counter.ui.owner.page import Page
from counter.ui.owner.ways_back_chat import ChatShown
from counter.ui.owner.ways_back_preview import PreviewPart
from counter.ui.owner.ways_back_slip import SlipPart
from counter.ui.owner.ways_back_tablet import TabletPart
from counter.ui.owner.ways_back_told import ToldPart
from counter.ui.texts import common
from counter.ui.texts import ways_back as words
from counter.ui.texts.keys import STOP_KEY
from counter.ui.theme import Theme
from counter.ui.widgets.buttons import Action
from counter.ui.widgets.progress import ProgressLine
from counter.ui.widgets.scroller import Scroller


class WaysBackPage(Page):
    """`files_picked(paths)`, `page_file_wanted(path)`, `kept` when the previewed is to be kept, `put_away`, `stopped`.

    The parts have signals of their own: `slip_part`, `told_part`, `tablet_part`, `preview`.
    """

    files_picked = Signal(list)
    page_file_wanted = Signal(str)
    kept = Signal()
    put_away = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ways_back", words.WAYS_BACK, words.WAYS_BACK_SUB, parent)
        self.slip_part, self.told_part, self.tablet_part = SlipPart(self), ToldPart(self), TabletPart(self)
        self.preview = PreviewPart(self)
        self.progress = ProgressLine(Action(name="stop_keeping", label=common.STOP, key=STOP_KEY, own=True), self)
        self.scroller = Scroller("ways_back_scroll", self)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.scroller, 1)
        self.body.addWidget(self.preview, 1)
        for part in (self.told_part, self.slip_part, self.tablet_part):
            self.scroller.body.addWidget(part)
        self.scroller.body.addStretch(1)
        self.preview.hide()
        self._connect()

    def show_preview(self, preview: Preview, form: FormFile | None = None, chat: ChatShown | None = None) -> None:
        """What would be kept, in the place of all else; of a form's table its columns, of a chat what is asked."""
        self.preview.show_preview(preview, form, chat)
        self._front(preview=True)

    def show_form(self, form: FormFile, sentence: str) -> None:
        """A file whose columns have to be put right first."""
        self.preview.show_form(form, sentence)
        self._front(preview=True)

    def show_parts(self) -> None:
        """Back from the preview."""
        self._front(preview=False)

    def set_busy(self, sentence: str, *, busy: bool = True) -> None:
        """Answers are being kept; it can be stopped."""
        (self.progress.start(sentence) if busy else self.progress.finish())
        for part in (self.preview, self.scroller):
            part.setEnabled(not busy)

    def form_is_open(self) -> bool:
        """Whether something is looked at, pasted or chosen that is not kept."""
        return not self.preview.isHidden() or bool(self.told_part.text.value().strip()) or self.slip_part.differs()

    def refuse(self, sentence: str, field: str = "") -> None:
        """It can't be kept; a sentence beside what is wrong."""
        if field == "pasted":
            self.told_part.refuse(sentence)
        else:
            self.slip_part.refuse(sentence, field)

    def new(self) -> None:
        """Asks for files with what customers wrote (Ctrl+N)."""
        if self.preview.isHidden():
            ask_files(self, words.CHOOSE_WORDS, words.FILES, self.files_picked.emit)

    def start(self) -> None:
        """Where what was told is brought in; on the preview, what has to be said, or its first button that acts."""
        first = self.told_part.text if self.preview.isHidden() else self.preview.first()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        super().restyle(theme)
        if hasattr(self, "scroller"):
            self.scroller.body.setSpacing(theme.space(12))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts a preview away; what was pasted stays."""
        if event.key() == Qt.Key.Key_Escape and not self.preview.isHidden():
            self._do("put_answers_away")
        else:
            event.ignore()

    def _connect(self) -> None:
        self.told_part.file_wanted.connect(self.new)
        self.slip_part.page_wanted.connect(self._ask_place)
        self.preview.row.pressed.connect(self._do)
        self.progress.cancelled.connect(self.stopped)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self.preview)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._do, "keep_answers"))

    def _front(self, *, preview: bool) -> None:
        """The focus moves with what comes to the front, not when that is shown anew."""
        before = not self.preview.isHidden()
        self.preview.setVisible(preview)
        self.scroller.setVisible(not preview)
        if self.isVisible() and (preview != before or not self.isAncestorOf(self.focusWidget() or self)):
            self.start()

    def _do(self, name: str) -> None:
        if name == "put_answers_away":
            self.show_parts()
            self.put_away.emit()
        elif self.preview.row.buttons["keep_answers"].isEnabled():
            self.kept.emit()

    def _ask_place(self) -> None:
        ask_place(self, words.SAVE_PAGE, words.PAGE_NAME, self.page_file_wanted.emit)
