"""The page on which the shop's data is taken out: everything, the customers, or one list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from counter.ui.owner.actions import ask_folder, ask_place, own
from counter.ui.owner.page import Page
from counter.ui.texts import common
from counter.ui.texts import take_out as words
from counter.ui.texts.keys import STOP_KEY
from counter.ui.theme import Role, Theme, Tone
from counter.ui.widgets.buttons import Action, ActionButton
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, FieldSpec
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.progress import ProgressLine
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.text import Text


class TakeOutPage(Page):
    """`everything(folder)`, `people(path)` with `.csv` or `.vcf` at its end, `listed(name, path)`, `stopped`."""

    everything = Signal(str)
    people = Signal(str)
    listed = Signal(str, str)
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("take_out", words.TAKE_OUT, words.TAKE_OUT_SUB, parent)
        self._busy = False
        self.progress = ProgressLine(Action(name="stop_writing", label=common.STOP, key=STOP_KEY, own=True), self)
        self.scroller = Scroller("take_out_scroll", self)
        everything = Action(name="take_everything", label=words.EVERYTHING_BUTTON, key=words.EVERYTHING_KEY)
        self.all_of_it = ActionButton(everything)
        self.csv = ActionButton(own("take_csv", words.CSV))
        self.cards = ActionButton(own("take_cards", words.CARDS))
        self.which = ChoiceField(FieldSpec(name="which_list", label=words.WHICH_LIST), ())
        self.one_list = ActionButton(own("take_list", words.LIST_BUTTON))
        self.body.addWidget(self.progress)
        self.body.addWidget(self.scroller, 1)
        self._panel(words.EVERYTHING, words.EVERYTHING_WORDS, (self.all_of_it,))
        self._panel(words.PEOPLE, words.PEOPLE_WORDS, (self.csv, self.cards))
        self._panel(words.LISTS, words.LIST_WORDS, (self.which, self.one_list))
        self.scroller.body.addStretch(1)
        self.progress.cancelled.connect(self.stopped)
        self.all_of_it.clicked.connect(self.new)
        self.csv.clicked.connect(self._ask_csv)
        self.cards.clicked.connect(self._ask_cards)
        self.one_list.clicked.connect(self._ask_list)

    def show_lists(self, names: Sequence[str]) -> None:
        """The lists that there are; the first one is chosen."""
        self.which.editor.set_choices([Choice(name, name.capitalize()) for name in names], names[:1])

    def set_busy(self, sentence: str, *, busy: bool = True) -> None:
        """Something is being written; it can be stopped."""
        self._busy = busy
        if busy:
            self.progress.start(sentence)
        else:
            self.progress.finish()
        self.scroller.setEnabled(not busy)

    def form_is_open(self) -> bool:
        """Whether something is being written."""
        return self._busy

    def new(self) -> None:
        """Everything: asks for a folder."""
        if not self._busy:
            ask_folder(self, words.EVERYTHING, self.everything.emit)

    def start(self) -> None:
        """On the first thing that can be done."""
        self.all_of_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self, theme: Theme) -> None:
        """Takes its gaps from the theme."""
        super().restyle(theme)
        if hasattr(self, "scroller"):
            self.scroller.body.setSpacing(theme.space(12))

    def _panel(self, title: str, sentence: str, parts: Sequence[QWidget]) -> None:
        panel = Panel(f"panel_{title.split()[0].casefold()}")
        panel.add_heading(title)
        panel.body.addWidget(Text(sentence, Role.BODY, Tone.QUIET, parent=panel))
        for part in parts:
            if isinstance(part, ActionButton):
                panel.body.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                panel.body.addWidget(part)
        self.scroller.body.addWidget(panel)

    def _ask_csv(self) -> None:
        ask_place(self, words.CSV, words.file_name("csv"), self.people.emit)

    def _ask_cards(self) -> None:
        ask_place(self, words.CARDS, words.file_name("vcf"), self.people.emit)

    def _ask_list(self) -> None:
        name = self.which.value()
        if name:
            ask_place(self, words.LIST_BUTTON, words.file_name(name), lambda path: self.listed.emit(name, path))
