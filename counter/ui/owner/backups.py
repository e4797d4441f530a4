"""Backups: the list, the second place, and going back, confirmed in the place of the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from counter.records.backups import Backup, SecondPlace, Shelf, Weighed
from counter.records.here import Here
from counter.records.when import say_clock, say_day
from counter.ui.owner.actions import own
from counter.ui.owner.going_back import GoBackForm
from counter.ui.owner.page import EmptyNote, Page, button
from counter.ui.texts import backups as words
from counter.ui.texts import common, isolate
from counter.ui.theme import Mode, Theme, current
from counter.ui.widgets.bands import WarningBar
from counter.ui.widgets.buttons import Action, ActionButton
from counter.ui.widgets.icons import Icon
from counter.ui.widgets.panels import Panel
from counter.ui.widgets.progress import ProgressLine
from counter.ui.widgets.scroller import Scroller
from counter.ui.widgets.table import Column, Row, Table
from counter.ui.widgets.text import Text

FEWEST_ROWS = 5
_HEADS = words.HEADS
_COLUMNS = (
    Column(title=_HEADS[0]),
    Column(title=_HEADS[1], end=True),
    Column(title=_HEADS[2], end=True),
    Column(title=_HEADS[3], end=True, lesser=True),
    Column(title=_HEADS[4], lesser=True),
    Column(title=_HEADS[5], lesser=True),
    Column(title=_HEADS[6], stretch=True),
)


class PlacePanel(Panel):
    """The second place. `chosen(folder)` and `dropped`."""

    chosen = Signal(str)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("second_place", parent=parent)
        self.add_heading(words.SECOND)
        self._sentence = Text(words.NO_PLACE, parent=self)
        self.choose = ActionButton(own("choose_place", words.CHOOSE_PLACE), parent=self)
        self.drop = ActionButton(own("drop_place", words.NO_MORE), parent=self)
        self.drop.hide()
        row = QHBoxLayout()
        for part in (self.choose, self.drop):
            row.addWidget(part)
        row.addStretch(1)
        self.body.addWidget(self._sentence)
        self.body.addLayout(row)
        self.choose.clicked.connect(self._ask)
        self.drop.clicked.connect(self.dropped)

    def show_place(self, place: SecondPlace, here: Here) -> None:
        """Where it is, and when a backup last got there."""
        say = words.place_here if place.here else words.place_away
        day = say_day(place.seen, here.today) if place.seen else ""
        self._sentence.set_text(say(isolate(place.folder), day) if place.folder else words.NO_PLACE)
        label = words.OTHER_PLACE if place.folder else words.CHOOSE_PLACE
        self.choose.set_action(own("choose_place", label))
        self.drop.setVisible(bool(place.folder))

    def _ask(self) -> None:
        dialog = QFileDialog(self, words.CHOOSE_PLACE)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.chosen)
        dialog.open()


class SalvageOffer(WarningBar):
    """What can still be read of a damaged file: `decided(bool)` whether it is brought in."""

    decided = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        actions = [own("check", words.CHECK), own("check_not", words.CHECK_NOT)]
        super().__init__("salvage", Icon.WARN, actions, parent)
        self.acted.connect(self._decide)
        self.hide()

    def show_offer(self, number: int) -> None:
        """How many entries can be brought in; none takes the offer away."""
        self.set_words(words.readable(number), words.DAMAGED)
        self.setVisible(number > 0)

    def _decide(self, name: str) -> None:
        self.decided.emit(name == "check")


class BackupsPage(Page):
    """`asked` for one now; `wanted(Path)` when one is to be looked through; `confirmed(Weighed)` to go back to it;
    `left(Weighed)` when not. What a damaged file still holds is decided at its `offer`.
    """

    asked = Signal()
    wanted = Signal(object)
    confirmed = Signal(object)
    left = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("backups", words.BACKUPS, words.SUB, parent)
        self._going = False
        self.scroller = Scroller("backups_scroll", self)
        self.offer = SalvageOffer(self)
        self.progress = ProgressLine(Action(name="stop", label=common.STOP), self)
        self.table = Table("backups_table", words.BACKUPS, _COLUMNS, self)
        self.empty, self.form, self.place = EmptyNote(self), GoBackForm(self), PlacePanel(self)
        self.file_button = button(self, Action(name="other_file", label=words.OTHER_FILE, key=words.OTHER_KEY))
        self.new_button = button(self, Action(name="make_one", label=words.MAKE_ONE, key=words.MAKE_KEY))
        for part in (self.offer, self.empty):
            self.scroller.body.addWidget(part)
        self.scroller.body.addWidget(self.table, 1)
        self.scroller.body.addWidget(self.place)
        self.scroller.body.addStretch(0)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.scroller, 1)
        self.body.addWidget(self.form, 1)
        self.form.hide()
        self.restyle(current())
        self._connect()

    def show_shelf(self, shelf: Shelf, here: Here) -> None:
        """Everything there is, and the second place."""
        self.table.set_rows([_row(backup, here) for backup in shelf.backups])
        self.empty.explain(words.NONE_YET, shelf.backups)
        self.place.show_place(shelf.place, here)
        self._present()

    def show_weighed(self, weighed: Weighed, here: Here) -> None:
        """One that was looked through, and what would be lost: to be confirmed here."""
        self.form.show_weighed(weighed, here)
        self.form.show()
        self._present()
        self.start()

    def show_going(self, sentence: str, done: float) -> None:
        """Work that lasts; done at 1."""
        began, self._going = self._going, done < 1
        if not self._going:
            self.progress.finish()
        elif not began:
            self.progress.start(sentence, can_cancel=False)
        else:
            self.progress.step(done, sentence)

    def form_is_open(self) -> bool:
        """Whether something waits to be confirmed."""
        return not self.form.isHidden()

    def refuse(self, sentence: str, field: str = "") -> None:
        """It can't be done; a sentence at the foot of the form."""
        self.form.show_problem(field, sentence)

    def settle(self) -> None:
        """Back to the list."""
        if self.form_is_open():
            self.form.leave()
            self.form.hide()
            self._present()
            self.start()

    def new(self) -> None:
        """Ctrl+N: one now."""
        self.asked.emit()

    def start(self) -> None:
        """The focus: on what is to be confirmed, else on the list."""
        to = self.form if self.form_is_open() else self.new_button if self.table.isHidden() else self.table
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_mode(self, mode: Mode) -> None:
        """Lesser columns go first."""
        super().set_mode(mode)
        self.table.show_lesser(shown=mode is Mode.WIDE)
        self.form.set_mode(mode)
        self._present()

    def restyle(self, theme: Theme) -> None:
        """Some rows are in sight at any text size; the rest of the page scrolls."""
        super().restyle(theme)
        if hasattr(self, "scroller"):
            self.scroller.body.setSpacing(theme.space(10))
            self.table.setMinimumHeight(theme.px(32 * FEWEST_ROWS))

    def _connect(self) -> None:
        self.table.opened.connect(self.wanted)
        self.new_button.clicked.connect(self.asked)
        self.file_button.clicked.connect(self._ask_for_a_file)
        self.form.confirmed.connect(self.confirmed)
        self.form.left.connect(self.left)
        self.form.put_away.connect(self.settle)
        keys = QShortcut(QKeySequence(words.OTHER_KEY), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._ask_for_a_file)

    def _present(self) -> None:
        confirming, filled = self.form_is_open(), self.table.model().rowCount() > 0
        self.table.setVisible(filled)
        self.empty.setVisible(not filled)
        for part in (self.new_button, self.file_button, self.scroller):
            part.setVisible(not confirming)
        self.heading.setVisible(not (confirming and self.mode is Mode.NARROW))

    def _ask_for_a_file(self) -> None:
        if not self.form_is_open():
            ask_for_a_backup(self, self.wanted.emit)


def ask_for_a_backup(parent: QWidget, then: Callable[[Path], object]) -> None:
    """Lets a file be chosen, from anywhere."""
    dialog = QFileDialog(parent, words.CHOOSE_FILE)
    dialog.setNameFilter(words.FILES)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()


def _row(backup: Backup, here: Here) -> Row:
    whole = words.VERIFIED if backup.verified else words.NOT_WHOLE
    where = words.AWAY if backup.away else words.HERE
    facts = backup.facts
    if facts is None:
        return Row(key=backup.path, cells=(backup.path.name, "", "", "", words.OLD, where, whole), off=True)
    made = f"{say_day(facts.at.astimezone(here.zone).date(), here.today)}, {say_clock(facts.at, here.zone)}"
    counts: Sequence[int] = (facts.people, facts.entries, facts.rows)
    cells = (made, *(f"{number:,}" for number in counts), words.WHYS[facts.why], where, whole)
    return Row(key=backup.path, cells=cells, off=not backup.verified)
